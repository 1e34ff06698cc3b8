import os
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from newsgraph.errors import InputError, OutputError
from newsgraph.model.statements import Iri, Layer, Literal, Statement, Term
from newsgraph.ontology.prefixes import DATA
from newsgraph.storage import Format, Graph, QuadStore
from newsgraph.storage.layers import layers_of
from pipeline.builders import NO, deployment, told

RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
ARTICLE = Iri("http://example.org/article/1")
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\\\"'<>{}@^."), max_size=20)
NAMES = st.sampled_from(["http://example.org/a", "http://example.org/b#c.d", "http://example.org/%20x", "urn:x:y-"])
TERMS: st.SearchStrategy[Term] = st.one_of(
    NAMES.map(Iri),
    TEXT.map(Literal),
    st.builds(Literal, TEXT, st.none(), st.sampled_from(["en", "de-at"])),
    st.integers().map(lambda n: Literal(str(n), "http://www.w3.org/2001/XMLSchema#integer")),
    st.sampled_from(["0.50", "-3.0", "1."]).map(lambda n: Literal(n, "http://www.w3.org/2001/XMLSchema#decimal")),
)


def graph(*found: Statement) -> Graph:
    """A graph of some statements."""
    store = QuadStore()
    store.add(found)
    return Graph(store)


@pytest.fixture(scope="module")
def story() -> Graph:
    """A graph of a fact and of something denied."""
    denied = deployment("Russia deployed soldiers to Kazakhstan? TASS said no.", date="2020-01-01")
    denied.parts["claims"] = []
    from newsgraph.model.findings import Target, TargetKind

    return graph(*told(deployment(), denied.says(Target(TargetKind.EVENT, 0), factuality=NO)))


@pytest.mark.parametrize("format", Format)
def test_round_trip(story: Graph, format: Format) -> None:
    """A graph that is written and read again is the same graph."""
    assert Graph.parse(story.serialize(format), format=format).serialize() == story.serialize()
    assert len(story) > 100


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES, TERMS), min_size=1, max_size=8))
def test_hostile_terms(triples: list[tuple[str, str, Term]]) -> None:
    """Another library reads from every format the graph that was written, whatever the texts in it are."""
    found = graph(*(Statement(Iri(s), Iri(p), o, Layer.FACTS, ARTICLE) for s, p, o in triples if ":" in p))
    wanted = rdflib.Graph().parse(data=found.serialize("ntriples"), format="nt")
    for name in ("turtle", "jsonld"):
        assert isomorphic(rdflib.Graph().parse(data=found.serialize(name), format=RDFLIB[name]), wanted)


@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads(story: Graph, name: str) -> None:
    """rdflib reads every format, and finds the same triples in it."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=story.serialize(name), format=RDFLIB[name])
    plain = rdflib.Graph()
    for s, p, o in dataset.triples((None, None, None)):
        plain.add((s, p, o))
    assert isomorphic(plain, story.to_rdflib())


def test_named_graphs(story: Graph) -> None:
    """TriG and N-Quads have a named graph for each article, and one for what articles tell together."""
    assert story.serialize("trig").count(" {\n") == 3
    graphs = {line.rsplit(" ", 2)[1] for line in story.serialize("nquads").splitlines()}
    assert len(graphs) == 3 and f"<{DATA}graph/shared>" in graphs


def test_turtle_is_readable(story: Graph) -> None:
    """Turtle has a paragraph for each subject, its class first, and declares only prefixes that it uses."""
    text = story.serialize("turtle")
    assert "\n\nentity:" in text
    places = [text.index(f"\n{kind}:") for kind in ("article", "event", "entity", "claim", "evidence", "selector")]
    assert places == sorted(places)
    assert " a ng:TroopDeployment ;\n    rdfs:label " in text
    assert "@prefix geo:" not in text


@pytest.mark.parametrize("layer", Layer)
def test_layers(story: Graph, layer: Layer) -> None:
    """A layer can be written alone, and the layers together are the graph."""
    alone = set(story.serialize("ntriples", layers=[layer]).splitlines())
    others = set(story.serialize("ntriples", layers=set(Layer) - {layer}).splitlines())
    assert alone
    assert not alone & others
    assert alone | others == set(story.serialize("ntriples").splitlines())


def test_layers_agree() -> None:
    """The layer that the mapping gives a statement is the one that its triple is found to be in."""
    made = told(deployment())
    store = QuadStore()
    store.add(made)
    layer = layers_of(store.triples())
    given = {(s.subject.value, s.predicate.value, s.object.value): s.layer for s in made}
    found = {(t.subject.value, t.predicate.value, t.object.value): layer(t) for t in store.triples()}  # type: ignore[union-attr]
    assert found == given


def test_file(story: Graph, tmp_path: Path) -> None:
    """A file's ending says its format, and no other file is left beside it."""
    story.serialize(destination=tmp_path / "out.nt")
    assert (tmp_path / "out.nt").read_text().startswith("<https://w3id.org/newsgraph/data/")
    assert [path.name for path in tmp_path.iterdir()] == ["out.nt"]


def test_failed_writing(story: Graph, tmp_path: Path) -> None:
    """Where nothing can be written an error says so."""
    with pytest.raises(OutputError, match="cannot be written"):
        story.serialize(destination=tmp_path / "missing" / "out.ttl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_device(story: Graph) -> None:
    """What is no ordinary file is not replaced by one."""
    with pytest.raises(OutputError, match="no ordinary file"):
        story.serialize("turtle", destination=os.devnull)


def test_unknown_format(story: Graph) -> None:
    """A format that does not exist is refused with those that do."""
    with pytest.raises(OutputError, match="turtle, ntriples, trig"):
        story.serialize("pdf")


def test_control_characters() -> None:
    """RDF/XML cannot hold every character, and says so instead of writing a file that nobody can read."""
    found = graph(Statement(ARTICLE, Iri("http://example.org/p"), Literal("a\x0cb"), Layer.FACTS, ARTICLE))
    with pytest.raises(OutputError, match=r"U\+000C"):
        found.serialize("rdfxml")


def test_garbage() -> None:
    """What is no graph is an input error."""
    with pytest.raises(InputError):
        Graph.parse("this is no turtle")


def test_loading_twice(story: Graph, tmp_path: Path) -> None:
    """A file that is loaded twice says nothing more than once."""
    path = tmp_path / "a.nq"
    story.serialize(destination=path)
    assert Graph.load([path, path]).serialize("nquads") == story.serialize("nquads")


def test_lines_before_and_after_loading() -> None:
    """What waits to be loaded is written as the store itself would write it, whatever characters it holds."""
    article, predicate = Iri("http://example.org/article/1"), Iri("http://example.org/p")
    odd = "".join(map(chr, [*range(1, 128), 0x85, 0xA0, 0x2028, 0x202E, 0xFFFE, 0x1F600]))
    values = (Literal(odd), Literal("a", language="en"), Literal("7.5", "http://www.w3.org/2001/XMLSchema#decimal"))
    store = QuadStore()
    store.add(Statement(article, predicate, value, Layer.FACTS, article) for value in values)
    waiting = store.lines()
    assert len(store.store) == len(values)
    assert store.lines() == waiting
