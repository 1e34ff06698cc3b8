"""Every named query returns what a reader of known.ttl would answer."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from newsgraph.ontology.files import folder
from newsgraph.ontology.queries import NamedQuery, named_queries

HERE = Path(__file__).parent
ONTOLOGY = ox.NamedNode("https://w3id.org/newsgraph/ontology")
ANSWERS: list[dict[str, Any]] = json.loads((HERE / "answers.json").read_text())
QUERIES = named_queries()
VALUES = {"string": "planned", "label": "a", "date": "2030-05", "integer": "1", "iri": "https://example.org/id/arcadia"}


@pytest.fixture(scope="module")
def known() -> ox.Store:
    """The known world, with the ontology beside it in its own graph."""
    store = ox.Store()
    store.load(path=str(HERE / "known.ttl"), format=ox.RdfFormat.TURTLE)
    for path in sorted(folder("ontology").glob("*.ttl")):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY)
    return store


def _filled(query: NamedQuery) -> str:
    return query.bound({param.name: VALUES[param.type] for param in query.params})


def _rows(found: Any) -> Any:
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    return [[None if term is None else term.value for term in row] for row in found]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: f"{a['query']} {a['params']}")
def test_rows(answer: dict[str, Any], known: ox.Store) -> None:
    """The rows and their order are those that are known."""
    query = QUERIES[answer["query"]]
    assert _rows(known.query(query.bound(answer["params"]), use_default_graph_as_union=True)) == answer["rows"]


@pytest.mark.parametrize("name", QUERIES)
def test_has_known_rows(name: str) -> None:
    """At least one known answer of every query holds something."""
    assert any(answer["rows"] for answer in ANSWERS if answer["query"] == name)


@pytest.mark.parametrize("name", QUERIES)
def test_parses(name: str) -> None:
    """The file as it stands, and with all its parameters bound, is SPARQL 1.1 for a second engine too."""
    for text in (QUERIES[name].text, _filled(QUERIES[name])):
        assert prepareQuery(text).algebra


@pytest.mark.parametrize("name", QUERIES)
def test_columns(name: str, known: ox.Store) -> None:
    """The header names the columns that the query returns, in their order."""
    found = known.query(_filled(QUERIES[name]), use_default_graph_as_union=True)
    if isinstance(found, ox.QuerySolutions):
        assert [variable.value for variable in found.variables] == [c.name for c in QUERIES[name].columns]
    else:
        assert len(QUERIES[name].columns) == 1


@pytest.mark.parametrize("name", QUERIES)
def test_order_is_stable(name: str) -> None:
    """A SELECT says in which order its rows come."""
    text = QUERIES[name].text
    assert "ORDER BY" in text or "\nASK" in text


def test_enough() -> None:
    """There are at least eighteen questions, and no two ask the same."""
    assert len({query.question for query in QUERIES.values()}) == len(QUERIES) >= 18
