import csv
import json
from io import StringIO

import pytest

from newsgraph.cli.results import readable, write
from newsgraph.errors import QueryError
from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Literal

INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
TABLE = Table(
    ("who", "label", "count"),
    (
        (Iri("https://example.org/1"), Literal('Say "no", twice\nor more', None, "en"), Literal("3", INTEGER)),
        (Iri("_:b0"), None, None),
    ),
)


def written(answer: Answer, format: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What goes to standard output."""
    write(answer, format)
    return capsys.readouterr().out


def test_csv(capsys: pytest.CaptureFixture[str]) -> None:
    """CSV holds the plain values, quoted where they must be; what is not bound is empty."""
    rows = list(csv.reader(StringIO(written(TABLE, "csv", capsys), newline="")))
    assert rows == [
        ["who", "label", "count"],
        ["https://example.org/1", 'Say "no", twice\nor more', "3"],
        ["_:b0", "", ""],
    ]


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is the W3C's format for SPARQL results, with types, languages and blank nodes."""
    said = json.loads(written(TABLE, "json", capsys))
    assert said["head"] == {"vars": ["who", "label", "count"]}
    assert said["results"]["bindings"] == [
        {
            "who": {"type": "uri", "value": "https://example.org/1"},
            "label": {"type": "literal", "value": 'Say "no", twice\nor more', "xml:lang": "en"},
            "count": {"type": "literal", "value": "3", "datatype": INTEGER},
        },
        {"who": {"type": "bnode", "value": "b0"}},
    ]


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A table holds the columns and the cells."""
    out = written(TABLE, "table", capsys)
    assert "who" in out
    assert 'Say "no", twice or more' in out


def test_hostile_cells(capsys: pytest.CaptureFixture[str]) -> None:
    """Text from articles neither commands the terminal nor is taken for markup."""
    out = written(Table(("x",), ((Literal("\x1b[31m[bold]red[/bold]"),),)), "table", capsys)
    assert "\x1b" not in out
    assert "[bold]red[/bold]" in out


def test_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """A question without an answer says so."""
    assert written(Table(("x",), ()), "table", capsys) == "(no answer)\n"


@pytest.mark.parametrize(("format", "text"), [("table", "yes\n"), ("csv", "true\n")])
def test_verdict(format: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer to an ASK is a word."""
    assert written(Verdict(True), format, capsys) == text


def test_verdict_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer to an ASK in JSON is the W3C's."""
    assert json.loads(written(Verdict(False), "json", capsys)) == {"head": {}, "boolean": False}


def test_graph(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer to a CONSTRUCT is Turtle."""
    assert written(Triples("<a:b> <a:c> 1 .\n"), "turtle", capsys) == "<a:b> <a:c> 1 .\n"


@pytest.mark.parametrize(("answer", "format"), [(Triples(""), "csv"), (TABLE, "turtle"), (Verdict(True), "turtle")])
def test_formats_that_do_not_fit(answer: Answer, format: str) -> None:
    """A graph is no table, and a table no graph: the user is told."""
    with pytest.raises(QueryError, match="--format"):
        write(answer, format)


def test_readable() -> None:
    """IRIs are shown with their usual prefix."""
    assert readable(Iri("https://w3id.org/newsgraph/ontology#Attack")) == "ng:Attack"
    assert readable(Iri("https://example.org/1")) == "https://example.org/1"
