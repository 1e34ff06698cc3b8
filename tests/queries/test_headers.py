"""How the header of a query is read, and how values are bound to its parameters."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.errors import OntologyError, QueryError
from newsgraph.ontology.queries import NamedQuery, parse


def query(params: str = "", body: str = "SELECT ?x WHERE { ?x ?y ?z }") -> NamedQuery:
    """A query of the given parameter lines and body."""
    return parse("q", f"# question: What?\n{params}\n# columns: x - it\n{body}")


def echo(kind: str) -> NamedQuery:
    """A query that returns the value it is given."""
    return query(f"# param: v {kind} - a value", "SELECT (COALESCE($v, 'none') AS ?x) WHERE {}")


def answer(text: str) -> list[str]:
    """The first column of a query on nothing."""
    return [row[0].value for row in ox.Store().query(text)]  # type: ignore[union-attr]


def test_header() -> None:
    """A header gives the question, typed parameters and columns."""
    found = query("# param: who label - part of a name", "SELECT ?x WHERE { ?x ?y $who }")
    assert (found.question, found.params[0].type, found.columns[0].name) == ("What?", "label", "x")


def test_no_question() -> None:
    """A query of the program needs a question."""
    with pytest.raises(OntologyError, match="question"):
        parse("q", "SELECT ?x WHERE { ?x ?y ?z }")


def test_plain_file() -> None:
    """A user's query needs no header."""
    assert parse("q", "ASK {}", own=False).bound({}) == "ASK {}"


@pytest.mark.parametrize(
    "line", ["who", "who label", "who wizard - a name", "1 label - a name", "who label part of it"]
)
def test_malformed_parameter(line: str) -> None:
    """A parameter line that says too little is refused."""
    with pytest.raises(OntologyError):
        query(f"# param: {line}", "SELECT ?x WHERE { ?x ?y $who }")


def test_unused_parameter() -> None:
    """A parameter that the query does not use is refused."""
    with pytest.raises(OntologyError, match=r"\$who"):
        query("# param: who label - part of a name")


def test_parameter_as_plain_variable() -> None:
    """A parameter that also stands as an ordinary variable is refused, for the two would come apart."""
    with pytest.raises(OntologyError, match=r"\$who"):
        query("# param: who label - part of a name", "SELECT ?x WHERE { ?x ?y $who, ?who }")


def test_bad_default() -> None:
    """A default has to be of the parameter's type."""
    with pytest.raises(QueryError, match="whole number"):
        query("# param: n integer many - how many", "SELECT ?x WHERE { ?x ?y $n }")


def test_default() -> None:
    """A default stands in where no value is given."""
    assert answer(query("# param: n integer 7 - a number", "SELECT ($n AS ?x) WHERE {}").bound({})) == ["7"]


def test_free_variable() -> None:
    """Without value or default the parameter is a free variable."""
    assert answer(echo("string").bound({})) == ["none"]


def test_missing() -> None:
    """A parameter that must be given is asked for by its meaning."""
    needy = query("# param: who label! - part of a name", "SELECT ?x WHERE { ?x ?y $who }")
    with pytest.raises(QueryError, match="part of a name"):
        needy.bound({})


def test_unknown() -> None:
    """A parameter that the query does not have is refused, and those it has are named."""
    with pytest.raises(QueryError, match="it has v"):
        echo("string").bound({"w": "x"})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "1 } DROP ALL"),
        ("integer", "1.5"),
        ("integer", ""),
        ("date", "2022-02-30"),
        ("date", "yesterday"),
        ("date", "2022-1-1"),
        ("iri", "no colon"),
        ("iri", "https://example.org/> ?p ?o"),
        ("iri", "https://example.org/\n"),
        ("string", "\ud800"),
    ],
)
def test_ill_typed(kind: str, value: str) -> None:
    """A value that is not of the parameter's type is refused."""
    with pytest.raises(QueryError):
        echo(kind).bound({"v": value})


@pytest.mark.parametrize(("value", "datatype"), [("2022-01-06", "date"), ("2022-01", "gYearMonth"), ("2022", "gYear")])
def test_partial_date(value: str, datatype: str) -> None:
    """A date keeps the precision it is given in."""
    assert f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>' in echo("date").bound({"v": value})


def test_only_variables_are_replaced() -> None:
    """What looks like a parameter inside a string, an IRI or a comment stays as it is."""
    body = "SELECT (CONCAT('$v', \"$v\", STR(<urn:$v>), $v) AS ?x) WHERE {} # $v"
    assert answer(query("# param: v string - a value", body).bound({"v": "!"})) == ["$v$vurn:$v!"]


def test_longer_name_is_another_parameter() -> None:
    """A parameter does not reach into a longer name."""
    body = "SELECT (COALESCE($vv, $v) AS ?x) WHERE {}"
    assert answer(query("# param: v string - a value", body).bound({"v": "!"})) == ["!"]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_one_string(value: str) -> None:
    """Whatever text is given comes back as it is, and as nothing else."""
    assert answer(echo("string").bound({"v": value})) == [value]
