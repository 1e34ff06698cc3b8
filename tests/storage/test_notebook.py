"""What notebooks show, and frames."""

import doctest
from datetime import date
from pathlib import Path

import pytest

import newsgraph
from newsgraph.errors import QueryError
from newsgraph.model.statements import Iri, Literal
from newsgraph.storage import Explanation, Graph, Rows
from newsgraph.storage.explanation import ExplainedFact, Passage, ToldClaim
from newsgraph.storage.notebook import ROWS, of_size
from newsgraph.storage.rows import AnswerKind

PAGE = Path(__file__).parents[2] / "docs" / "notebook.md"
SCRIPT = "<script>alert(1)</script>"
OVERRIDE = "\u202e"
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The graph of one story whose title would like to be more."""
    text = "Russia sent 2,000 soldiers to Kazakhstan on Thursday, TASS reported."
    return newsgraph.build([newsgraph.Document(text, date="2022-01-06", title=f"Troops {SCRIPT}")])


def column(*values: Literal | Iri | None) -> Rows:
    """An answer of one column."""
    return Rows(AnswerKind.SELECT, ("x",), tuple((value,) for value in values))


def typed(kind: str, *values: str | None) -> Rows:
    """An answer of one column of literals of a datatype."""
    return column(*(None if value is None else Literal(value, XSD + kind) for value in values))


def kind(rows: Rows) -> str:
    """The type of the only column as pandas calls it."""
    return str(rows.to_pandas().dtypes.iloc[0])


def test_page() -> None:
    """The page about notebooks shows what really comes out."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried > 8
    assert failed == 0


def test_graph_shows_itself(graph: Graph) -> None:
    """A graph shows its counts, its events with how they stand, and who is in them."""
    shown = graph._repr_html_()
    assert "<b>1</b> articles" in shown
    assert "Russia sends 2,000 soldiers to Kazakhstan" in shown
    assert "Reported" in shown


def test_large_graph() -> None:
    """A graph that is too large to be looked through shows its size, and how to go on."""
    assert "123,456 quads" in of_size(123456)
    assert "graph.ask(…)" in of_size(123456)


def test_empty_graph() -> None:
    """An empty graph says so."""
    assert "No event is told" in Graph.parse("")._repr_html_()


def test_title_is_text(graph: Graph) -> None:
    """What an article is called is text in every table."""
    shown = graph.query("SELECT ?t { ?a schema:headline ?t }")._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


def test_hidden_characters() -> None:
    """Characters that turn text around are shown by their numbers."""
    shown = column(Literal(f"abc{OVERRIDE}def\x1b"))._repr_html_()
    assert "abc⟨U+202E⟩def⟨U+001B⟩" in shown


def test_hostile_column_and_iri() -> None:
    """Neither the name of a column nor an IRI breaks out of its place."""
    rows = Rows(AnswerKind.SELECT, (SCRIPT,), ((Iri('x:"><img src=x onerror=alert(1)>'),),))
    shown = rows._repr_html_()
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&quot;&gt;&lt;img" in shown


def test_prefixes() -> None:
    """IRIs are shortened, and carry the whole of themselves as a title."""
    shown = column(Iri("https://w3id.org/newsgraph/data/event/6dbc"))._repr_html_()
    assert ">event:6dbc</code>" in shown
    assert 'title="https://w3id.org/newsgraph/data/event/6dbc"' in shown


def test_cut() -> None:
    """A long answer shows its first rows and says how many are left out."""
    shown = column(*(Literal(f"row {number}") for number in range(ROWS + 7)))._repr_html_()
    assert f"row {ROWS - 1}<" in shown
    assert f"row {ROWS}<" not in shown
    assert f"The first {ROWS} of {ROWS + 7} rows; 7 are left out." in shown


def test_truth() -> None:
    """The answer to an ASK is a word."""
    assert "<b>Yes</b>" in Rows(AnswerKind.ASK, ("answer",), ((Literal("true", XSD + "boolean"),),))._repr_html_()
    assert "<b>No</b>" in Rows(AnswerKind.ASK, ("answer",), ((Literal("false", XSD + "boolean"),),))._repr_html_()


def test_explanation(graph: Graph) -> None:
    """An explanation shows who says so, with the words marked in their sentence."""
    shown = graph.explain("Kazakhstan")._repr_html_()
    assert "<b>TASS</b>" in shown
    assert ">sent</mark> 2,000 soldiers to Kazakhstan" in shown


def test_hostile_explanation() -> None:
    """Every text of an explanation is escaped."""
    claim = ToldClaim(((SCRIPT, SCRIPT),), (Passage(SCRIPT, SCRIPT, SCRIPT, SCRIPT),), (SCRIPT,))
    fact = ExplainedFact(SCRIPT, SCRIPT, SCRIPT, SCRIPT, ((SCRIPT, SCRIPT),), (claim,), (SCRIPT,))
    shown = Explanation(SCRIPT, (fact,))._repr_html_()
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 14


def test_nothing_told() -> None:
    """An explanation of nothing says so."""
    assert "Nothing is told about &lt;b&gt;." in Explanation("<b>", ())._repr_html_()


