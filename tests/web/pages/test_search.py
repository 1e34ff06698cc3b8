"""The search page: what it asks for, and what can be asked from there."""

from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from newsgraph.model.explorer import Asked
from web.pages.builders import ALMATY, TASS, Known
from web.pages.reading import Element, page

FULL = (
    f"/search?q=riot&kind=event&type=Type3&status=Disputed&place={ALMATY.iri}&source={TASS.iri}"
    "&from=2022-01-01&to=2022-12-31&order=date&page=2"
)
ALL = parse_qsl(urlsplit(FULL).query)


def asked_by(address: str) -> Asked:
    """The search that an address asks for."""
    known = Known()
    page(address, known)
    assert len(known.asked) == 1
    return known.asked[0]


def submitted(form: Element) -> list[tuple[str, str]]:
    """What a form sends as it stands."""
    found = []
    for one in form.all():
        if one.tag == "input" and (one.attributes.get("type") != "checkbox" or "checked" in one.attributes):
            found.append((one.attributes["name"], one.attributes["value"]))
        if one.tag == "select":
            chosen = [option for option in one.all("option") if "selected" in option.attributes]
            found.append((one.attributes["name"], (chosen or one.all("option"))[0].attributes["value"]))
    return [pair for pair in found if pair[1]]


def test_every_parameter_is_asked_for() -> None:
    """Each parameter of the address is a field of the search."""
    asked = asked_by(FULL)
    assert (asked.words, asked.kinds, asked.types, asked.statuses) == ("riot", ("event",), ("Type3",), ("Disputed",))
    assert (asked.places, asked.sources, asked.order, asked.page) == ((ALMATY.iri,), (TASS.iri,), "date", 2)
    assert (asked.start, asked.end) == ("2022-01-01", "2022-12-31")


def test_parameters_of_a_facet_repeat() -> None:
    """Values of one facet are alternatives."""
    assert asked_by("/search?type=A&type=B&type=A").types == ("A", "B")


@pytest.mark.parametrize("page_number", ["0", "-1", "x", "", "9" * 30, "1e3", "٣"])
def test_a_page_that_is_none_is_the_first(page_number: str) -> None:
    """What is no number of a page asks for the first one."""
    assert asked_by(f"/search?page={page_number}").page == 1


def test_a_day_that_is_none_is_told_and_left_out() -> None:
    """The page says so, and the search goes without it."""
    known = Known()
    shown = page("/search?from=2022-02-30", known)
    assert known.asked[0].start is None
    assert "2022-02-30" in shown.one("p", role="alert").text


def test_kinds_and_statuses_that_are_none_are_left_out() -> None:
    """Only what there is can be asked for."""
    asked = asked_by("/search?kind=spaceship&kind=person&status=True")
    assert (asked.kinds, asked.statuses) == (("person",), ())


def test_snippets_mark_what_fits() -> None:
    """The words that were looked for are marked in the snippet."""
    hit = page("/search?q=deploy").all("li", class_="hit")[0]
    assert hit.one("mark").text == "deployed"
    assert hit.one("p", class_="snippet").text == "Russia has deployed soldiers"


def test_the_form_keeps_all_that_is_asked() -> None:
    """Submitting the form as it stands asks for the same again, from the first page on."""
    form = page(FULL).one("form", id="narrow")
    kept = [pair for pair in ALL if pair[0] not in ("page", "type", "status", "place", "source")]
    assert set(kept) <= set(submitted(form))


def test_the_form_carries_along_what_no_facet_lists() -> None:
    """A place that is chosen and is in no facet stays chosen."""
    form = page("/search?place=urn:elsewhere").one("form", id="narrow")
    assert ("place", "urn:elsewhere") in submitted(form)


def test_a_chosen_value_is_ticked() -> None:
    """The boxes of what is chosen are ticked, the others are not."""
    form = page("/search?kind=event").one("form", id="narrow")
    assert [one.attributes["value"] for one in form.all("input", type="checkbox") if "checked" in one.attributes] == [
        "event"
    ]


def test_each_chip_takes_one_thing_away() -> None:
    """A chip leads to the same search without its value, from its first page on."""
    links = [one.attributes["href"] for one in page(FULL).one("ul", class_="chips").all("a")]
    without_page = [pair for pair in ALL if pair[0] != "page"]
    for href in links:
        left = parse_qsl(urlsplit(href).query)
        assert len(left) == len(without_page) - 1
        assert set(left) < set(without_page)
    assert len(links) == len(without_page) - 2  # neither the words nor the order


def test_the_pager_keeps_all_that_is_asked() -> None:
    """Other pages differ in nothing but their number."""
    shown = page(FULL)
    following = parse_qsl(urlsplit(shown.one("a", rel="next").attributes["href"]).query)
    before = parse_qsl(urlsplit(shown.one("a", rel="prev").attributes["href"]).query)
    assert following == [*ALL[:-1], ("page", "3")]
    assert before == ALL[:-1]


def test_the_pager_ends() -> None:
    """75 results on pages of 20 are four pages; the last has no next one."""
    shown = page("/search?page=4")
    assert not shown.all("a", rel="next")
    assert [one.text for one in shown.one("nav", class_="pager").all("li")] == ["1", "2", "3", "4"]


def test_a_long_pager_leaves_out_the_middle() -> None:
    """Of many pages the first, the last and those around are linked."""
    shown = page("/search?page=50", Known(total=2000))
    numbers = [one.text for one in shown.one("nav", class_="pager").all("li")]
    assert numbers == ["1", "…", "48", "49", "50", "51", "52", "…", "100"]


def test_nothing_found_is_told() -> None:
    """Without results the page says what to do."""
    shown = page("/search?q=zzz", Known(hits=(), total=0))
    assert "Nothing fits" in shown.one("p", class_="none").text
    assert not shown.all("nav", class_="pager")


def test_the_map_is_asked_the_same() -> None:
    """The link to the map keeps what is asked but the page."""
    href = next(one.attributes["href"] for one in page(FULL).all("a") if one.text == "On the map")
    assert parse_qsl(urlsplit(href).query) == ALL[:-1]


def test_a_bar_narrows_to_its_days() -> None:
    """A bar of the timeline leads to the results of its days."""
    bars = page("/search?q=riot").one("figure", class_="timeline").one("svg").all("a")
    assert [one.attributes["href"] for one in bars] == [
        f"/search?q=riot&from={day}&to={day}" for day in ("2022-01-05", "2022-01-06", "2022-01-13")
    ]


def test_the_timeline_has_a_table() -> None:
    """The numbers of the bars stand in a table too."""
    rows = page("/search").one("figure", class_="timeline").one("tbody").all("tr")
    assert [one.one("td").text for one in rows] == ["2", "7", "1"]


def test_many_values_of_a_facet_are_folded() -> None:
    """Of twelve types eight are open."""
    form = page("/search").one("form", id="narrow")
    assert len(form.one("details").all("input")) == 4


def test_the_map_of_a_search_asks_for_it() -> None:
    """The map takes the parameters of the search, and its places lead to searches that keep them."""
    known = Known()
    shown = page("/map?q=riot&type=Riot", known)
    assert (known.asked[0].words, known.asked[0].types) == ("riot", ("Riot",))
    first = shown.one("g", class_="places").all("a")[0].attributes["href"]
    assert parse_qs(urlsplit(first).query) == {
        "q": ["riot"],
        "kind": ["event"],
        "type": ["Riot"],
        "place": [ALMATY.iri],
    }
