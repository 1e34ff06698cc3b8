"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/) over a real socket, case by case."""

from dataclasses import dataclass, field
from urllib.parse import quote

import pytest

from web.service import Running

SELECT = "SELECT ?o WHERE { <http://example.org/a> <http://example.org/p> ?o } ORDER BY ?o"
ASK = "ASK { <http://example.org/a> ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s <http://example.org/q> ?o } WHERE { ?s <http://example.org/p> ?o }"
DESCRIBE = "DESCRIBE <http://example.org/a>"
ONE, TWO = "http://example.org/one", "http://example.org/two"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
B, C = b"http://example.org/b", b"http://example.org/c"


@dataclass(frozen=True)
class Case:
    """A request, by the section of the specification that it is from, and what must come back."""

    name: str
    method: str = "GET"
    query: str = ""
    body: str | bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    media: str = ""
    holds: tuple[bytes, ...] = ()
    lacks: tuple[bytes, ...] = ()


def _get(query: str, *more: tuple[str, str], **rest: object) -> dict[str, object]:
    pairs = [("query", query), *more]
    return {"query": "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs), **rest}


def _accepting(query: str, media: str, *holds: bytes, gives: str = "") -> Case:
    shown = media.partition(";")[0]
    given = _get(query, headers={"Accept": media}, media=gives or shown, holds=holds)
    return Case(f"{query.split()[0].lower()} as {media}", **given)  # type: ignore[arg-type]


CASES = [
    # 2.1.1 to 2.1.3: the three ways to send a query
    Case("2.1.1 query via GET", **_get(SELECT, media=JSON, holds=(B, C))),
    Case("2.1.2 query via URL-encoded POST", "POST", body=_get(SELECT)["query"], headers=FORM, media=JSON,
         holds=(B, C)),
    Case("2.1.2 URL-encoded POST with a charset", "POST", body=_get(SELECT)["query"],
         headers={"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}, media=JSON, holds=(B,)),
    Case("2.1.3 query via POST directly", "POST", body=SELECT, headers=QUERY, media=JSON, holds=(B, C)),
    Case("2.1.3 direct POST with a charset", "POST", body=SELECT,
         headers={"Content-Type": "application/sparql-query; charset=utf-8"}, media=JSON, holds=(B,)),
    Case("a query with letters beyond ASCII", "POST", body="ASK { ?s ?p 'Қазақстан' }", headers=QUERY,
         holds=(b"false",)),
    Case("HEAD answers as GET without a body", "HEAD", **_get(SELECT, media=JSON)),
    # 2.1.4: the dataset
    Case("2.1.4 default-graph-uri", **_get(SELECT, ("default-graph-uri", ONE), holds=(B,), lacks=(C,))),
    Case("2.1.4 two of default-graph-uri are merged",
         **_get(SELECT, ("default-graph-uri", ONE), ("default-graph-uri", TWO), holds=(B, C))),
    Case("2.1.4 named-graph-uri", **_get("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", ("named-graph-uri", TWO),
         holds=(TWO.encode(),), lacks=(ONE.encode(),))),
    Case("2.1.4 with named graphs only the default graph is empty",
         **_get(ASK, ("named-graph-uri", TWO), holds=(b"false",))),
    Case("2.1.4 the request's dataset goes before the query's own",
         **_get(SELECT.replace("WHERE", f"FROM <{TWO}> WHERE"), ("default-graph-uri", ONE), holds=(B,), lacks=(C,))),
    Case("the query's own dataset", **_get(SELECT.replace("WHERE", f"FROM <{ONE}> WHERE"), holds=(B,), lacks=(C,))),
    Case("2.1.4 dataset with direct POST", "POST", query=f"default-graph-uri={quote(ONE, safe='')}", body=SELECT,
         headers=QUERY, holds=(B,), lacks=(C,)),
    Case("2.1.4 dataset in a form", "POST", body=_get(SELECT, ("default-graph-uri", ONE))["query"], headers=FORM,
         holds=(B,), lacks=(C,)),
    Case("2.1.4 a dataset that is no IRI", **_get(SELECT, ("default-graph-uri", "no iri"), status=400)),
    Case("without a dataset all graphs are one",
         **_get("ASK { ?s ?p 'in the default graph' . <http://example.org/a> ?q ?c }", holds=(b"true",))),
    # 2.1.5 and 2.1.6: accepted responses
    _accepting(SELECT, JSON, B),
    _accepting(SELECT, XML, B),
    _accepting(SELECT, "text/csv", b"o\r\n", B),
    _accepting(SELECT, "text/tab-separated-values", b"?o\n", b"<http://example.org/b>"),
    _accepting(SELECT, "application/json", B),
    _accepting(SELECT, "text/csv;q=0.1, application/sparql-results+xml;q=0.9", B, gives=XML),
    _accepting(SELECT, "*/*", B, gives=JSON),
    _accepting(SELECT, "application/*", B, gives=JSON),
    _accepting(ASK, JSON, b'"boolean":true'),
    _accepting(ASK, XML, b"<boolean>true</boolean>"),
    _accepting(ASK, "text/csv", b"true"),
    _accepting(ASK, "text/tab-separated-values", b"true"),
    _accepting(CONSTRUCT, "text/turtle", C),
    _accepting(CONSTRUCT, "application/n-triples", b"<http://example.org/c> ."),
    _accepting(CONSTRUCT, "application/trig", C),
    _accepting(CONSTRUCT, "application/rdf+xml", b"<rdf:RDF"),
    _accepting(CONSTRUCT, "application/ld+json", b"@id"),
    _accepting(CONSTRUCT, "*/*", C, gives="text/turtle"),
    _accepting(DESCRIBE, "text/turtle", C),
    _accepting(DESCRIBE, "application/ld+json", C),
    Case("a format that nobody has",
         **_get(SELECT, headers={"Accept": "image/png"}, status=406, holds=(JSON.encode(),))),
    Case("a table as Turtle", **_get(SELECT, headers={"Accept": "text/turtle"}, status=406)),
    Case("triples as CSV", **_get(CONSTRUCT, headers={"Accept": "text/csv"}, status=406)),
    Case("a format in the address",
         **_get(SELECT, ("format", "csv"), headers={"Accept": "text/html"}, media="text/csv")),
    Case("an unknown format in the address", **_get(SELECT, ("format", "docx"), status=400)),
    Case("a browser is sent to the page", **_get(SELECT, headers={"Accept": "text/html,*/*;q=0.8"}, status=303)),
    # 2.1.7: failures
    Case("2.1.7 a malformed query", **_get("SELECT nonsense", status=400, media="application/problem+json",
         holds=(b"line 1",))),
    Case("no query in a form", "POST", body="", headers=FORM, media="text/turtle"),
    Case("an empty query", **_get("", status=400)),
    Case("two queries", **_get(SELECT, ("query", ASK), status=400)),
    Case("other fields but no query", query="format=json", status=400),
    Case("a query and a change", **_get(SELECT, ("update", "CLEAR ALL"), status=400)),
    Case("a query in the address and in the body", "POST", **_get(SELECT, body=SELECT, headers=QUERY, status=400)),
    Case("a body of another type", "POST", body="{}", headers={"Content-Type": "application/json"}, status=415),
    Case("a body without a type", "POST", body=SELECT, status=415),
    Case("a body that is no UTF-8", "POST", body=b"SELECT * { ?s ?p '\xff' }", headers=QUERY, status=400),
    Case("a form that is no UTF-8", "POST", body=b"query=%FF", headers=FORM, status=400),
    Case("an address that is no UTF-8", query="query=%FF", status=400),
    Case("a body that is too large", "POST", body=b"#" * ((1 << 20) + 1), headers=QUERY, status=413),
    Case("another method", "PUT", body=SELECT, headers=QUERY, status=405),
    Case("DELETE", "DELETE", status=405),
    # 2.2: changes
    Case("2.2 a change is refused", "POST", body="CLEAR ALL", headers=UPDATE, status=403),
    Case("2.2 a change in a form is refused", "POST", body="update=CLEAR%20ALL", headers=FORM, status=403),
    Case("2.2 a change by GET", query="update=CLEAR%20ALL", status=400),
    Case("a change sent as a query", **_get("INSERT DATA { <a:a> <a:b> <a:c> }", status=400)),
    Case("a call to another endpoint", **_get("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", status=403)),
    # The service description
    Case("the service description", headers={"Accept": "text/turtle"}, media="text/turtle", holds=(b"SPARQL11Query",)),
    Case("the service description as RDF/XML", headers={"Accept": "application/rdf+xml"}, media="application/rdf+xml",
         holds=(b"sparql-service-description",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(small: Running, case: Case) -> None:
    """Each request of the table has the status, the media type and the content that the specification asks for."""
    path = f"/sparql?{case.query}" if case.query else "/sparql"
    found = small.ask(case.method, path, content=case.body, headers=case.headers)
    assert found.status_code == case.status, found.text
    assert found.headers.get("content-type", "").startswith(case.media)
    assert [part for part in case.holds if part not in found.content] == []
    assert [part for part in case.lacks if part in found.content] == []


def test_methods_are_named(small: Running) -> None:
    """A method that means nothing is answered with those that do."""
    assert small.ask("DELETE", "/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_problems_are_json(small: Running) -> None:
    """An error says what is wrong, with its status, in JSON."""
    said = small.get("/sparql", params={"query": "SELECT"}).json()
    assert (said["status"], said["title"]) == (400, "The request cannot be understood")
    assert "the query" in said["detail"]


def test_nothing_is_counted_twice(small: Running) -> None:
    """A triple that is in two graphs is one triple of the union."""
    rows = small.select("SELECT (COUNT(*) AS ?n) { <http://example.org/a> <http://example.org/p> ?o }")
    assert rows == [{"n": "2"}]


def test_usual_prefixes(small: Running) -> None:
    """The usual prefixes need no declaring, and the ontology is at hand."""
    assert small.select("SELECT ?l { ?s a ng:Country ; rdfs:label ?l }") == [{"l": "Freedonia"}]
    assert small.ask("GET", "/sparql", params={"query": "ASK { ng:Bombing rdfs:subClassOf+ ng:Attack }"}).json()[
        "boolean"
    ]
