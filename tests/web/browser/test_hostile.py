"""Texts of articles that would like to be scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from web.browser import addresses as places
from web.browser import graphs
from web.browser.addresses import SORTS
from web.browser.watching import Watched, watched
from web.service import Running, running


@pytest.fixture(scope="module")
def service(browser: Browser, read: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service of a graph whose texts are all hostile."""
    with running([graphs.spoilt(tmp_path_factory.mktemp("hostile") / "hostile.nq", read)]) as service:
        yield service


@pytest.fixture(scope="module")
def addresses(service: Running) -> dict[str, str]:
    """The address of a page of each sort in it."""
    return places.addresses(service)


@pytest.fixture(scope="module")
def tab(browser: Browser, service: Running) -> Iterator[Watched]:
    """A tab for all of them."""
    context = browser.new_context(reduced_motion="reduce")
    yield watched(context, service.url)
    context.close()


def harmless(tab: Watched, page: Page) -> None:
    """Nothing ran, nothing was asked for, and no element came from a text."""
    assert page.evaluate("window.spoilt") is None
    assert not tab.said
    assert not tab.outside
    assert page.locator("img, main script, a[href^='javascript:']").count() == 0


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort not in ("missing", "query", "answer", "resource")])
def test_pages(tab: Watched, addresses: dict[str, str], sort: str) -> None:
    """A page shows hostile texts as the texts that they are."""
    page = tab.go(addresses[sort])
    expect(page.locator("main")).to_contain_text(graphs.SIGN)
    harmless(tab, page)


def test_network(tab: Watched, addresses: dict[str, str]) -> None:
    """So does the picture of a network with its list, what is told of a node, and of its edges."""
    page = tab.go(addresses["graph"])
    for place in range(3):
        page.locator(".network-list button").nth(place).click()
        expect(page.locator(".network-panel h3")).to_contain_text(graphs.SIGN)
    assert "<script>" in page.evaluate("document.querySelector('.network-picture')._cyreg.cy.nodes()[0].data('short')")
    assert graphs.OVERRIDE not in page.evaluate(
        "document.querySelector('.network-picture')._cyreg.cy.nodes().map(node => node.data('short')).join()"
    )
    harmless(tab, page)


def test_suggestions(tab: Watched) -> None:
    """So do suggestions."""
    page = tab.go("/")
    page.get_by_role("combobox").press_sequentially("Kazakhs")
    expect(page.get_by_role("option").first).to_contain_text(graphs.SIGN)
    harmless(tab, page)


@pytest.mark.parametrize("name", ["active-actors", "articles"])
def test_answers(tab: Watched, name: str) -> None:
    """So does the table of an answer, sorted and looked through, and its chart."""
    page = tab.go(f"/query?name={name}&run=1")
    table = page.locator(".tabPanel.active .yasr table")
    expect(table).to_contain_text(graphs.SIGN)
    table.locator("th").nth(1).click()
    page.locator(".tabPanel.active .tableFilter").fill("script")
    expect(table).to_contain_text(graphs.SIGN)
    harmless(tab, page)
    if name == "active-actors":
        page.locator(".tabPanel.active .select_chart").click()
        expect(page.locator(".asking-bars")).to_be_visible()
        harmless(tab, page)


def test_graphs(tab: Watched) -> None:
    """So does an answer that is a graph, as a picture and as it came."""
    page = tab.go(
        "/query#query=CONSTRUCT%20WHERE%20%7B%20%3Fe%20a%20ng%3ATroopDeployment%20%3B%20rdfs%3Alabel%20%3Fl%20%7D"
    )
    page.reload()
    page.wait_for_selector(".tabPanel.active .yasqe_queryButton")
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    page.locator(".tabPanel.active .select_graph:not(.disabled)").click()
    expect(page.locator(".asking-picture canvas").first).to_be_visible()
    harmless(tab, page)
    page.locator(".tabPanel.active .select_response").click()
    expect(page.locator(".tabPanel.active .yasr_results")).to_contain_text("<script>")
    harmless(tab, page)


def test_sparql_without_editor(tab: Watched) -> None:
    """So does the answer that the server writes."""
    page = tab.go("/query?q=SELECT+%3Fl+%7B+%3Fs+rdfs%3Alabel+%3Fl+%7D+LIMIT+20")
    expect(page.locator("#answer")).to_contain_text(graphs.SIGN)
    harmless(tab, page)
