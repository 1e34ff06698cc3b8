"""What holds of every page: it is quiet, needs nothing from elsewhere, fits, and can be used by all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser, Error

from web.browser.addresses import SORTS
from web.browser.watching import watched
from web.service import Running

WIDE, NARROW = 1200, 360


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen on one visit to a page."""

    heading: str
    said: tuple[str, ...]
    failed: tuple[str, ...]
    outside: tuple[str, ...]
    overhangs: tuple[int, ...]
    faults: tuple[str, ...]


@pytest.fixture(scope="module")
def look(browser: Browser, service: Running, addresses: dict[str, str]) -> Iterator[Callable[[str, str], Look]]:
    """Visits each page once in each colour scheme, on a wide screen and a narrow one; tests share what was seen."""
    tabs = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(
            color_scheme=scheme, reduced_motion="reduce", viewport={"width": WIDE, "height": 900}
        )
        tabs[scheme] = watched(context, service.url)

    @cache
    def seen(sort: str, scheme: str) -> Look:
        tab = tabs[scheme]
        for told in (tab.said, tab.failed, tab.outside):
            told.clear()
        tab.overhang(WIDE)
        page = tab.go(addresses[sort])
        if sort == "answer":
            page.wait_for_selector(".yasr table tbody tr")
        # Only colours depend on the scheme.
        faults = tab.faults(() if scheme == "light" else ("color-contrast",))
        overhangs = (tab.overhang(WIDE), tab.overhang(NARROW))
        heading = page.locator("h1").inner_text()
        return Look(heading, tuple(tab.said), tuple(tab.failed), tuple(tab.outside), overhangs, tuple(faults))

    yield seen
    for tab in tabs.values():
        tab.page.context.close()


every = pytest.mark.parametrize(("sort", "scheme"), [(sort, scheme) for scheme in ("light", "dark") for sort in SORTS])


def test_the_network_is_cut(browser: Browser, service: Running) -> None:
    """A tab that asks for another place gets nothing, and is seen to have asked."""
    tab = watched(browser.new_context(), service.url)
    with pytest.raises(Error, match="ERR_FAILED"):
        tab.page.goto("http://example.org/")
    tab.page.context.close()
    assert tab.outside == ["http://example.org/"]


@every
def test_heading(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """Each page has one heading of the first order, with words in it."""
    assert look(sort, scheme).heading


@every
def test_quiet(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """No page has an error or a warning in the console, but that of the page that is not there."""
    said = [one for one in look(sort, scheme).said if sort != "missing" or "a status of 404" not in one]
    assert not said


@every
def test_all_there(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """All that a page asks for is there."""
    failed = [one for one in look(sort, scheme).failed if sort != "missing" or not one.startswith("404 ")]
    assert not failed


@every
def test_cut_off(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """No page asks for anything beyond the service, so that it works with the network cut."""
    assert not look(sort, scheme).outside


@every
def test_no_scrolling_sideways(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """No page is wider than its screen, be that 1200 pixels wide or 360."""
    assert look(sort, scheme).overhangs == (0, 0)


@every
def test_axe(look: Callable[[str, str], Look], sort: str, scheme: str) -> None:
    """axe finds nothing serious or critical."""
    assert not look(sort, scheme).faults
