"""The public interface, with the real pipeline."""

from pathlib import Path

import pytest

import newsgraph

STORIES = [
    newsgraph.Document(
        "Russia has deployed soldiers to Kazakhstan, TASS reported on Thursday.",
        id="a", date="2022-01-06", publisher="Post",
    ),
    newsgraph.Document(
        "Russia sent troops to Kazakhstan on Thursday. Eight people were killed in Almaty, the ministry said.",
        id="b", date="2022-01-07", publisher="Mail",
    ),
    newsgraph.Document("Armenia denied that it had attacked Turkey.", id="c", date="2022-01-08", publisher="Echo"),
]  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> newsgraph.Graph:
    """The graph of three stories."""
    return newsgraph.build(STORIES)


def test_question(graph: newsgraph.Graph) -> None:
    """The graph answers who deploys troops where."""
    rows = graph.query("SELECT ?a ?b WHERE { ?x ng:deploysTroopsTo ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }")
    assert list(rows) == [("Russia", "Kazakhstan")]


def test_denied(graph: newsgraph.Graph) -> None:
    """What is only denied is no fact."""
    assert graph.query("ASK { ?e ng:eventType ng:Attack }")
    assert not graph.query("ASK { ?e a ng:Attack }")


@pytest.mark.parametrize("jobs", [1, 2])
def test_same_bytes(graph: newsgraph.Graph, jobs: int) -> None:
    """The same documents in another order, with a repetition and with two processes give the same bytes."""
    again = newsgraph.build([STORIES[2], STORIES[0], STORIES[1], STORIES[0]], jobs=jobs)
    for format in newsgraph.Format:
        assert again.serialize(format) == graph.serialize(format)


def test_files(tmp_path: Path) -> None:
    """Files are read with what stands beside them, and one that cannot be read is a failure of the graph."""
    (tmp_path / "a.txt").write_text(STORIES[0].text)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    found = newsgraph.build(newsgraph.read([str(tmp_path)], date="2022-01-06"))
    assert [Path(failure.source).name for failure in found.failures] == ["b.txt"]
    assert found.query("ASK { ?e a ng:TroopDeployment ; ng:destination/rdfs:label 'Kazakhstan' }")


@pytest.mark.parametrize("wrong", ["a text", ["a text"], [b"a text"], [None]])
def test_no_documents(wrong: list[newsgraph.Document]) -> None:
    """What is no document is refused with a word on how to make one."""
    with pytest.raises(TypeError, match=r"newsgraph\.Document\(text\)"):
        newsgraph.build(wrong)


def test_dates_of_documents() -> None:
    """A date as mails write it becomes ISO 8601; one that is none is left out with a note."""
    documents = [
        newsgraph.Document("It rained.", id="mail", date="Thu, 06 Jan 2022 10:30:00 +0000"),
        newsgraph.Document("It snowed.", id="none", date="yesterday"),
    ]
    found = newsgraph.build(documents)
    dates = found.query("SELECT (STR(?day) AS ?date) { ?article schema:datePublished ?day }")
    assert list(dates) == [("2022-01-06T10:30:00Z",)]
    assert [note.partition(":")[0] for note in found.notes] == ["none"]


def test_progress() -> None:
    """Progress tells how many of how many are done."""
    seen: list[tuple[int, int]] = []
    newsgraph.build(STORIES, progress=lambda done, all: seen.append((done, all)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_layers_of_build() -> None:
    """Only the layers that were asked for are written."""
    found = newsgraph.build(STORIES[:1], layers=["facts"])
    assert "ng:TroopDeployment" in found.serialize()
    assert "ng:Claim" not in found.serialize()


def test_pandas(graph: newsgraph.Graph) -> None:
    """Rows become a pandas frame where pandas is installed."""
    pytest.importorskip("pandas", reason="pandas is not installed: pip install pandas")
    assert list(graph.query("SELECT ?l WHERE { ?e rdfs:label ?l }").to_pandas().columns) == ["l"]


def test_names() -> None:
    """Every public name is there."""
    assert all(hasattr(newsgraph, name) for name in newsgraph.__all__)
    with pytest.raises(AttributeError):
        newsgraph.nothing  # noqa: B018
