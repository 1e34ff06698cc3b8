"""Pages and data of a graph whose every word is hostile."""

from collections import Counter
from urllib.parse import quote

import pytest

from web.hostile.crawling import Visit, crawl
from web.hostile.texts import IRIS, LONG, OURS, TEXTS
from web.service import Running

PAGES = {"", "search", "map", "graph", "disputes", "query", "entity", "event", "article", "relation", "resource", "api"}
MOST, OF_A_SORT = 250, 6


@pytest.fixture(scope="module")
def visits(spoilt: Running) -> list[Visit]:
    """What is found in it by going from link to link, beginning at what is named most hostilely."""
    starts = [f"/resource?iri={quote(iri, safe='')}" for iri in (*IRIS, *OURS) if len(iri) < 2_000]
    starts += [f"/graph?iri={quote(iri, safe='')}" for iri in OURS]
    starts += [f"/search?q={quote(text, safe='')}" for text in (*TEXTS.values(), LONG[:5_000])]
    starts += [f"/api/search?q={quote(text, safe='')}" for text in TEXTS.values()]
    return list(crawl(spoilt, starts, most=MOST, of_a_sort=OF_A_SORT))


def test_every_page_is_ours(visits: list[Visit]) -> None:
    """No page has an element, an attribute or a link that comes of a text; none may do more than the policy says."""
    assert len(visits) == MOST
    assert {visit.path.split("?")[0].split("/")[1] for visit in visits} >= PAGES
    assert [fault for visit in visits for fault in visit.faults()] == []


def test_every_page_is_answered(visits: list[Visit]) -> None:
    """Whatever the graph says, its pages are shown, and what is only spoken of is not found."""
    statuses = Counter(visit.response.status_code for visit in visits)
    assert statuses[200] > MOST / 2
    assert [visit.path for visit in visits if visit.response.status_code not in (200, 303, 404)] == []
    missed = [visit.path for visit in visits if visit.response.status_code == 404]
    assert [path for path in missed if "format=" not in path and "iri=" not in path] == []


def test_json_is_json(visits: list[Visit]) -> None:
    """What is for programs says so, and can be read."""
    told = [visit.response for visit in visits if visit.path.startswith("/api/")]
    assert len(told) > 20
    assert {one.headers["content-type"] for one in told if one.status_code == 200} == {"application/json"}
    assert all(one.json() is not None for one in told)


def test_texts_are_shown(spoilt: Running) -> None:
    """A hostile label can be found by its words, and is shown as it is."""
    found = spoilt.get("/api/search", params={"q": "include"}).json()
    assert "{% include 'x' %}" in found["hits"][0]["node"]["label"]
    page = spoilt.get("/search", params={"q": "include"}).text
    assert "{% include" in page
    assert "${7*7}" in page


def test_a_page_of_too_much(spoilt: Running) -> None:
    """An answer that nobody would read on a page is no page."""
    query = "SELECT ?a ?b ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 60000"
    found = spoilt.get("/query", params={"q": query}, headers={"Accept": "text/html"})
    assert found.status_code == 422
    assert "add a LIMIT" in found.text
