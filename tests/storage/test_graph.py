import time
from datetime import date

import pytest

from newsgraph.errors import QueryError
from newsgraph.model.findings import Target, TargetKind
from newsgraph.ontology.rules import rules
from newsgraph.storage import Graph, QuadStore
from pipeline.builders import deployment, told


@pytest.fixture(scope="module")
def graph() -> Graph:
    """A graph of one deployment with a figure, closed under the rules."""
    story = deployment(day="2022-01-05")
    story.says(story.figure("Troops", Target(TargetKind.EVENT, 0), "soldiers", 2000))
    store = QuadStore()
    store.add(told(story))
    store.infer(rules())
    return Graph(store)


def test_select(graph: Graph) -> None:
    """Rows are tuples of Python values under the names of their columns."""
    rows = graph.query(
        "SELECT ?when ?least WHERE { ?e sem:hasTimeStamp ?when . ?f ng:figureOf ?e ; ng:minimum ?least }"
    )
    assert rows.columns == ("when", "least")
    assert list(rows) == [(date(2022, 1, 5), 2000)]


def test_unbound(graph: Graph) -> None:
    """What is not bound is None."""
    assert graph.query("SELECT ?a ?b WHERE { VALUES ?a { 1 } }")[0] == (1, None)


def test_ask(graph: Graph) -> None:
    """The truth of the rows of an ASK is its answer."""
    assert graph.query("ASK { ?e a ng:TroopDeployment }")
    assert not graph.query("ASK { ?e a ng:Earthquake }")


def test_construct(graph: Graph) -> None:
    """A CONSTRUCT gives a row for each triple."""
    rows = graph.query("CONSTRUCT { ?a ng:agent ?b } WHERE { ?a ng:agent ?b }")
    assert (len(rows), rows.columns) == (1, ("subject", "predicate", "object"))


def test_shortcut(graph: Graph) -> None:
    """Rules give the triple between sender and destination, and SEM's actor."""
    assert graph.query('ASK { ?r rdfs:label "Russia" ; ng:deploysTroopsTo/rdfs:label "Kazakhstan" }')
    assert graph.query("ASK { ?e a sem:Event ; sem:hasActor ?r }")


def test_inferred_apart(graph: Graph) -> None:
    """What rules add stands in a graph of its own."""
    rows = graph.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?r ng:deploysTroopsTo ?k } }")
    assert list(rows) == [("https://w3id.org/newsgraph/data/graph/inferred",)]


def test_ontology(graph: Graph) -> None:
    """A query sees the ontology's tree, unless it is told not to."""
    sparql = "SELECT ?e WHERE { ?e a/rdfs:subClassOf+ ng:Event }"
    assert len(graph.query(sparql)) == 1
    assert len(graph.query(sparql, ontology=False)) == 0


def test_ontology_is_not_written(graph: Graph) -> None:
    """The ontology is no part of the graph that is written or counted."""
    graph.query("ASK { ?s ?p ?o }")
    assert "owl:Class" not in graph.serialize()
    assert len(graph) == len(graph.serialize("ntriples").splitlines())


def test_once() -> None:
    """What two articles tell is one answer, not two."""
    store = QuadStore()
    store.add(told(deployment(), deployment("Russia then deployed soldiers to Kazakhstan, TASS said.")))
    assert list(Graph(store).query("SELECT ?l WHERE { ?x a ng:NewsAgency ; rdfs:label ?l }")) == [("TASS",)]


def test_malformed(graph: Graph) -> None:
    """A query that is none is a QueryError."""
    with pytest.raises(QueryError, match="cannot be answered"):
        graph.query("SELEKT everything")


def test_no_updates(graph: Graph) -> None:
    """A query changes nothing."""
    with pytest.raises(QueryError):
        graph.query("DELETE WHERE { ?s ?p ?o }")
    assert len(graph) > 0


def test_timeout(graph: Graph) -> None:
    """A query that takes too long is ended."""
    began = time.monotonic()
    with pytest.raises(QueryError, match="took longer than"):
        graph.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=0.5)
    assert time.monotonic() - began < 5


def test_in_time(graph: Graph) -> None:
    """A query with a time limit has the same answer as one without."""
    sparql = "SELECT ?l WHERE { ?e rdfs:label ?l } ORDER BY ?l"
    assert list(graph.query(sparql, timeout=60)) == list(graph.query(sparql)) != []


def test_error_in_time(graph: Graph) -> None:
    """A malformed query with a time limit is the same error as without."""
    with pytest.raises(QueryError, match="cannot be answered"):
        graph.query("SELEKT", timeout=60)


def test_explain_label(graph: Graph) -> None:
    """A label gives the facts around what it names, with speaker, certainty and the sentence."""
    text = graph.explain("Kazakhstan").text()
    assert "TroopDeployment, Reported" in text
    assert "TASS (CertainPositive, Actual)" in text
    assert "Russia [deployed] soldiers to Kazakhstan, TASS said." in text


def test_explain_iri(graph: Graph) -> None:
    """An IRI gives the fact that it names."""
    iri = str(graph.query("SELECT ?e WHERE { ?e a ng:TroopDeployment }")[0][0])
    assert iri in {fact.iri for fact in graph.explain(iri).facts}


def test_explain_speaker(graph: Graph) -> None:
    """A speaker's name gives what it says."""
    assert "TroopDeployment" in {fact.type for fact in graph.explain("TASS").facts}


def test_explain_nothing(graph: Graph) -> None:
    """What is not in the graph has no facts, and the text says so."""
    assert graph.explain("Atlantis").facts == ()
    assert "nothing is told" in graph.explain("Atlantis").text()


def test_stats(graph: Graph) -> None:
    """The numbers add up."""
    found = graph.stats()
    assert (found.classes["TroopDeployment"], found.statuses) == (1, {"Reported": 1, "Asserted": 1})
    assert sum(found.layers.values()) == found.triples == len(graph)