def test_ask_by_name(graph: Graph) -> None:
    """A question is asked by its name, with values for its parameters."""
    assert [row[:3] for row in graph.ask("deployments", who="Russia")] == [("Russia", "2,000 soldiers", "Kazakhstan")]
    assert list(graph.ask("deployments", who="Atlantis")) == []


def test_ask_with_keyword(graph: Graph) -> None:
    """A parameter that Python has another use for is given with an underscore, and a date as a date."""
    assert len(graph.ask("timeline", person="Russia", from_=date(2022, 1, 1))) > 0
    assert len(graph.ask("timeline", person="Russia", from_=date(2023, 1, 1))) == 0


def test_ask_nothing_given(graph: Graph) -> None:
    """A value that is None is as if it were not given."""
    assert list(graph.ask("deployments", who=None)) == list(graph.ask("deployments"))
    assert len(graph.ask("deployments")) == 1


def test_values_stay_values(graph: Graph) -> None:
    """A value is no SPARQL, whatever stands in it."""
    assert list(graph.ask("deployments", who='Russia" } UNION { ?a ?b ?c')) == []


def test_unknown_question(graph: Graph) -> None:
    """A question that there is not is refused with the names of those that there are."""
    with pytest.raises(QueryError, match=r"deploys: is no query .*deployments"):
        graph.ask("deploys")


def test_unknown_parameter(graph: Graph) -> None:
    """A parameter that a question has not is refused."""
    with pytest.raises(QueryError, match="has no parameter 'place'"):
        graph.ask("casualties", place="Almaty")


def test_own_header(graph: Graph) -> None:
    """A header of one's own that is none is a QueryError, as it is no file of the program."""
    with pytest.raises(QueryError, match="is not of the form"):
        graph.ask("# param: nonsense\nASK { ?s ?p $nonsense }")


def test_explorer_is_kept(graph: Graph) -> None:
    """A graph makes its explorer once."""
    assert graph.explorer() is graph.explorer()


def test_integers() -> None:
    """Whole numbers stay whole where some are missing."""
    frame = typed("integer", "24", None).to_pandas()
    assert str(frame["x"].dtype) == "Int64"
    assert frame["x"].isna().tolist() == [False, True]
    assert frame["x"][0] == 24


def test_huge_integers() -> None:
    """A number that does not fit stays what it is."""
    assert typed("integer", "9" * 30).to_pandas()["x"][0] == int("9" * 30)


def test_numbers() -> None:
    """Decimals and doubles are numbers, with whole ones among them too."""
    assert kind(typed("decimal", "0.9", None)) == "Float64"
    assert kind(typed("double", "1e3")) == "Float64"
    assert kind(column(Literal("1", XSD + "integer"), Literal("0.5", XSD + "decimal"))) == "Float64"


def test_truths() -> None:
    """Truths are no numbers."""
    assert kind(typed("boolean", "true", None)) == "boolean"


def test_days() -> None:
    """Days are dates, of any year, with none where there is none."""
    frame = typed("date", "1431-05-30", None, "2022-01-06").to_pandas()
    assert str(frame["x"].dtype) == "datetime64[s]"
    assert frame["x"].dt.year.tolist()[::2] == [1431, 2022]
    assert frame["x"].isna().tolist() == [False, True, False]


def test_times() -> None:
    """Times of day stay where they are; those with a zone become one zone."""
    assert str(typed("dateTime", "2022-01-06T10:30:00").to_pandas()["x"][0]) == "2022-01-06 10:30:00"
    zoned = typed("dateTime", "2022-01-06T10:30:00+06:00", None).to_pandas()["x"]
    assert str(zoned[0]) == "2022-01-06 04:30:00+00:00"
    assert zoned.isna().tolist() == [False, True]


def test_partial_dates() -> None:
    """Dates that are not all whole days are text, in which nothing is lost."""
    mixed = column(Literal("2022", XSD + "gYear"), Literal("2022-01", XSD + "gYearMonth")).to_pandas()["x"]
    assert mixed.tolist() == ["2022", "2022-01"]


def test_mixed() -> None:
    """A column of several kinds holds them as they are."""
    mixed = column(Literal("2022-01-06", XSD + "date"), Literal("2022", XSD + "gYear"), None).to_pandas()["x"]
    assert mixed.tolist()[:2] == [date(2022, 1, 6), "2022"]
    assert mixed.isna().tolist() == [False, False, True]


def test_text() -> None:
    """Text and IRIs are strings, and what is not there is missing."""
    frame = column(Literal("a"), Iri("x:b"), None).to_pandas()
    assert str(frame["x"].dtype) == "string"
    assert frame["x"].isna().tolist() == [False, False, True]


def test_no_rows() -> None:
    """An answer without rows keeps its columns."""
    frame = Rows(AnswerKind.SELECT, ("x", "y"), ()).to_pandas()
    assert (list(frame.columns), len(frame)) == (["x", "y"], 0)


def test_frame(graph: Graph) -> None:
    """A graph gives frames, by name or in SPARQL."""
    assert graph.frame("deployments")["sender"].tolist() == ["Russia"]
    assert graph.frame("SELECT (2 AS ?n) {}")["n"].tolist() == [2]
