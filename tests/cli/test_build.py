import json
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Namespace

from cli.program import call, run

NG = Namespace("https://w3id.org/newsgraph/ontology#")
SCHEMA = Namespace("https://schema.org/")


def test_turtle(graph: Path) -> None:
    """A story becomes a graph in Turtle with the event that it tells."""
    parsed = rdflib.Graph().parse(graph, format="turtle")
    assert list(parsed.subjects(RDF.type, NG.TroopDeployment))


def test_one_bad_input(story: Path, tmp_path: Path) -> None:
    """A bad input is named on standard error and costs exit code 1; the others are in the graph."""
    bad, out = tmp_path / "bad.txt", tmp_path / "news.nt"
    bad.write_bytes(b"\x89PNG\x00")
    outcome = call("build", bad, story, "-o", out)
    assert outcome.code == 1
    assert f"not read: {bad}: is binary" in outcome.err
    assert "TroopDeployment" in out.read_text(encoding="utf-8")


def test_nothing_to_read(tmp_path: Path) -> None:
    """Where nothing could be read the exit code is 2, and nothing is written."""
    outcome = run("build", tmp_path / "none.txt", "-o", tmp_path / "news.ttl")
    assert outcome.code == 2
    assert "nothing could be read" in outcome.err
    assert not (tmp_path / "news.ttl").exists()


def test_streams() -> None:
    """A dash reads standard input and writes standard output, which holds the graph and nothing else."""
    line = json.dumps({"text": "Police in Ankara arrested ten protesters.", "publisher": "Gazette"})
    outcome = run("build", "-", "-o", "-", "--format", "ntriples", "--layers", "facts", stdin=line)
    assert outcome.code == 0, outcome.err
    assert list(rdflib.Graph().parse(data=outcome.out, format="nt").subjects(RDF.type, NG.Arrest))
    assert "read by" in outcome.err


def test_options_that_the_input_leaves_open() -> None:
    """Date and publisher come from the options where the input does not say them; the pipeline is named."""
    options = ("--date", "2022-01-06", "--publisher", "Gazette")
    outcome = call("build", "-", *options, stdin="Russia sent soldiers to Kazakhstan.")
    parsed = rdflib.Graph().parse(data=outcome.out, format="turtle")
    assert [str(date) for date in parsed.objects(None, SCHEMA.datePublished)] == ["2022-01-06"]
    assert "en_core_web" in outcome.err


def test_no_date() -> None:
    """A story without any date is said to be so."""
    said = call("build", "-", stdin="Russia sent soldiers to Kazakhstan on Thursday.").err
    assert said.count("date is known") == said.count("--date") == 1


def test_repeated_input(story: Path, tmp_path: Path) -> None:
    """An article that is given twice is read and counted once."""
    assert "\n1 article, " in call("build", story, story / "troops.txt", "-o", tmp_path / "news.ttl").err


def test_no_text() -> None:
    """The text can be left out; its hash stays."""
    outcome = call("build", "-", "--no-text", stdin="Russia sent soldiers to Kazakhstan.")
    assert "articleBody" not in outcome.out
    assert "textSha256" in outcome.out


@pytest.mark.parametrize(
    "wrong",
    [
        ("--date", "yesterday"),
        ("--layers", "facts,gossip"),
        ("--base", "not an iri"),
        ("--jobs", "0"),
        ("--format", "word"),
        ("--nonsense",),
    ],
)
def test_wrong_use(wrong: tuple[str, ...], story: Path) -> None:
    """Wrong options cost exit code 2 and are named."""
    outcome = call("build", story, *wrong)
    assert outcome.code == 2
    assert wrong[0] in outcome.err


@pytest.mark.parametrize("name", ["no-such-folder/news.ttl", "", "news.doc", "news"])
def test_output_that_cannot_be_written(name: str, story: Path, tmp_path: Path) -> None:
    """A place or a format that cannot be written is an error in one line, before any text is read."""
    outcome = call("build", story, "-o", tmp_path / name)
    assert outcome.code == 2
    (line,) = outcome.err.splitlines()
    assert line.startswith("error: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to stand for a full disk")
def test_full_disk(graph: Path) -> None:
    """Where standard output takes nothing more, the program says so in one line."""
    with Path("/dev/full").open("wb") as full:
        outcome = run("stats", graph, stdout=full)
    assert outcome.code == 2
    (line,) = outcome.err.splitlines()
    assert line == "error: standard output: No space left on device"


def test_chains() -> None:
    """On request the text layer tells which noun phrases speak of the same thing."""
    text = "A new bridge opened on Monday. The bridge is long."
    assert "CoreferenceChain" not in call("build", "-", stdin=text).out
    assert "CoreferenceChain" in call("build", "-", "--chains", stdin=text).out
