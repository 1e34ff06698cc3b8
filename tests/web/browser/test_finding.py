"""From a name to the words that a fact rests on, and from the words to the fact."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched

Open = Callable[..., Watched]


def test_to_the_event_in_two_clicks(tab: Open) -> None:
    """Looking for a name, and one click on an event, leads to a sentence with the words marked."""
    page = looked_for(tab().go("/"), "Kazakhstan")
    page.locator(".hit").filter(has_text="Russia sends paratroopers").get_by_role("link").last.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    assert "/event/" in page.url
    assert "Russia" in page.locator("blockquote").first.inner_text()


def test_through_the_entity_in_three_clicks(tab: Open) -> None:
    """So do three: search, the thing itself, an event of it."""
    page = looked_for(tab().go("/"), "Kazakhstan")
    page.locator(".hit h3 a", has_text="Kazakhstan").first.click()
    assert "/entity/" in page.url
    page.get_by_role("link", name="Russia sends paratroopers to Kazakhstan").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()


def looked_for(page: Page, words: str) -> Page:
    """What is found by typing some words and one click."""
    page.get_by_role("combobox").fill(words)
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search?*")
    return page


def test_suggestions(tab: Open) -> None:
    """Part of a name is enough: the arrow and Enter lead to the thing that is suggested."""
    page = tab().go("/")
    page.get_by_role("combobox").press_sequentially("Kazakhs")
    expect(page.get_by_role("option").first).to_contain_text("Kazakhstan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/*")
    expect(page.locator("h1")).to_have_text("Kazakhstan")


@pytest.mark.parametrize("mark", [".m-event", ".m-figure", ".m-mention"])
def test_from_the_text_in_one_click(tab: Open, addresses: dict[str, str], mark: str) -> None:
    """A click on something marked in an article leads to the page that is about it."""
    page = tab().go(addresses["article"])
    address = page.locator(f"a{mark}").first.get_attribute("href")
    page.locator(f"a{mark}").first.click()
    page.wait_for_url(lambda url: "/article/" not in url)
    assert address
    assert any(kind in page.url for kind in ("/event/", "/entity/", "/relation/"))


def test_back_to_the_words(tab: Open, addresses: dict[str, str]) -> None:
    """Below each quotation a link leads to the very place in the article."""
    page = tab().go(addresses["event"])
    words = page.locator("blockquote mark").first.inner_text()
    page.locator("figure.quote figcaption a").first.click()
    page.wait_for_url("**/article/*#c-*")
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target").inner_text() in words


def test_marks_can_be_hidden(tab: Open, addresses: dict[str, str]) -> None:
    """Marks of a sort that is not ticked are not seen."""
    page = tab().go(addresses["article"])
    shade = "getComputedStyle(document.querySelector('a.m-event')).backgroundColor"
    before = page.evaluate(shade)
    page.get_by_role("checkbox", name="Events").uncheck()
    assert page.evaluate(shade) != before


def test_a_ticked_box_narrows_at_once(tab: Open) -> None:
    """A facet narrows the results as soon as it is ticked, and the address says so."""
    page = tab().go("/search?q=Kazakhstan")
    before = page.locator(".lead").inner_text()
    page.locator("form.facets").get_by_label("Corroborated").check()
    page.wait_for_url("**status=Corroborated*")
    assert page.locator(".lead").inner_text() != before
    assert page.locator(".hit").count() == page.locator(".hit .is-corroborated").count() > 0
