"""Text of articles that would like to be more than text."""

from dataclasses import replace

import pytest

from newsgraph.model.explorer import ArticlePage
from newsgraph.web.reporting import report
from web.pages.builders import ARTICLE, DISPUTES, FACT, MAP, OVERVIEW, SENDS, TOLD
from web.pages.reading import Element, read
from web.pages.test_hostile import BREAK_OUT, OVERRIDE, SCRIPT, spoilt
from web.reporting.asked import Known


def spoilt_report(text: str) -> str:
    """A report of a graph whose every text ends so."""
    values = (spoilt(one, text) for one in ((FACT,), (TOLD,), ARTICLE, OVERVIEW, MAP, DISPUTES[:1]))
    return report(Known(*values), title=f"News {text}")  # type: ignore[arg-type]


def entries(page: Element) -> int:
    """How many entries a report has."""
    return len(page.all("article", class_="entry"))


@pytest.mark.parametrize("text", [SCRIPT, BREAK_OUT, "</style><script>alert(1)</script>", "{{ 7 * 7 }}{% raw %}"])
def test_text_stays_text(text: str) -> None:
    """The report has the same elements as one of harmless text, and shows the text as it is."""
    page, plain = read(spoilt_report(text)), read(spoilt_report(" harmless"))
    assert entries(page) == 2
    assert [one.tag for one in page.all()] == [one.tag for one in plain.all()]
    assert page.text.count(text) > 30


def test_hidden_characters_are_shown() -> None:
    """What would turn text around is shown by its number, and does nothing."""
    written = spoilt_report(OVERRIDE)
    assert OVERRIDE not in written
    assert written.count("U+202E") > 30


def test_halves_of_characters() -> None:
    """What no encoding can write is shown by its number."""
    assert "U+D83D" in spoilt_report("\ud83d").encode().decode()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://e.org/\u202ex", "//e.org"])
def test_addresses_that_are_no_links(address: str) -> None:
    """An article's address is a link only where it leads to the web."""
    article: ArticlePage = replace(ARTICLE, url=address)
    page = read(report(Known(page=article)))
    section = page.one("section", id="articles")
    assert section.all("code")
    assert [one for one in section.all("a") if not one.attributes["href"].startswith("#")] == []


def test_address_that_is_a_link() -> None:
    """An article's address on the web is a link that tells nobody where it comes from."""
    link = read(report(Known())).one("section", id="articles").one("a", class_="out")
    assert link.attributes["href"] == "https://example.org/story"
    assert "noreferrer" in link.attributes["rel"]


def test_names_that_collide() -> None:
    """IRIs that end alike, or like a section, have places of their own."""
    ends = ("https://a.example/event/x", "https://b.example/event/x", "urn:events", 'https://a.example/s/"><b>')
    facts = [replace(FACT, node=replace(SENDS, iri=iri)) for iri in ends]
    page = read(report(Known(facts)))
    names = [one.attributes["id"] for one in page.all() if "id" in one.attributes]
    assert entries(page) == 5
    assert len(names) == len(set(names))
