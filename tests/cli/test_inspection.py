"""The commands that look at a graph: validate, explain, stats, queries."""

import json
from pathlib import Path

from cli.program import call
from newsgraph.ontology.queries import named_queries


def test_sound(graph: Path) -> None:
    """A graph that newsgraph built is sound."""
    outcome = call("validate", graph, "--no-reasoner")
    assert (outcome.code, outcome.out) == (0, "0 problems found\n")


def test_unsound(graph: Path, tmp_path: Path) -> None:
    """What is wrong is told in words with its place, and costs exit code 1."""
    broken = tmp_path / "broken.ttl"
    text = graph.read_text(encoding="utf-8")
    broken.write_text(
        text.replace("ng:factuality ng:CertainPositive", "ng:factuality ng:CertainPositive , ng:Underspecified")
    )
    outcome = call("validate", broken, "--no-reasoner")
    assert outcome.code == 1
    assert "factuality" in outcome.out
    assert not outcome.out.endswith("\n0 problems found\n")


def test_explain(graph: Path) -> None:
    """A fact is explained by its speaker and the sentence, and article text does not command the terminal."""
    outcome = call("explain", graph, "Kazakhstan")
    assert outcome.code == 0, outcome.err
    assert "Defence Ministry" in outcome.out
    assert "soldiers to Kazakhstan, the Defence Ministry in Moscow said on Thursday." in outcome.out
    assert "\x1b" not in outcome.out


def test_explain_nothing(graph: Path) -> None:
    """Where the graph tells nothing, the exit code is 1."""
    outcome = call("explain", graph, "Atlantis")
    assert outcome.code == 1
    assert "Atlantis" in outcome.out


def test_stats(graph: Path) -> None:
    """The numbers can be read by eye and by machine."""
    said = json.loads(call("stats", graph, "--format", "json").out)
    assert said["classes"]["TroopDeployment"] == 1
    assert f"{said['triples']:,} triples" in call("stats", graph).out


def test_queries() -> None:
    """All named queries are listed."""
    out = call("queries").out
    assert named_queries()
    assert [name for name in named_queries() if name not in out] == []


def test_one_query() -> None:
    """A named query tells its question, its parameters and its SPARQL."""
    out = call("queries", "deployments").out
    assert "who" in out
    assert "SELECT" in out


def test_version() -> None:
    """The program says its version."""
    outcome = call("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("newsgraph, version ")
