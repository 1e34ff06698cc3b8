"""The page for questions, with its editor."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from web.browser.watching import Watched

ROWS = ".tabPanel.active .yasr table tbody tr"
Open = Callable[..., Watched]


@pytest.fixture
def page(tab: Open) -> Page:
    """The page, with nothing asked yet."""
    return tab().go("/query")


def asked(page: Page, query: str) -> Page:
    """Write a query into the editor, and run it."""
    page.locator(".tabPanel.active .yasqe .CodeMirror-lines").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(query)
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    return page


def test_question(page: Page) -> None:
    """A question that comes with the program is filled in, run, and answered by a table; the address keeps it."""
    page.get_by_role("link", name="Who has deployed troops where?").click()
    page.get_by_label("Part of a name of the sender").fill("Russia")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(ROWS).first).to_contain_text("Russia")
    assert page.url.endswith("/query?name=deployments&p-who=Russia&run=1")


def test_shared(tab: Open) -> None:
    """Who opens the address of a question that was asked sees the answer."""
    page = tab().go("/query?name=deployments&p-who=Russia&run=1")
    expect(page.locator(ROWS).first).to_contain_text("Russia")
    expect(page.get_by_label("Part of a name of the sender")).to_have_value("Russia")


def test_written_by_hand(page: Page) -> None:
    """A query that somebody writes is answered, with things that lead to their pages."""
    asked(page, "SELECT ?country ?name { ?country a ng:Country ; rdfs:label ?name } ORDER BY ?name")
    expect(page.locator(ROWS).filter(has_text="Kazakhstan").first).to_be_visible()
    page.locator(ROWS).filter(has_text="Kazakhstan").get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_text("Kazakhstan")


def test_graph(page: Page) -> None:
    """An answer that is a graph can be seen as one."""
    asked(page, "CONSTRUCT WHERE { ?e a ng:TroopDeployment ; rdfs:label ?l ; ng:destination ?d }")
    page.locator(".tabPanel.active .select_graph:not(.disabled)").click()
    expect(page.locator(".asking-picture canvas").first).to_be_visible()
    drawn = "document.querySelector('.asking-picture')._cyreg.cy.nodes().length"
    assert page.evaluate(drawn) > 3
    expect(page.get_by_role("status").filter(has_text="node")).to_contain_text("edge")


def test_chart(page: Page) -> None:
    """An answer with numbers can be seen as bars, one for each row."""
    page.get_by_role("link", name="Who does most?").click()
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(ROWS).first).to_be_visible()
    rows = page.locator(ROWS).count()
    page.locator(".tabPanel.active .select_chart:not(.disabled)").click()
    expect(page.locator(".asking-bars rect")).to_have_count(rows)


def test_download(page: Page) -> None:
    """The answer can be had as a file."""
    asked(page, "SELECT ?name { ?country a ng:Country ; rdfs:label ?name }")
    expect(page.locator(ROWS).first).to_be_visible()
    with page.expect_download() as saved:
        page.locator(".tabPanel.active .yasr_downloadIcon").click()
    assert "Kazakhstan" in saved.value.path().read_text(encoding="utf-8")


def test_fault(page: Page) -> None:
    """What is wrong with a query is told in words."""
    asked(page, "SELECT ?s { ?s a ng:Country } GROUP BY")
    expect(page.locator(".tabPanel.active .yasr").get_by_role("alert")).to_contain_text("line")


def test_no_trap(page: Page) -> None:
    """The tabulator leads out of the editor again."""
    page.locator(".tabPanel.active .yasqe .CodeMirror-lines").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.title") == "Share query"
