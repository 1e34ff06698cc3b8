"""The pages of facts and of entities: status, claims, figures, contradictions."""

from dataclasses import replace

import pytest

from newsgraph.model.explorer import FigureView, Node, ResourcePage, Speaker
from newsgraph.web.pages.ranges import WIDTH, charts
from newsgraph.web.pages.words import STATUSES, amount, worlds
from web.pages.builders import (
    BASE,
    DENIED,
    FACT,
    FIGURES,
    MINISTRY,
    NO,
    RIOT,
    SENDS,
    SURE_NOT,
    TOLL,
    YES,
    Known,
    claim,
    figure,
)
from web.pages.reading import get, page


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_explained(status: str) -> None:
    """Each status has a word, a sign and a sentence."""
    fact = replace(FACT, node=replace(SENDS, status=status))
    standing = page("/event/sends", Known(facts={SENDS.iri: fact})).one("p", class_="standing")
    assert standing.one("span", class_="status").text.strip() == status
    assert standing.one("span", class_="status").all("svg")
    assert STATUSES[status] in standing.text


def test_what_is_no_fact_says_how_it_is_told() -> None:
    """A told event says that it is no fact, and that it is denied."""
    standing = page("/event/denied").one("p", class_="standing")
    assert standing.one("span", class_="is-told").text.strip() == "Told, no fact: denied"


def test_worlds_are_told_once() -> None:
    """Denied and planned, possible: each once, in the order of the claims; what is actual says nothing more."""
    planned = Speaker(MINISTRY, "possible, planned", "PossiblePositive", "Planned")
    assert worlds([claim("a", SURE_NOT), claim("b", planned), claim("c", SURE_NOT)]) == [
        "denied",
        "possible",
        "planned",
    ]


def test_a_chain_of_speakers_reads_from_the_innermost_outwards() -> None:
    """The one who said it comes first, then who says that."""
    first = page("/event/sends").one("article", id="claim-c1").one("p", class_="voices")
    assert " ".join(first.text.split()) == "Interior Ministry certain, says TASS certain"


def test_who_has_no_name_is_the_article() -> None:
    """A speaker without a node is the article itself."""
    fact = replace(FACT, claims=(claim("c1", Speaker(None, "certain")),), contradictions=())
    voices = (
        page("/event/sends", Known(facts={SENDS.iri: fact})).one("article", id="claim-c1").one("p", class_="voices")
    )
    assert voices.text.startswith("the article itself")


def test_a_quotation_marks_the_words_and_leads_to_them() -> None:
    """The words are marked in their sentence, which leads to their place in the article."""
    quote = page("/event/sends").one("article", id="claim-c1").one("figure", class_="quote")
    assert quote.one("mark").text == "deployed"
    assert quote.one("blockquote").text == "Russia has deployed soldiers, agencies said."
    assert quote.all("a")[0].attributes["href"] == "/article/story#c-11"


def test_contradictions_stand_side_by_side() -> None:
    """The two claims of a pair stand in one box."""
    pair = page("/event/sends").one("div", class_="against")
    assert [one.attributes["class"] for one in pair.all("article")] == ["claim affirms", "claim denies"]


def test_contradictions_among_disputes_are_paired_once() -> None:
    """Two claims that contradict each other are one pair, and stand nowhere else."""
    dispute = page("/disputes?sort=contradicted").all("section", class_="dispute")[0]
    assert len(dispute.all("div", class_="against")) == 1
    assert len(dispute.all("article", class_="claim")) == 3


def test_the_sort_of_disputes_is_marked() -> None:
    """The tab of the sort that is shown is the current one, with its number."""
    tabs = page("/disputes?sort=contradicted").one("nav", class_="tabs")
    assert [one.text.strip() for one in tabs.all("a", **{"aria-current": "page"})] == ["Contradicted 2"]


def test_disputes_have_pages() -> None:
    """45 denials on pages of 20 are three pages, which keep the sort."""
    following = page("/disputes?page=2").one("a", rel="next").attributes["href"]
    assert following == "/disputes?sort=denied&page=3"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (8, 8, "8"),
        (24, None, "24 or more"),
        (None, 225, "up to 225"),
        (8, 12, "8 to 12"),
        (None, None, "an unknown number"),
    ],
)
def test_a_figure_reads_as_people_say_it(low: float | None, high: float | None, words: str) -> None:
    """How many, in words."""
    assert amount(figure("f", low, high)) == words


def test_about_is_about() -> None:
    """An approximate figure says so."""
    assert amount(replace(figure("f", 20000, 20000), approximate=True)) == "about 20,000"


def test_figures_stand_on_one_scale() -> None:
    """The same number has the same place in every line, and an open end goes to the edge."""
    few, many = charts([figure("a", 8, 100), figure("b", 100, None)])[0].lines
    assert few.x + few.width == pytest.approx(many.x)
    assert many.x + many.width == pytest.approx(WIDTH)
    assert (few.open_high, many.open_high) == (False, True)


