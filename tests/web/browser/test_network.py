"""The picture of what stands around something."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched

# The picture itself, as cytoscape keeps it at its frame.
CORE = "document.querySelector('.network-picture')._cyreg.cy"
NODES = f"{CORE}.nodes(':visible').map(node => node.id()).sort()"
# Pairs of labels that lie on each other.
OVERLAPS = f"""() => {{
  const boxes = {CORE}.nodes(':visible').map(node => node.boundingBox({{includeOverlays: false}}));
  const apart = (a, b) => a.x2 <= b.x1 || b.x2 <= a.x1 || a.y2 <= b.y1 || b.y2 <= a.y1;
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => !apart(a, b))).length;
}}"""
Open = Callable[..., Watched]


@pytest.fixture
def page(tab: Open, addresses: dict[str, str]) -> Page:
    """The network around Kazakhstan."""
    return tab().go(addresses["graph"])


def named(page: Page, words: str) -> None:
    """Choose a node by its name, by keyboard alone."""
    page.locator(".network-list button").filter(has_text=words).first.focus()
    page.keyboard.press("Enter")


def test_nodes(page: Page) -> None:
    """As many nodes are drawn as are listed and told of, and edges between them."""
    drawn = page.evaluate(NODES)
    listed = page.locator(".network-list button").evaluate_all("all => all.map(one => one.dataset.iri).sort()")
    assert len(drawn) > 20
    assert drawn == listed
    expect(page.locator(".network-news")).to_contain_text(f"{len(drawn)} nodes")
    assert page.evaluate(f"{CORE}.edges(':visible').length") >= len(drawn) - 1


def test_labels_lie_apart(page: Page) -> None:
    """No label lies on another, nor on the sign of another node."""
    assert page.evaluate(f"{CORE}.nodes(':visible').length") > 20
    assert page.evaluate(OVERLAPS) == 0


def test_all_in_the_frame(page: Page) -> None:
    """The whole picture is seen at first."""
    box, width, height = page.evaluate(f"[{CORE}.elements().renderedBoundingBox(), {CORE}.width(), {CORE}.height()]")
    assert box["x1"] >= 0 and box["y1"] >= 0 and box["x2"] <= width and box["y2"] <= height


def test_keyboard_expands(page: Page) -> None:
    """A node that is chosen by keyboard is opened: what stands around it comes in, and is told of."""
    before = page.evaluate(NODES)
    named(page, "Kassym-Jomart Tokayev, Person")
    expect(page.locator(".network-news")).to_contain_text("added around Kassym-Jomart Tokayev")
    assert set(page.evaluate(NODES)) > set(before)
    expect(page.locator(".network-panel h3")).to_have_text("Kassym-Jomart Tokayev")


def test_address_keeps_it(page: Page, tab: Open) -> None:
    """The address of the page says what was opened and asked for; who opens it sees the same."""
    named(page, "Kassym-Jomart Tokayev, Person")
    expect(page.locator(".network-news")).to_contain_text("added around")
    page.locator(".network-filters").get_by_label("Group").uncheck()
    shown = page.evaluate(NODES)
    tab_of_other = tab()
    other = tab_of_other.go(page.url.removeprefix(tab_of_other.address))
    expect(other.locator(".network-news")).to_contain_text("shown")
    assert other.evaluate(NODES) == shown
    assert len(shown) > 10


def test_kinds_are_filtered(page: Page) -> None:
    """A kind that is not ticked is not drawn."""
    places = f"{CORE}.nodes('[kind = \"group\"]:visible').length"
    assert page.evaluate(places) > 0
    page.locator(".network-filters").get_by_label("Group").uncheck()
    assert page.evaluate(places) == 0


def test_time_filters(page: Page) -> None:
    """Only what happened in the time that is asked for is drawn."""
    before = page.evaluate(NODES)
    page.get_by_label("From").fill("2022-01-12")
    page.get_by_label("From").dispatch_event("change")
    expect(page.locator(".network-news")).not_to_contain_text(f"{len(before)} nodes")
    assert page.evaluate(f"{CORE}.nodes(':visible').map(node => node.data('short'))")
    assert 0 < len(page.evaluate(NODES)) < len(before)
    assert "from=2022-01-12" in page.url


def test_edges_explain_themselves(page: Page) -> None:
    """An edge that is pressed says what it means, and leads to the fact that it comes from."""
    x, y = page.evaluate(f"""() => {{
      const edge = {CORE}.edges(':visible').filter(one => one.target().hasClass('centre'))[0];
      const {{x, y}} = edge.renderedMidpoint();
      const frame = document.querySelector('.network-picture').getBoundingClientRect();
      return [frame.left + x, frame.top + y];
    }}""")
    page.mouse.click(x, y)
    panel = page.locator(".network-panel")
    expect(panel.locator("h3")).to_contain_text("→")
    panel.get_by_role("link", name="Who says so").click()
    page.wait_for_url(lambda url: "/event/" in url or "/relation/" in url)
    expect(page.locator("mark").first).to_be_visible()
