import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from newsgraph.errors import OutputError
from newsgraph.reading import read
from newsgraph.storage import Graph
from newsgraph.storage.exporting import EXPORTERS, exporter
from storage.exporting.worlds import STORIES, Texts, converted, quads, world


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_same_graph_gives_the_same_bytes(name: str) -> None:
    """The order in which quads come in makes no difference to any format."""
    backwards = Graph.parse("".join(f"{one} .\n" for one in reversed(list(quads()))), format="nquads")
    assert converted(backwards, name) == converted(world(), name)
    assert converted(world(), name)


@pytest.mark.parametrize("name", EXPORTERS)
def test_files_and_streams_are_the_same(name: str, tmp_path: Path) -> None:
    """A file holds the bytes that a stream gets."""
    path = tmp_path / f"out{exporter(name).ending}"
    world().convert(name, path)
    assert path.read_bytes() == converted(world(), name)


@pytest.mark.parametrize("name", sorted(set(EXPORTERS) - {"events", "graphml", "neo4j"}))
def test_told_means_nothing_to_the_others(name: str) -> None:
    """Asking a format for what it cannot tell apart is an error, not silence."""
    with pytest.raises(OutputError, match=name):
        converted(world(), name, told=True)


def test_unknown_names() -> None:
    """A name that is none is an error that tells the others; short names of syntaxes are known."""
    with pytest.raises(OutputError, match="graphml"):
        exporter("gexf")
    assert exporter("TTL").name == "turtle"


@settings(max_examples=25, deadline=None)
@given(texts=STORIES)
def test_documents_are_read_again(texts: Texts) -> None:
    """The texts come out as JSON lines with what the graph knows of them."""
    (line,) = converted(world(texts), "documents").decode().split("\n")[:-1]
    fields = json.loads(line)
    assert (fields["text"], fields["date"]) == (texts.body, "2024-01-02")


def test_documents_for_build(tmp_path: Path) -> None:
    """What comes out is what `newsgraph build` reads."""
    world().convert("documents", path := tmp_path / "out.jsonl")
    (found,) = read([path])
    assert (found.text, found.title) == (Texts().body, "Rebels attack Goma")  # type: ignore[union-attr]
    assert (found.publisher, found.url) == ("Steppe Courier", "http://example.org/story")  # type: ignore[union-attr]


def test_nif_goes_round() -> None:
    """NIF is read again through its documents: the text is the same."""
    back = Graph.parse(converted(world(), "nif"))
    fields = json.loads(converted(back, "documents"))
    assert (fields["text"], fields["url"]) == (Texts().body, "http://example.org/story")


def test_interrupted_writing_leaves_nothing(tmp_path: Path) -> None:
    """A conversion that breaks off leaves what stood there before."""
    path = tmp_path / "out.csv"
    path.write_text("before")

    def breaks(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        world().convert("events", path, progress=breaks)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_is_told() -> None:
    """Who waits hears how many things of how many are done."""
    heard: list[tuple[int, int]] = []
    world().convert("events", io.BytesIO(), told=True, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


def test_ntriples_open_in_owlready2() -> None:
    """owlready2 reads all of the N-Triples, and finds what they name; it adds that this is an ontology."""
    import owlready2

    home = owlready2.World()
    onto = home.get_ontology("http://example.org/graph")
    onto.load(fileobj=io.BytesIO(converted(world(), "ntriples")), format="ntriples")
    assert len(onto.graph) == len(world()) + 1
    labels = {row[0] for row in home.sparql("SELECT ?l { ?e <http://www.w3.org/2000/01/rdf-schema#label> ?l }")}
    assert {"Goma", "DR Congo"} <= labels


def test_media_types_and_endings() -> None:
    """Every format says what it holds, and its ending."""
    assert {"nif", "schemaorg", "turtle12", "nanopub", "graphml", "neo4j", "events", "documents"} < set(EXPORTERS)
    assert all(one.holds and one.back and one.ending.startswith(".") and "/" in one.media for one in EXPORTERS.values())
    assert ox.RdfFormat.from_media_type(EXPORTERS["nanopub"].media) == ox.RdfFormat.TRIG
