"""Graphs by the Graph Store Protocol, and IRIs that can be looked up."""

import pytest
import rdflib

from web.service import Running

ONE, TWO = "http://example.org/one", "http://example.org/two"
FREEDONIA = "/entity/00000000000000000001"


def _graph(text: str, format: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format=format)


@pytest.mark.parametrize(
    ("media", "format"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml"),
     ("application/ld+json", "json-ld")],
)  # fmt: skip
def test_named_graph(small: Running, media: str, format: str) -> None:
    """A named graph is read in the syntax that is asked for."""
    found = small.get("/data", params={"graph": TWO}, headers={"Accept": media})
    assert found.headers["content-type"].startswith(media)
    assert len(_graph(found.text, format)) == 4


def test_default_graph(small: Running) -> None:
    """The default graph is that of all triples."""
    found = small.get("/data", params={"default": ""}, headers={"Accept": "text/turtle"})
    labels = set(map(str, _graph(found.text, "turtle").objects(predicate=rdflib.RDFS.label)))
    assert {"in the default graph", "a", "Freedonia"} <= labels


def test_all_quads(small: Running) -> None:
    """Without a graph all quads are given, each once."""
    found = small.get("/data", headers={"Accept": "application/n-quads"})
    lines = [line for line in found.text.splitlines() if "example.org" in line]
    assert (len(lines), len(set(lines))) == (7, 7)
    assert sum(f"<{TWO}> ." in line for line in lines) == 4


@pytest.mark.parametrize(
    ("query", "status"),
    [("graph=http://example.org/none", 404), ("graph=", 400), ("graph=no%20iri", 400), ("default&graph=" + ONE, 400),
     ("graph=" + ONE + "&format=docx", 400)],
)  # fmt: skip
def test_wrong_graph(small: Running, query: str, status: int) -> None:
    """A graph that is not there, or that is named wrongly, is said to be so."""
    assert small.get(f"/data?{query}").status_code == status


def test_head(small: Running) -> None:
    """HEAD tells how long the answer is, and gives none."""
    found = small.ask("HEAD", "/data", params={"graph": ONE})
    assert (found.status_code, found.content) == (200, b"")
    assert int(found.headers["content-length"]) > 20


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_only_read(small: Running, method: str) -> None:
    """Graphs are only read: other methods are refused, and those that are offered are named."""
    found = small.ask(method, "/data", params={"graph": ONE})
    assert (found.status_code, found.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_no_such_format(small: Running) -> None:
    """A format that a graph cannot be had in is not acceptable."""
    assert small.get("/data", params={"graph": ONE}, headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(("media", "format"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")])
def test_looked_up(small: Running, media: str, format: str) -> None:
    """An IRI under the base gives RDF about it to those who ask for that."""
    found = small.get(FREEDONIA, headers={"Accept": media})
    assert "Accept" in found.headers["vary"]
    assert "Freedonia" in set(map(str, _graph(found.text, format).objects(predicate=rdflib.RDFS.label)))


def test_looked_up_by_browser(small: Running) -> None:
    """The same IRI gives a page to a browser."""
    found = small.get(FREEDONIA, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert found.headers["content-type"].startswith("text/html")
    assert "Freedonia" in found.text and "Accept" in found.headers["vary"]


def test_looked_up_nothing(small: Running) -> None:
    """An IRI that is not in the graph is not found, in either form."""
    assert small.get("/entity/ffffffffffffffffffff", headers={"Accept": "text/turtle"}).status_code == 404
    assert small.get("/entity/ffffffffffffffffffff", headers={"Accept": "text/html"}).status_code == 404


def test_any_iri(small: Running) -> None:
    """Any IRI of the graph can be looked up by its name."""
    found = small.get("/resource", params={"iri": "http://example.org/a"}, headers={"Accept": "application/n-triples"})
    assert "<http://example.org/c>" in found.text


def test_health(small: Running) -> None:
    """A monitor learns that queries are answered."""
    assert small.get("/health").json()["status"] == "ok"
