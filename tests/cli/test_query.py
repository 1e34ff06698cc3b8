import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from cli.program import call, run
from linking.server import Script

SENT = "ASK { ?a ng:deploysTroopsTo ?b . ?a rdfs:label 'Russia' . ?b rdfs:label 'Kazakhstan' }"
UNSENT = SENT.replace("Russia", "Peru")


def test_by_name(graph: Path) -> None:
    """A named query answers in a table."""
    outcome = call("query", graph, "deployments")
    assert outcome.code == 0, outcome.err
    assert "sender" in outcome.out
    assert "Kazakhstan" in outcome.out


def test_csv(graph: Path) -> None:
    """As CSV the answer can be read by any table program."""
    (row,) = csv.DictReader(StringIO(call("query", graph, "deployments", "--format", "csv").out))
    assert (row["sender"], row["goal"]) == ("Russia", "Kazakhstan")


@pytest.mark.parametrize(("who", "rows"), [("Russia", 1), ("Peru", 0), ('" } #', 0), ("' UNION {?x ?y ?z} '", 0)])
def test_parameters(graph: Path, who: str, rows: int) -> None:
    """A parameter narrows the answer; whatever it holds, it is a value and never a part of the query."""
    outcome = call("query", graph, "deployments", "--param", f"who={who}", "--format", "json")
    assert outcome.code == 0, outcome.err
    assert len(json.loads(outcome.out)["results"]["bindings"]) == rows


@pytest.mark.parametrize(("question", "code", "word"), [(SENT, 0, "yes"), (UNSENT, 1, "no")])
def test_ask(graph: Path, question: str, code: int, word: str) -> None:
    """With --ask a no is exit code 1; usual prefixes need no declaration."""
    outcome = run("query", graph, question, "--ask")
    assert (outcome.code, outcome.out) == (code, f"{word}\n")


def test_ontology_at_hand(graph: Path) -> None:
    """A question about a class finds what belongs to its subclasses."""
    assert call("query", graph, "ASK { ?e a/rdfs:subClassOf* ng:Mobilization ; ng:status ?s }", "--ask").code == 0


def test_file(graph: Path, tmp_path: Path) -> None:
    """A query may be a file with parameters of its own, without question or columns."""
    path = tmp_path / "mine.rq"
    path.write_text("# param: name string - a label\nASK { ?x rdfs:label $name }", encoding="utf-8")
    assert call("query", graph, path, "--ask", "--param", "name=Kazakhstan").code == 0
    assert call("query", graph, path, "--ask", "--param", "name=Peru").code == 1


def test_long_sparql(graph: Path) -> None:
    """A question in SPARQL may be longer than a file's name."""
    assert call("query", graph, SENT + " # and so on" * 400, "--ask").code == 0


def test_streams(graph: Path) -> None:
    """A graph may come from standard input."""
    assert call("query", "-", SENT, "--ask", stdin=graph.read_bytes()).code == 0


def test_construct(graph: Path) -> None:
    """A CONSTRUCT answers in Turtle, which can be asked in turn."""
    built = call("query", graph, "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o }")
    assert call("query", "-", "ASK { ?s rdfs:label 'Russia' }", "--ask", stdin=built.out).code == 0


def test_all(graph: Path) -> None:
    """All questions can be asked at once; one that needs a parameter takes it, or says what it needs."""
    outcome = call("query", graph, "--all", "--limit", "2", "--param", "person=Russia")
    assert outcome.code == 0, outcome.err
    assert "[timeline]" in outcome.out
    assert "(needs --param who and where)" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("no-such-query",), "is no query"),
        (("no-such-file.rq",), "cannot be read"),
        (("SELECT * WHERE {",), "line 1, column 17"),
        (("did-deploy",), "needs the parameter"),
        (("deployments", "--param", "when=now"), "has no parameter 'when'"),
        (("deployments", "--param", "who"), "name=value"),
        (("deployments", "--ask"), "is no ASK"),
        (("deployments", "--format", "turtle"), "is no graph"),
        (("DELETE WHERE { ?s ?p ?o }",), "cannot be answered"),
        (("deployments", "--endpoint", "http://127.0.0.1:9/"), "not both"),
    ],
)
def test_wrong_use(graph: Path, arguments: tuple[str, ...], complaint: str) -> None:
    """Wrong use costs exit code 2, and the complaint says what is wrong."""
    outcome = call("query", graph, *arguments)
    assert outcome.code == 2
    assert complaint in outcome.err
    assert "Traceback" not in outcome.err
    assert not outcome.out


@pytest.mark.parametrize(("name", "complaint"), [("none.ttl", "does not exist"), ("x.doc", "no format")])
def test_graphs_that_are_none(tmp_path: Path, name: str, complaint: str) -> None:
    """A graph that cannot be read costs exit code 2 and says why."""
    (tmp_path / "x.doc").write_text("no graph")
    outcome = call("query", tmp_path / name, "deployments")
    assert outcome.code == 2
    assert complaint in outcome.err


def test_endpoint(server: Script, tmp_path: Path) -> None:
    """A remote endpoint answers in the same formats, and the cache spares it the second question."""
    arguments = ("query", "SELECT ?label { ?x <https://example.org/label> ?label }", "--endpoint", server.url)
    first = call(*arguments, "--format", "csv", "--cache", tmp_path)
    again = call(*arguments, "--format", "csv", "--cache", tmp_path)
    assert sorted(first.out.split()) == ["Regen", "clouds", "label", "rain", "sun"]
    assert first.out == again.out
    assert len(server.methods) == 1


def test_endpoint_that_fails(server: Script) -> None:
    """An endpoint's refusal is an error in one line."""
    server.replies.append((404, {}, b""))
    outcome = call("query", "ASK {}", "--endpoint", server.url)
    assert outcome.code == 2
    assert "answered 404" in outcome.err
