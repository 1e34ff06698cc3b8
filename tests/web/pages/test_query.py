"""The query page and the page of a network."""

from urllib.parse import parse_qs, urlsplit

import pytest

from newsgraph.ontology.queries import named_queries
from web.pages.builders import RUSSIA
from web.pages.reading import page


def test_every_named_query_is_offered() -> None:
    """Each question that comes with the program is linked by its words."""
    offered = [one.text for one in page("/query").one("nav", class_="questions").all("a")]
    assert offered == [one.question for one in named_queries().values()]
    assert offered


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_a_named_query_asks_for_its_parameters(name: str) -> None:
    """A field stands there for each parameter, filled with its default."""
    form = page(f"/query?name={name}").one("form", class_="named")
    found = {
        one.attributes["name"]: one.attributes["value"] for one in form.all("input") if one.attributes["name"] != "name"
    }
    assert found == {f"p-{one.name}": one.default or "" for one in named_queries()[name].params}


def test_a_named_query_is_run_with_its_values() -> None:
    """The values are bound, as text, into the query that is run and shown."""
    shown = page('/query?name=deployments&run=1&p-who=O"Neill')
    assert r'"O\"Neill"' in shown.one("textarea").text
    assert shown.one("section", id="answer")
    assert shown.one("input", id="p-who").attributes["value"] == 'O"Neill'


def test_a_named_query_is_not_run_before_it_is_asked_to() -> None:
    """Choosing a question shows it, and runs nothing."""
    assert not page("/query?name=deployments").all("section", id="answer")


def test_a_parameter_that_is_missing_is_told() -> None:
    """A query without what it must have is not run."""
    shown = page("/query?name=timeline&run=1", status=400)
    assert "person" in shown.one("p", role="alert").text
    assert not shown.all("section", id="answer")


def test_a_table_is_a_table() -> None:
    """An answer has its columns and rows; what is not bound is an empty cell."""
    table = page("/query?q=SELECT").one("table", class_="data")
    assert [one.text for one in table.all("th")] == ["who", "what"]
    assert [len(one.all("td")) for one in table.one("tbody").all("tr")] == [2, 2]


def test_a_verdict_is_yes_or_no() -> None:
    """An ASK is answered by a word."""
    assert page("/query?q=ASK").one("p", class_="verdict").text == "Yes"


def test_triples_are_shown_as_turtle() -> None:
    """What a CONSTRUCT makes is shown as it is."""
    assert page("/query?q=CONSTRUCT").one("pre").text == "<urn:a> <urn:b> <urn:c> ."


def test_an_answer_can_be_downloaded() -> None:
    """Links lead to the same query in four formats."""
    links = page("/query?q=SELECT+%26").one("p", class_="downloads").all("a")
    asked = [parse_qs(urlsplit(one.attributes["href"]).query) for one in links]
    assert [one["format"] for one in asked] == [["csv"], ["tsv"], ["json"], ["xml"]]
    assert all(one["query"] == ["SELECT &"] for one in asked)


def test_a_text_keeps_its_lines() -> None:
    """A query comes back as it was written."""
    assert page("/query?q=%0ASELECT%0D%0A++*").one("textarea").text.removeprefix("\n") == "SELECT\n  *"


def test_a_network_is_listed_by_neighbour() -> None:
    """Each neighbour stands there with the edges that lead to it, and each edge leads to its fact."""
    shown = page(f"/graph?iri={RUSSIA.iri}")
    neighbours = shown.one("ul", class_="ties").all("h3")
    assert {one.all("a")[0].text for one in neighbours} == {"Almaty", "Russia deploys soldiers to Kazakhstan", "TASS"}
    edges = shown.one("ul", class_="ties").all("a", class_="predicate")
    assert {one.attributes["href"] for one in edges} == {"/event/sends", "/relation/holds"}


def test_a_network_tells_a_script_where_its_values_are() -> None:
    """What is narrowed to goes along to the endpoint that a script asks."""
    network = page(f"/graph?iri={RUSSIA.iri}&type=Riot&from=2022-01-01").one("div", id="network")
    assert network.attributes["data-iri"] == RUSSIA.iri
    parts = urlsplit(network.attributes["data-src"])
    assert parts.path == "/api/network"
    assert parse_qs(parts.query) == {"iri": [RUSSIA.iri], "type": ["Riot"], "from": ["2022-01-01"]}


def test_a_type_that_is_chosen_stays_chosen() -> None:
    """A type that the narrowed network no longer has can still be unticked."""
    form = page(f"/graph?iri={RUSSIA.iri}&type=Riot").one("form", class_="bar")
    ticked = [one.attributes["value"] for one in form.all("input", type="checkbox") if "checked" in one.attributes]
    assert ticked == ["Riot"]
