"""How much a report tells."""

from dataclasses import replace

from newsgraph.model.explorer import FactPage, Node, Overview
from newsgraph.storage import Graph
from newsgraph.web.reporting import report
from web.pages.builders import BASE, DISPUTES, FACT, OVERVIEW, SENDS
from web.pages.reading import read
from web.reporting.asked import Known


def events(number: int) -> list[FactPage]:
    """So many events."""
    nodes = (replace(SENDS, iri=f"{BASE}event/e{one}", label=f"Event {one}") for one in range(number))
    return [replace(FACT, node=node) for node in nodes]


def test_limit() -> None:
    """A report of many events tells some, and says how many it leaves out."""
    page = read(report(Known(events(30)), most=12))
    assert len(page.one("section", id="events").all("article", class_="entry")) == 12
    assert "12 of 30 events are here, those that the most articles tell; 18 are left out." in page.text


def test_no_limit_needed() -> None:
    """A report of all events leaves nothing out, and does not speak of it."""
    page = read(report(Known(events(30)), most=30))
    assert len(page.one("section", id="events").all("article", class_="entry")) == 30
    assert "left out" not in page.one("section", id="events").text


def test_more_than_a_page() -> None:
    """Events are gathered from as many pages of a search as it takes."""
    page = read(report(Known(events(215)), most=210))
    assert len(page.one("section", id="events").all("article", class_="entry")) == 210


def test_disputes_of_several_pages() -> None:
    """Disputes are gathered from as many pages as there are, up to the limit."""
    many = [replace(DISPUTES[0], node=Node(f"{BASE}event/d{one}", f"Dispute {one}", "event")) for one in range(5)]
    page = read(report(Known(disputed=many), most=3))
    assert "Dispute 2" in page.one("section", id="disputed").text
    assert "Dispute 3" not in page.one("section", id="disputed").text
    assert "3 of 5 matters with figures that disagree are here" in page.text


def test_nothing() -> None:
    """A report of nothing says so."""
    empty = Overview(tuple((name, 0) for name, _ in OVERVIEW.counts))
    page = read(report(Known((), (), first=empty, disputed=()), title="Nothing"))
    assert "No event is told." in page.text
    assert page.all("section", id="told") == []


def test_empty_graph() -> None:
    """An empty graph has a report."""
    page = read(report(Graph.parse("").explorer()))
    assert page.one("h1").text == "The news"
    assert "0 articles tell of 0 events." in page.text
