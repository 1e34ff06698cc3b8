"""Text of articles that would like to be more than text."""

from dataclasses import fields, is_dataclass, replace

import pytest

from newsgraph.model.explorer import ArticlePage, ExternalLink, Hit, Piece, Segment
from newsgraph.web.pages.addresses import Site, outside
from web.pages.builders import ARTICLE, BASE, ENTITY, FACT, OVERVIEW, RESOURCE, RUSSIA, SENDS, STORY, Known
from web.pages.reading import Element, page

SCRIPT = "<script>alert(1)</script>"
BREAK_OUT = "\"'><img src=x onerror=alert(1)>"
OVERRIDE = "\u202e"


def spoilt(value: object, text: str) -> object:
    """A value of which every label and every other text that comes from articles is followed by some text."""
    if isinstance(value, tuple):
        return tuple(spoilt(one, text) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    known = {one.name: getattr(value, one.name) for one in fields(value)}
    told = {"label", "words", "before", "after", "view", "text", "type", "rights", "language", "counts", "predicate"}
    changed = {
        name: f"{one}{text}" if isinstance(one, str) and name in told else spoilt(one, text)
        for name, one in known.items()
    }
    return replace(value, **changed)


def all_spoilt(text: str) -> Known:
    """A graph whose texts are all so."""
    return Known(
        facts={SENDS.iri: spoilt(FACT, text)},  # type: ignore[dict-item]
        entities={RUSSIA.iri: spoilt(replace(ENTITY, names=(text,), merges=(text,)), text)},  # type: ignore[dict-item]
        articles={STORY.iri: spoilt(replace(ARTICLE, segments=(Segment(text, 0),)), text)},  # type: ignore[dict-item]
        resources={RESOURCE.node.iri: spoilt(replace(RESOURCE, says=((text, (text,)),)), text)},  # type: ignore[dict-item]
        first=spoilt(OVERVIEW, text),  # type: ignore[arg-type]
        hits=(Hit(replace(SENDS, label=text), snippet=(Piece(text), Piece(text, True))),),
    )


ADDRESSES = ["/", "/search", "/entity/ru", "/event/sends", "/article/story", f"/resource?iri={RESOURCE.node.iri}"]


@pytest.fixture(params=ADDRESSES)
def address(request: pytest.FixtureRequest) -> str:
    """The address of each sort of page."""
    return str(request.param)


@pytest.mark.parametrize("text", [SCRIPT, BREAK_OUT])
def test_elements_in_texts_stay_text(address: str, text: str) -> None:
    """A page whose labels, quotations and names hold elements has the same elements as one without, and shows them."""
    shown, harmless = page(address, all_spoilt(text)), page(address, all_spoilt("-"))
    assert text in shown.one("main").text
    assert [one.tag for one in shown.all()] == [one.tag for one in harmless.all()]
    assert [sorted(one.attributes) for one in shown.all()] == [sorted(one.attributes) for one in harmless.all()]


@pytest.mark.parametrize("code", [0x202A, 0x202E, 0x2066, 0x2069, 0x0000, 0x001B, 0x0085, 0x2028, 0xD800])
def test_hidden_characters_are_shown_for_what_they_are(address: str, code: int) -> None:
    """Overrides, isolates and controls stand in no page; badges with their numbers stand in their place."""
    shown = page(address, all_spoilt(chr(code)))
    everything = shown.text + "".join(value for one in shown.all() for value in one.attributes.values())
    assert chr(code) not in everything
    assert f"U+{code:04X}" in [one.text for one in shown.all("span", class_="unseen")]


def test_labels_keep_their_direction_to_themselves() -> None:
    """The label of a thing is isolated from what stands around it."""
    heading = page("/entity/ru").one("h1")
    assert heading.one("bdi").text == "Russia"


def test_words_that_are_looked_for_stay_text() -> None:
    """The query stands in the field of the search as it was written, and nowhere as elements."""
    shown = page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert shown.one("input", id="find").attributes["value"] == f'">{SCRIPT}'
    assert not [one for one in shown.all("script") if one.text]


def test_parameters_stay_in_their_places() -> None:
    """What stands in a parameter cannot add another one to a link."""
    shown = page("/search?q=a%26kind%3Dperson%23x&kind=event")
    following = shown.one("a", rel="next").attributes["href"]
    assert following == "/search?q=a%26kind%3Dperson%23x&kind=event&page=2"


BAD = [
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "https://",
    "http://exa mple.org",
    "https://a\u202eb",
]


@pytest.mark.parametrize("url", BAD)
def test_only_the_web_is_linked(url: str) -> None:
    """The address of an article that is none of the web is shown and not linked."""
    article = replace(ARTICLE, url=url)
    shown = page("/article/story", Known(articles={STORY.iri: article}))
    assert not shown.all("a", rel="noreferrer nofollow")
    assert shown.one("header", class_="titled").all("code")


@pytest.mark.parametrize("url", BAD)
def test_only_the_web_is_linked_as_the_same_elsewhere(url: str) -> None:
    """An identity whose IRI is none of the web is shown and not linked."""
    entity = replace(ENTITY, links=(ExternalLink(url, True),))
    links = page("/entity/ru", Known(entities={RUSSIA.iri: entity})).one("ul", class_="links")
    assert links.all("code") and not links.all("a")


def test_the_web_is_linked() -> None:
    """The address of an article on the web is a link."""
    assert page("/article/story").one("a", class_="out").attributes["href"] == "https://example.org/story"
    assert outside("https://example.org/story?a=b#c") == "https://example.org/story?a=b#c"


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "https://evil.example/", BASE + "entity/a/../b", BASE + "entity/.."]
)
def test_an_iri_leads_to_a_page_of_this_site(iri: str) -> None:
    """Whatever an IRI is, the link to its page begins with our own path."""
    assert Site(BASE).page(iri).startswith("/resource?iri=")


def test_iris_under_the_base_have_paths_of_their_own() -> None:
    """The path of such a page is what follows the base."""
    assert Site("urn:x:").page("urn:x:event/a1") == "/event/a1"


def test_iris_in_answers_lead_to_pages() -> None:
    """A dangerous IRI in an answer leads to the page about it."""
    table = page("/query?q=SELECT").one("table", class_="data")
    assert [one.attributes["href"] for one in table.all("a")] == [
        "/entity/ru",
        "/resource?iri=javascript%3Aalert%281%29",
    ]
    assert table.all("td")[0].text == "<b>Russia</b>"


def test_an_article_of_nothing_but_controls_has_its_anchors() -> None:
    """Badges change nothing about where segments begin."""
    text = OVERRIDE * 3 + "abc"
    article = ArticlePage(STORY, segments=(Segment(text[:3], 0), Segment(text[3:], 3)))
    body: Element = page("/article/story", Known(articles={STORY.iri: article})).one("article", class_="body")
    assert body.one("span", id="c-3").text == "abc"
    assert len(body.one("span", id="c-0").all("span", class_="unseen")) == 3