def test_figures_of_very_different_size_stand_on_a_logarithmic_scale() -> None:
    """From eight to a million each is still seen."""
    chart = charts([figure("a", 8, 8), figure("b", 1_000_000, 1_000_000)])[0]
    assert chart.logarithmic
    assert 10 < chart.lines[0].x < chart.lines[1].x <= WIDTH


def test_each_thing_that_is_counted_has_its_chart() -> None:
    """Deaths and arrests are never on one scale."""
    found = charts([figure("a", 1, 1), figure("b", 2, 2, counts="Arrests"), figure("c", 3, 3)], about=RIOT.iri)
    assert [(one.title, len(one.lines)) for one in found] == [("Deaths", 2), ("Arrests", 1)]


@pytest.mark.parametrize("value", [0.0, 0.25, 1.0, float("inf"), -5.0, 1e300])
def test_any_number_has_a_place(value: float) -> None:
    """No number leads outside the chart."""
    line = charts([FigureView(Node("urn:f", "f", "figure"), "Deaths", value, value)])[0].lines[0]
    assert 0 <= line.x <= WIDTH


def test_figures_are_told_by_speaker() -> None:
    """Each line of the chart has its speaker, its words, and a picture that says the same."""
    table = page("/event/sends").one("table", class_="ranges")
    rows = table.one("tbody").all("tr")
    speakers = [row.one("p", class_="voices").all("a")[0].text for row in rows]
    assert speakers == ["Kassym-Jomart Tokayev", "Interior Ministry", "TASS"]
    amounts = [row.one("td", class_="amount").text.replace("Reported", "").strip() for row in rows]
    assert amounts == ["up to 225", "8", "24 or more"]
    assert [row.one("svg", role="img").attributes["aria-label"] for row in rows] == amounts


def told_of(name: str, predicate: str, value: Node) -> tuple[str, ResourcePage]:
    """A resource that says one thing."""
    iri = BASE + name
    return iri, ResourcePage(Node(iri, name, name.split("/")[0]), ((predicate, (value,)),))


def test_a_figure_leads_to_its_event() -> None:
    """The address of a figure leads to its line on the event's page, and that is there."""
    known = Known(resources=dict([told_of("figure/few", "figure of", SENDS)]))
    response = get("/figure/few", known)
    assert (response.status_code, response.headers["location"]) == (303, "/event/sends#figure-few")
    assert page("/event/sends").one("tr", id="figure-few")


def test_a_claim_within_a_claim_leads_to_the_innermost_fact() -> None:
    """From what TASS says of what the ministry says, one gets to what the ministry says."""
    inner = Node(BASE + "claim/c1", "c1", "claim")
    known = Known(resources=dict([told_of("claim/outer", "about", inner), told_of("claim/c1", "about", SENDS)]))
    assert get("/claim/outer", known).headers["location"] == "/event/sends#claim-outer"


def test_claims_in_a_circle_end() -> None:
    """Two claims about each other lead nowhere, and what is said of the one is shown."""
    one, other = Node(BASE + "claim/a", "a", "claim"), Node(BASE + "claim/b", "b", "claim")
    known = Known(resources=dict([told_of("claim/a", "about", other), told_of("claim/b", "about", one)]))
    assert get("/claim/a", known).status_code == 200


def test_a_resource_with_a_page_leads_there() -> None:
    """Asking for the resource of an event shows the event."""
    response = get(f"/resource?iri={SENDS.iri}")
    assert (response.status_code, response.headers["location"]) == (303, "/event/sends")


def test_identities_elsewhere_say_whether_they_are_accepted() -> None:
    """Each link outside tells whether it is accepted, its score and its reasons."""
    links = page("/entity/ru").one("ul", class_="links").all("p")
    assert [" ".join(one.text.split()) for one in links] == [
        "accepted score 0.98: same name, known country",
        "doubtful score 0.41: name alone",
    ]


def test_what_is_told_stands_apart_on_the_page_of_an_entity() -> None:
    """Events that are no facts are not among the events."""
    shown = page("/entity/ru")
    events = shown.one("section", **{"aria-labelledby": "h-events"})
    assert DENIED.label not in events.text
    assert DENIED.label in shown.one("section", class_="apart").text


def test_a_list_that_is_cut_says_so() -> None:
    """Of 120 events two are shown, and there are more pages."""
    shown = page("/entity/ru")
    assert shown.one("h2", id="h-events").one("span", class_="count").text == "2 of 120"
    assert shown.one("a", rel="next").attributes["href"] == "/entity/ru?page=2"


def test_the_fake_graph_has_what_is_tested() -> None:
    """The values that these tests read are what they should be."""
    assert YES.contradicts == (NO.iri,) and len(FIGURES) == 3 and TOLL.status == "Reported"
