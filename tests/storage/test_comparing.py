from collections.abc import Callable

import pytest

from newsgraph.storage import Graph

HEAD = """
@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <http://example.org/> .
:kano a ng:City ; rdfs:label "Kano" ; skos:exactMatch :k . :jos a ng:City ; rdfs:label "Jos" ; skos:exactMatch :j .
"""


def bombing(name: str, day: str, place: str, kind: str = "Bombing") -> str:
    """A bombing as the graph tells it."""
    return (
        f':{name} a ng:{kind} ; rdfs:label "Bombing {name}" ; ng:status ng:Reported ; ng:place :{place} ;'
        f' sem:hasTimeStamp "{day}"^^xsd:date .\n'
    )


@pytest.fixture
def compared() -> Callable[..., tuple[bool, tuple[str, ...]]]:
    """What a graph of two bombings says of their being one."""

    def compare(*told: str) -> tuple[bool, tuple[str, ...]]:
        graph = Graph.parse(HEAD + "".join(told))
        found = graph.compare("http://example.org/a", "http://example.org/b")
        return found.same, found.reasons

    return compare


def test_another_day(compared: Callable[..., tuple[bool, tuple[str, ...]]]) -> None:
    """Two events of two days are two, and the days are named."""
    found = compared(bombing("a", "2022-01-05", "kano"), bombing("b", "2022-01-07", "kano"))
    assert found == (False, ("another day (2022-01-05 and 2022-01-07)",))


def test_another_place(compared: Callable[..., tuple[bool, tuple[str, ...]]]) -> None:
    """Two events at two places are two, and the places are named."""
    found = compared(bombing("a", "2022-01-05", "kano"), bombing("b", "2022-01-05", "jos"))
    assert found == (False, ("another place (Kano and Jos)",))


def test_another_class(compared: Callable[..., tuple[bool, tuple[str, ...]]]) -> None:
    """Two events of classes that exclude each other are two."""
    same, reasons = compared(bombing("a", "2022-01-05", "kano"), bombing("b", "2022-01-05", "kano", "Shooting"))
    assert (same, reasons[0].startswith("Bombing is no Shooting")) == (False, True)


def test_merged() -> None:
    """What two articles tell of one event is one for the reasons that the graph keeps, under any of its names."""
    match = ':m a ng:Match ; ng:matchOf :a ; ng:reason "same place" ; ng:score 0.8 . :a ng:mergedFrom :b .\n'
    found = Graph.parse(HEAD + bombing("a", "2022-01-05", "kano") + match).compare("Bombing a", "http://example.org/b")
    assert (found.same, found.reasons) == (True, ("same place (score 0.8)",))


def test_doubt(compared: Callable[..., tuple[bool, tuple[str, ...]]]) -> None:
    """A match that nobody has judged is told."""
    match = ':m a ng:Match ; ng:left :a ; ng:right :b ; ng:reason "same full name" ; ng:judgement ng:Unsure .\n'
    same, reasons = compared(bombing("a", "2022-01-05", "kano"), bombing("b", "2022-01-07", "kano"), match)
    assert (same, reasons[-1]) == (False, "they might be one: same full name (a person can judge that)")


def test_unknown() -> None:
    """What the graph does not know is said, whatever it is called."""
    found = Graph.parse(HEAD).compare("Kano", "<script>")
    assert (found.same, found.reasons) == (False, ("nothing is told about '<script>'",))
