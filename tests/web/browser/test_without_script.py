"""What works where scripts are switched off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched


@pytest.fixture
def plain(tab: Callable[..., Watched]) -> Callable[[str], Page]:
    """Opens paths in a browser that runs no scripts."""
    opened = tab(script=False)
    return lambda path: opened.go(path, scripts=False)


def test_search(plain: Callable[[str], Page]) -> None:
    """Things are found by their names."""
    page = plain("/")
    page.get_by_role("searchbox").fill("Tokayev")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hit h3").first).to_contain_text("Tokayev")


def test_facets(plain: Callable[[str], Page]) -> None:
    """Facets narrow what was found, with a button."""
    page = plain("/search?q=Kazakhstan")
    page.locator("form.facets").get_by_label("Troop deployment", exact=True).check()
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**type=TroopDeployment*")
    assert set(page.locator(".hit .what").all_inner_texts()) == {"Troop deployment"}


@pytest.mark.parametrize(("sort", "shown"), [
    ("entity", "ol.lines .line"), ("event", "blockquote mark"), ("article", "a.m-event"), ("disputes", ".against mark"),
    ("map", ".places circle"), ("graph", ".ties .card"), ("overview", ".timeline rect.bar"),
])  # fmt: skip
def test_pages(plain: Callable[[str], Page], addresses: dict[str, str], sort: str, shown: str) -> None:
    """Pages show what they are for."""
    expect(plain(addresses[sort]).locator(shown).first).to_be_visible()


def test_question(plain: Callable[[str], Page]) -> None:
    """A question that comes with the program is answered."""
    page = plain("/query?name=deployments")
    page.get_by_label("Part of a name of the sender").fill("Russia")
    page.get_by_role("button", name="Run").first.click()
    expect(page.locator("#answer td").first).to_have_text("Russia")


def test_sparql(plain: Callable[[str], Page]) -> None:
    """SPARQL is answered, and the answer can be had as a file."""
    page = plain("/query")
    page.get_by_label("SPARQL query").fill("SELECT (COUNT(?a) AS ?n) { ?a a schema:NewsArticle }")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#answer td")).to_have_text("8")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    assert saved.value.path().read_text().split() == ["n", "8"]


def test_faulty_sparql(plain: Callable[[str], Page]) -> None:
    """What is wrong with a query is told in words, beside the query."""
    page = plain("/query?q=SELECT+nonsense")
    expect(page.get_by_role("alert")).to_contain_text("line 1")
    assert page.get_by_label("SPARQL query").input_value() == "SELECT nonsense"
