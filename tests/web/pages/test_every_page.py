"""What holds of every page."""

from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request
from starlette.routing import Match

from newsgraph.model.explorer import Overview
from newsgraph.web import pages
from web.pages.builders import BASE, DENIED, RUSSIA, SENDS, STORY, Known
from web.pages.reading import Element, page, read

LEADS = ("/static/", "/sparql", "/data", "/openapi.json")
"""What the application itself answers."""
ADDRESSES = [
    "/",
    "/search",
    "/search?q=riot&kind=event&type=Type9&from=2022-01-01&to=never&order=date&page=2",
    f"/{RUSSIA.iri.removeprefix(BASE)}",
    f"/{SENDS.iri.removeprefix(BASE)}",
    f"/{DENIED.iri.removeprefix(BASE)}",
    f"/{STORY.iri.removeprefix(BASE)}",
    "/graph",
    f"/graph?iri={RUSSIA.iri}&type=Riot",
    "/map?q=riot",
    "/map?view=world",
    "/disputes",
    "/disputes?sort=contradicted&page=2",
    "/query",
    "/query?name=timeline",
    "/query?name=deployments&run=1&p-who=Russia",
    "/query?q=SELECT",
    "/query?q=ASK",
    "/query?q=CONSTRUCT",
    "/resource?iri=http://www.wikidata.org/entity/Q159",
]


@pytest.fixture(params=ADDRESSES)
def shown(request: pytest.FixtureRequest) -> Element:
    """Each page."""
    return page(request.param)


def test_a_page_has_one_main_heading(shown: Element) -> None:
    """There is one h1, with words in it."""
    assert shown.one("h1").text.strip()


def test_headings_leave_no_step_out(shown: Element) -> None:
    """No heading is more than one step below the one before it."""
    levels = [int(one.tag[1]) for one in shown.all() if one.tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_has_a_title_and_a_language(shown: Element) -> None:
    """Its title names the page and the site."""
    assert shown.all("html")[0].attributes["lang"] == "en"
    assert shown.all("title")[0].text.endswith(" · A graph")


def test_nothing_is_inline(shown: Element) -> None:
    """No style, no script, no handler of events stands in a page: its security policy allows none."""
    assert shown.all("link", rel="stylesheet")
    assert not shown.all("style")
    assert all(one.attributes.get("src") and not one.text.strip() for one in shown.all("script"))
    assert not [name for one in shown.all() for name in one.attributes if name == "style" or name.startswith("on")]


def test_every_field_has_a_label(shown: Element) -> None:
    """Each field that is seen has one label."""
    labels = [one.attributes["for"] for one in shown.all("label")]
    fields = [one for tag in ("input", "select", "textarea") for one in shown.all(tag)]
    seen = [one.attributes.get("id", "") for one in fields if one.attributes.get("type") != "hidden"]
    assert sorted(seen) == sorted(labels)
    assert "find" in seen


def test_ids_are_unique(shown: Element) -> None:
    """No two elements have the same id."""
    ids = [one.attributes["id"] for one in shown.all() if "id" in one.attributes]
    assert "main" in ids
    assert len(ids) == len(set(ids))


def test_what_labels_and_describes_is_there(shown: Element) -> None:
    """Each reference to an element by its id finds one."""
    ids = {one.attributes.get("id") for one in shown.all()}
    for name in ("aria-labelledby", "aria-describedby", "for"):
        assert {word for one in shown.all() for word in one.attributes.get(name, "").split()} <= ids


def test_every_link_leads_somewhere(shown: Element) -> None:
    """Links within the site fit a route, those to a place in the page find it, and others lead to the web."""
    routes = pages.routes(Known(), base=BASE, title="")
    ids = {one.attributes.get("id") for one in shown.all()}
    links = [one.attributes["href"] for one in shown.all("a")]
    assert "/" in links
    for href in links:
        parts = urlsplit(href)
        if parts.scheme:
            assert parts.scheme in ("http", "https"), href
        elif parts.path:
            scope = {"type": "http", "method": "GET", "path": parts.path}
            fits = any(route.matches(scope)[0] is Match.FULL for route in routes)
            assert fits or parts.path.startswith(LEADS), href
        else:
            assert parts.fragment in ids, href


def test_links_to_the_web_tell_it_nothing(shown: Element) -> None:
    """A link that leads outside sends no referrer and gives no weight."""
    outside = [one for one in shown.all("a") if one.attributes["href"].startswith("http")]
    assert all(one.attributes["rel"] == "noreferrer nofollow" for one in outside)


def test_landmarks_can_be_jumped_to(shown: Element) -> None:
    """There is a search, a main part, and a link that skips to it first of all."""
    assert shown.all("a")[0].attributes["href"] == "#main"
    assert shown.one("main").attributes["id"] == "main"
    assert shown.one("form", role="search").attributes["action"] == "/search"


def test_tables_say_what_their_cells_are(shown: Element) -> None:
    """Each head of a column or a row says which of both it is."""
    assert all(one.attributes.get("scope") in ("col", "row") for one in shown.all("th"))


def test_an_empty_graph_has_pages() -> None:
    """Without an event there is an overview all the same."""
    shown = page("/", Known(first=Overview((("articles", 0),))))
    assert "There are no events yet" in shown.one("main").text


@pytest.mark.parametrize("address", ["/entity/no", "/event/no", "/article/no", "/claim/no", "/mention/no"])
def test_what_is_not_known_is_not_found(address: str) -> None:
    """An IRI that the graph does not know gets the status 404 and a page that says so."""
    shown = page(address, status=404)
    assert shown.one("h1").text == "Nothing is known of that"
    assert BASE + address[1:] in shown.one("main").text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/disputes?sort=all", 400), ("/resource", 400), ("/graph?iri=urn:no", 404), ("/query?name=no", 400)],
)
def test_what_makes_no_sense_is_refused(address: str, status: int) -> None:
    """What cannot be asked, or is about nothing, has a status that says so."""
    assert page(address, status=status).one("h1").text


def test_a_problem_can_be_told_for_any_request() -> None:
    """The page of an error needs no site of its own."""
    scope = {"type": "http", "method": "GET", "path": "/no", "query_string": b"", "headers": []}
    response = pages.problem(Request(scope), 503, "Too much", "wait a little")
    shown = read(bytes(response.body).decode())
    assert (response.status_code, shown.one("h1").text) == (503, "Too much")
    assert "wait a little" in shown.one("main").text
