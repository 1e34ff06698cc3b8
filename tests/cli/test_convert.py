import csv
import io
import json
import os
import zipfile
from pathlib import Path

import networkx as nx
import pytest

from cli.program import call, run
from newsgraph.storage.exporting import EXPORTERS
from storage.exporting.nif_rules import broken


def test_list_names_every_format() -> None:
    """--list needs no graph, and tells every format with what it holds."""
    outcome = call("convert", "--list")
    assert outcome.code == os.EX_OK
    assert len(EXPORTERS) > 10
    assert all(name in outcome.out for name in EXPORTERS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_is_written(graph: Path, tmp_path: Path, name: str) -> None:
    """A graph that was just built is written in every format, twice the same."""
    outs = [tmp_path / f"{number}{EXPORTERS[name].ending}" for number in (1, 2)]
    for out in outs:
        outcome = call("convert", graph, "--to", name, "-o", out)
        assert (outcome.code, outcome.err) == (os.EX_OK, "")
    assert outs[0].read_bytes() == outs[1].read_bytes() != b""


def test_standard_input_and_output(graph: Path) -> None:
    """A dash is standard input; without -o the format goes to standard output."""
    outcome = run("convert", "-", "--to", "events", stdin=graph.read_bytes())
    rows = list(csv.DictReader(io.StringIO(outcome.out, newline="")))
    deployment = next(row for row in rows if row["sub_event_type"] == "TroopDeployment")
    assert (deployment["actor1"], deployment["actor2"], deployment["actor2_role"]) == (
        "Russia",
        "Kazakhstan",
        "destination",
    )
    assert (deployment["event_type"], deployment["cameo_code"], deployment["actor1_iso"]) == ("MOBILIZE", "15", "RUS")
    assert deployment["troops_min"] == "2000"


def test_several_graphs_are_one(graph: Path, tmp_path: Path) -> None:
    """Two graphs are written as one."""
    other = tmp_path / "other.ttl"
    other.write_text("<http://example.org/x> a <https://w3id.org/newsgraph/ontology#Country> .", encoding="utf-8")
    out = tmp_path / "both.graphml"
    assert call("convert", graph, other, "--to", "graphml", "-o", out).code == os.EX_OK
    nodes = nx.read_graphml(out).nodes
    assert "http://example.org/x" in nodes and len(nodes) > 3


def test_a_store_is_written_as_its_graph(story: Path, graph: Path, tmp_path: Path) -> None:
    """A store on disk gives the bytes that the graph of its articles gives."""
    store = tmp_path / "store"
    assert run("add", store, story).code == os.EX_OK
    for name in ("nif", "nanopub", "events", "turtle12"):
        for path, out in ((store, "of-store"), (graph, "of-graph")):
            assert call("convert", path, "--to", name, "-o", tmp_path / out).code == os.EX_OK
        assert (tmp_path / "of-store").read_bytes() == (tmp_path / "of-graph").read_bytes() != b""


def test_nif_of_a_story_validates(graph: Path, tmp_path: Path) -> None:
    """What was read by the program itself is NIF."""
    assert call("convert", graph, "--to", "nif", "-o", tmp_path / "x.ttl").code == os.EX_OK
    assert broken((tmp_path / "x.ttl").read_bytes()) == []


def test_schemaorg_of_a_story(graph: Path, tmp_path: Path) -> None:
    """The page of the story gets its headline, its events and its entities."""
    call("convert", graph, "--to", "schemaorg", "-o", tmp_path / "x.jsonld")
    made = json.loads((tmp_path / "x.jsonld").read_text(encoding="utf-8"))
    assert made["about"]["name"].startswith("Russia sends")
    assert {"Russia", "Kazakhstan"} <= {one["name"] for one in made["mentions"]}


def test_neo4j_as_a_folder_or_an_archive(graph: Path, tmp_path: Path) -> None:
    """A folder gets both files; a name that ends in .zip is an archive of them."""
    assert call("convert", graph, "--to", "neo4j", "-o", tmp_path / "import").code == os.EX_OK
    assert call("convert", graph, "--to", "neo4j", "-o", tmp_path / "import.zip").code == os.EX_OK
    with zipfile.ZipFile(tmp_path / "import.zip") as archive:
        for name in ("nodes.csv", "relationships.csv"):
            assert archive.read(name) == (tmp_path / "import" / name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "gexf"], "choose one of"),
        ([], "--to"),
        (["--to", "nif", "--told"], "told"),
        (["--to", "events", "--article", "http://example.org/a"], "articles"),
        (["--to", "nif", "--article", "http://example.org/a"], "is no article"),
        (["--to", "events", "-o", "."], "is a folder"),
        (["--to", "events", "-o", "no/such/folder.csv"], "does not exist"),
    ],
)
def test_wrong_use(graph: Path, arguments: list[str], said: str) -> None:
    """What cannot be done ends with exit code 2, and says what to do."""
    outcome = call("convert", graph, *arguments)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())
