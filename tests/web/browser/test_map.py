"""The map, once scripts have made it one that moves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched


@pytest.fixture
def page(tab: Callable[..., Watched]) -> Page:
    """The map."""
    return tab().go("/map")


def view(page: Page) -> list[float]:
    """The part of the world that is seen: its left upper corner, its width and its height."""
    return [float(one) for one in (page.locator("#map svg").get_attribute("viewBox") or "").split()]


def width(page: Page) -> float:
    """How much of the world is seen."""
    return view(page)[2]


def test_buttons(page: Page) -> None:
    """Buttons show less of the world, and more, and all."""
    first = width(page)
    page.get_by_role("button", name="Zoom in").click()
    assert width(page) < first
    page.get_by_role("button", name="Zoom out").click()
    assert width(page) == pytest.approx(first, rel=0.01)
    page.get_by_role("button", name="The whole world").click()
    assert width(page) == 1000


def test_keys(page: Page) -> None:
    """So do keys: + and -, arrows, and 0 to begin anew."""
    page.locator("#map svg").focus()
    first = view(page)
    page.keyboard.press("+")
    near = view(page)
    assert near[2] < first[2]
    page.keyboard.press("ArrowRight")
    assert view(page)[0] > near[0]
    page.keyboard.press("0")
    assert view(page) == first


def test_circles_lead_on(page: Page) -> None:
    """A circle leads to the events of its place."""
    page.locator(".places a").first.click()
    page.wait_for_url("**/search?*place=*")
    expect(page.locator(".hit").first).to_be_visible()


def test_circles_keep_their_size(page: Page) -> None:
    """A circle is as large as before when the map is looked at closer."""
    circle = page.locator(".places circle").first
    before = circle.bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    after = circle.bounding_box()
    assert before and after
    assert after["width"] == pytest.approx(before["width"], rel=0.05)
