from pathlib import Path

import pytest

from cli.program import call
from newsgraph.storage import Graph
from storage.reasoning.closing import HEAD

NEWS = """
:raid a ng:TroopDeployment ; rdfs:label "Arcadia sends soldiers" ; ng:agent :arcadia ; ng:destination :elis .
:arcadia a ng:Country ; rdfs:label "Arcadia" . :elis a ng:Country ; rdfs:label "Elis" .
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A graph as a file."""
    path = tmp_path / "news.trig"
    path.write_text(HEAD + NEWS, "utf-8")
    return path


def test_counts(news: Path) -> None:
    """Without an output the command tells how much follows, by property."""
    outcome = call("reason", news)
    assert outcome.code == 0
    assert "triples follow" in outcome.out
    assert "rdf:type" in outcome.out
    assert "0 contradictions found" in outcome.out


def test_output(news: Path, tmp_path: Path) -> None:
    """The graph is written with what follows; reasoning over that gives the same bytes."""
    first, second, only = (tmp_path / name for name in ("1.nq", "2.nq", "3.nq"))
    for source, target in ((news, first), (first, second)):
        assert call("reason", source, "-o", target).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert call("reason", news, "--only", "-o", only).code == 0
    assert set(only.read_text().splitlines()) < set(first.read_text().splitlines())
    assert Graph.load(first).query("ASK { ?e a ng:Eventuality ; ng:role ?x }", ontology=False)


def test_standard_streams(news: Path) -> None:
    """A graph comes from standard input and goes to standard output, and the figures go to standard error."""
    outcome = call("reason", "-", "--rules", "rdfs", "-o", "-", "--format", "nquads", stdin=news.read_text("utf-8"))
    assert outcome.code == 0
    assert all(line.endswith(" .") for line in outcome.out.splitlines())
    assert "triples follow" in outcome.err


def test_explain(news: Path) -> None:
    """An inferred triple is explained down to what is told."""
    outcome = call("reason", news, "--explain", '"Arcadia" ng:deploysTroopsTo "Elis"')
    assert outcome.code == 0
    assert "by shortcut" in outcome.out
    assert "the graph says so" in outcome.out


def test_contradiction(news: Path) -> None:
    """A contradiction is told in words, and the command leaves with 1."""
    news.write_text(HEAD + NEWS + ":raid a ng:IrrealisEvent .", "utf-8")
    outcome = call("reason", news)
    assert outcome.code == 1
    assert "nothing is both" in outcome.out or "nothing is of both classes" in outcome.out


@pytest.mark.parametrize(
    ("options", "says"), [(("--explain", "x"), "1 terms"), (("-o", "/nowhere/x.nq"), "does not exist")]
)
def test_wrong_use(options: tuple[str, ...], says: str, news: Path) -> None:
    """What cannot be done is said in one line, and the command leaves with 2."""
    outcome = call("reason", news, *options)
    assert outcome.code == 2
    assert says in outcome.err


def test_missing_graph(tmp_path: Path) -> None:
    """A graph that is not there is an error."""
    outcome = call("reason", tmp_path / "none.ttl")
    assert (outcome.code, "does not exist" in outcome.err) == (2, True)
