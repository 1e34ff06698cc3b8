"""The clients that people use, each against a running service over a real socket."""

import json
import subprocess
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TSV, TURTLE, XML, SPARQLWrapper

from newsgraph.linking import Endpoint
from newsgraph.model.answers import Table
from web.service import Running

SELECT = "SELECT ?o WHERE { <http://example.org/a> <http://example.org/p> ?o } ORDER BY ?o"
ANSWER = ["http://example.org/b", "http://example.org/c"]


def _wrapper(small: Running, query: str, format: str) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(f"{small.url}/sparql")
    wrapper.setTimeout(60)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(format)
    return wrapper


def test_sparqlwrapper_json(small: Running) -> None:
    """SPARQLWrapper gets a table as JSON."""
    found = _wrapper(small, SELECT, JSON).queryAndConvert()
    assert [row["o"]["value"] for row in found["results"]["bindings"]] == ANSWER


@pytest.mark.parametrize("method", ["urlencoded", POSTDIRECTLY])
def test_sparqlwrapper_post(small: Running, method: str) -> None:
    """SPARQLWrapper sends a query by POST, in a form or as it is."""
    wrapper = _wrapper(small, SELECT, JSON)
    wrapper.setMethod(POST)
    wrapper.setRequestMethod(method)
    assert len(wrapper.queryAndConvert()["results"]["bindings"]) == 2


def test_sparqlwrapper_xml(small: Running) -> None:
    """SPARQLWrapper gets a table as XML."""
    found = _wrapper(small, SELECT, XML).queryAndConvert()
    assert [node.firstChild.data for node in found.getElementsByTagName("uri")] == ANSWER


@pytest.mark.parametrize(("format", "line"), [(CSV, b"http://example.org/b"), (TSV, b"<http://example.org/b>")])
def test_sparqlwrapper_lines(small: Running, format: str, line: bytes) -> None:
    """SPARQLWrapper gets a table as CSV or TSV."""
    assert _wrapper(small, SELECT, format).query().convert().split()[1] == line


def test_sparqlwrapper_triples(small: Running) -> None:
    """SPARQLWrapper gets triples as Turtle."""
    found = _wrapper(small, "CONSTRUCT WHERE { ?s <http://example.org/p> ?o }", TURTLE).queryAndConvert()
    assert len(rdflib.Graph().parse(data=found, format="turtle")) == 2


def test_rdflib_query(small: Running) -> None:
    """rdflib's store asks the service as if it were a graph at hand."""
    graph = rdflib.Graph(SPARQLStore(f"{small.url}/sparql"))
    assert [str(row.o) for row in graph.query(SELECT)] == ANSWER  # type: ignore[union-attr]


def test_rdflib_triples(small: Running) -> None:
    """rdflib's store looks triples up."""
    graph = rdflib.Graph(SPARQLStore(f"{small.url}/sparql"))
    found = graph.objects(rdflib.URIRef("http://example.org/a"), rdflib.URIRef("http://example.org/p"))
    assert sorted(map(str, found)) == ANSWER


def test_rdflib_ask_and_construct(small: Running) -> None:
    """rdflib's store takes a yes and triples, too."""
    store = SPARQLStore(f"{small.url}/sparql")
    assert store.query("ASK { ?s ?p <http://example.org/c> }").askAnswer
    assert len(store.query("CONSTRUCT WHERE { ?s <http://example.org/p> ?o }").graph or ()) == 2


def test_rdflib_service(small: Running) -> None:
    """A query elsewhere can call the service by SERVICE."""
    query = f"SELECT ?o {{ SERVICE <{small.url}/sparql> {{ {SELECT} }} }}"
    assert sorted(str(row.o) for row in rdflib.Graph().query(query)) == ANSWER  # type: ignore[union-attr]


def test_curl(small: Running, tmp_path: Path) -> None:
    """Curl asks with a query from a file."""
    query = tmp_path / "query.rq"
    query.write_text(SELECT)
    command = ["curl", "-sS", "--fail", "-H", "Accept: application/sparql-results+json", f"{small.url}/sparql"]
    told = subprocess.run([*command, "--data-urlencode", f"query@{query}"], capture_output=True, check=True).stdout
    assert [row["o"]["value"] for row in json.loads(told)["results"]["bindings"]] == ANSWER


def test_our_own(small: Running) -> None:
    """`newsgraph query --endpoint` asks it."""
    found = Endpoint(f"{small.url}/sparql").query(SELECT)
    assert isinstance(found, Table)
    assert [row[0].value for row in found.rows if row[0]] == ANSWER
