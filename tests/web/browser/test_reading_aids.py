"""Light and dark, and getting about without a mouse."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched

Open = Callable[..., Watched]
OUTLINE = """() => {
  const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
  // The parts of a field for a day are outlined by the browser, each for itself.
  return document.activeElement.type === 'date' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
}"""


def brightness(page: Page, of: str) -> float:
    """How bright a colour of the page's body is, from 0 to 255."""
    return brightness_of(page.evaluate(f"getComputedStyle(document.body).{of}"))


def brightness_of(colour: str) -> float:
    """How bright a colour is, written as rgb(...)."""
    return sum(float(one) for one in colour.strip("rgba()").split(",")[:3]) / 3


@pytest.mark.parametrize("sort", ["overview", "graph", "answer"])
def test_dark(tab: Open, addresses: dict[str, str], sort: str) -> None:
    """Who has a dark system gets light words on a dark page, and who has a light one dark words on a light page."""
    light, dark = tab().go(addresses[sort]), tab(dark=True).go(addresses[sort])
    assert brightness(light, "color") < 60 < 200 < brightness(light, "backgroundColor")
    assert brightness(dark, "backgroundColor") < 60 < 200 < brightness(dark, "color")


def test_the_picture_turns_dark(tab: Open, addresses: dict[str, str]) -> None:
    """The words of the network take on the scheme as soon as it changes."""
    page = tab().go(addresses["graph"])
    colour = "document.querySelector('.network-picture')._cyreg.cy.nodes()[0].style('color')"
    before = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    later = page.evaluate(
        f"""before => new Promise(done => {{
      const look = () => {colour} === before ? requestAnimationFrame(look) : done({colour});
      look();
    }})""",
        before,
    )
    assert brightness_of(later) > 200 > 60 > brightness_of(before)


def test_order(tab: Open) -> None:
    """The tabulator leads to the link to the content first, then by the sign to the search and the menu."""
    page = tab().go("/search?q=Kazakhstan")
    names = []
    for _ in range(8):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.innerText?.trim() || document.activeElement.name"))
        assert page.evaluate(OUTLINE), f"the focus on {names[-1]} is not seen"
    assert names == ["Skip to the content", "newsgraph", "q", "Search", "Overview", "Map", "Disputes", "Query"]


def test_skipping(tab: Open) -> None:
    """That link is seen when it is reached, and leads to the content."""
    page = tab().go("/search?q=Kazakhstan")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_facets_by_keyboard(tab: Open) -> None:
    """A facet is reached and ticked with keys alone."""
    page = tab().go("/search?q=Kazakhstan")
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "event":
            break
    assert page.evaluate(OUTLINE)
    page.keyboard.press("Space")
    page.wait_for_url("**kind=event*")


@pytest.mark.parametrize("sort", ["entity", "article", "graph", "map", "disputes"])
def test_focus_is_seen(tab: Open, addresses: dict[str, str], sort: str) -> None:
    """Wherever the tabulator leads, it is seen where that is."""
    page = tab().go(addresses[sort])
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.append((page.evaluate("document.activeElement.outerHTML.slice(0, 80)"), page.evaluate(OUTLINE)))
    assert [what for what, outlined in seen if not outlined] == []


def test_axe_on_suggestions(tab: Open) -> None:
    """axe finds nothing grave while suggestions are open."""
    opened = tab()
    page = opened.go("/")
    page.get_by_role("combobox").press_sequentially("Kaz")
    expect(page.get_by_role("option").first).to_be_visible()
    assert not opened.faults()


@pytest.mark.parametrize("dark", [False, True])
def test_axe_on_what_is_chosen(tab: Open, addresses: dict[str, str], dark: bool) -> None:
    """Nor while a node of a network is explained."""
    opened = tab(dark=dark)
    page = opened.go(addresses["graph"])
    page.locator(".network-list button").first.click()
    expect(page.locator(".network-panel h3")).to_be_visible()
    assert not opened.faults()
