"""Hostile terms come out of every format as they went in."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib

from web.hostile.texts import IRIS, LONG, TEXTS
from web.service import Running, running

GRAPH = "urn:x:hostile"
ROWS = f"SELECT ?o {{ GRAPH <{GRAPH}> {{ <urn:x:s> <urn:x:p> ?o }} }}"
TRIPLES = f"CONSTRUCT {{ <urn:x:s> <urn:x:p> ?o }} {{ GRAPH <{GRAPH}> {{ <urn:x:s> <urn:x:p> ?o }} }}"
SPARQL = "{http://www.w3.org/2005/sparql-results#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold stands for in it.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Term = ox.NamedNode | ox.Literal


@pytest.fixture(scope="module")
def terms() -> frozenset[Term]:
    """Literals of all sorts, and IRIs."""
    texts = (*TEXTS.values(), LONG)
    plain = [ox.Literal(text) for text in texts]
    told = [ox.Literal(text, language="en") for text in texts]
    typed = [ox.Literal(text, datatype=ox.NamedNode("urn:x:type'\u00e9")) for text in texts]
    return frozenset((*plain, *told, *typed, *map(ox.NamedNode, IRIS)))


@pytest.fixture(scope="module")
def service(terms: frozenset[Term], tmp_path_factory: pytest.TempPathFactory) -> Running:
    """A service of them."""
    path = tmp_path_factory.mktemp("terms") / "terms.nq"
    quads = [ox.Quad(ox.NamedNode("urn:x:s"), ox.NamedNode("urn:x:p"), one, ox.NamedNode(GRAPH)) for one in terms]
    ox.serialize(quads, str(path), format=ox.RdfFormat.N_QUADS)
    with running([path]) as service:
        yield service


def _asked(service: Running, query: str, media: str) -> bytes:
    found = service.ask("POST", "/sparql", data={"query": query}, headers={"Accept": media})
    assert found.status_code == 200
    assert found.headers["content-type"].startswith(media)
    return found.content


def _xml(term: Term) -> Term:
    """A term as XML can hold it."""
    if isinstance(term, ox.NamedNode):
        return term
    text = NOT_XML.sub("\N{REPLACEMENT CHARACTER}", term.value)
    return ox.Literal(text, language=term.language) if term.language else ox.Literal(text, datatype=term.datatype)


def test_json(service: Running, terms: frozenset[Term]) -> None:
    """Results in JSON."""
    rows = json.loads(_asked(service, ROWS, "application/sparql-results+json"))["results"]["bindings"]
    assert {_of_json(row["o"]) for row in rows} == terms


def _of_json(cell: dict[str, str]) -> Term:
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if "xml:lang" in cell:
        return ox.Literal(cell["value"], language=cell["xml:lang"])
    return (
        ox.Literal(cell["value"], datatype=ox.NamedNode(cell["datatype"]))
        if "datatype" in cell
        else ox.Literal(cell["value"])
    )


def test_xml(service: Running, terms: frozenset[Term]) -> None:
    """Results in XML, but for what XML cannot hold."""
    root = ET.fromstring(_asked(service, ROWS, "application/sparql-results+xml"))
    assert {_of_xml(one[0]) for one in root.iter(f"{SPARQL}binding")} == set(map(_xml, terms))


def _of_xml(cell: ET.Element) -> Term:
    text = cell.text or ""
    if cell.tag == f"{SPARQL}uri":
        return ox.NamedNode(text)
    if language := cell.get(XML_LANG):
        return ox.Literal(text, language=language)
    datatype = cell.get("datatype")
    return ox.Literal(text, datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(text)


def test_csv(service: Running, terms: frozenset[Term]) -> None:
    """The texts of results in CSV, which has nothing but texts."""
    text = _asked(service, ROWS, "text/csv").decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["o"]
    assert {"".join(row) for row in rows[1:]} == {term.value for term in terms}


def test_tsv(service: Running, terms: frozenset[Term]) -> None:
    """Results in TSV, whose cells are terms as in Turtle."""
    lines = _asked(service, ROWS, "text/tab-separated-values").decode().split("\n")
    assert lines[0] == "?o" and lines[-1] == ""
    text = "".join(f"<urn:x:s> <urn:x:p> {line} .\n" for line in lines[1:-1])
    assert {quad.object for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == terms


PARSED = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("media", PARSED)
def test_triples(service: Running, terms: frozenset[Term], media: str) -> None:
    """Triples in each syntax."""
    found = ox.parse(_asked(service, TRIPLES, media), format=PARSED[media])
    assert {quad.object for quad in found} == terms


def test_rdf_xml(service: Running, terms: frozenset[Term]) -> None:
    """Triples in RDF/XML, but for what XML cannot hold."""
    found = ox.parse(_asked(service, TRIPLES, "application/rdf+xml"), format=ox.RdfFormat.RDF_XML)
    assert {quad.object for quad in found} == set(map(_xml, terms))


OTHERS: dict[str, Callable[[Term], Term]] = {"turtle": lambda term: term, "nt": lambda term: term, "xml": _xml}
MEDIA = {"turtle": "text/turtle", "nt": "application/n-triples", "xml": "application/rdf+xml"}


@pytest.mark.parametrize("format", OTHERS)
def test_another_reader(service: Running, terms: frozenset[Term], format: str) -> None:
    """Another library reads the same."""
    graph = rdflib.Graph().parse(data=_asked(service, TRIPLES, MEDIA[format]), format=format)
    texts = {str(term) for term in graph.objects()}
    assert texts == {OTHERS[format](term).value for term in terms}
