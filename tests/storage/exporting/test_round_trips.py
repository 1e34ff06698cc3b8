import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from newsgraph.model.statements import Layer
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage import Format, Graph, QuadStore
from newsgraph.storage.exporting.turtle12 import reifications
from storage.exporting.worlds import DEFAULT, IRIS, STORIES, TEXTS, Texts, converted, quads, source, store, world

PARSERS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
NAMED = ("trig", "nquads")
# XML has no way of writing some characters, and RDF/XML only names of properties that are names in XML.
PREDICATES = st.sampled_from(["http://example.org/p", "http://example.org/é", "urn:x:y", PREFIXES["geo"] + "q"])
XSD = PREFIXES["xsd"]
TERMS = st.one_of(
    IRIS.map(ox.NamedNode),
    TEXTS.map(ox.Literal),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), TEXTS, st.sampled_from(["en", "de-at", "zh-hant"])),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)),
        TEXTS | st.sampled_from(["1", "1.0", "true", "-0", "2024-01-01", "INF", "1e3"]),
        st.sampled_from([XSD + one for one in ("integer", "decimal", "boolean", "date", "double")] + ["urn:x:type"]),
    ),
)
QUADS = st.lists(
    st.builds(
        ox.Quad, IRIS.map(ox.NamedNode), PREDICATES.map(ox.NamedNode), TERMS,
        st.sampled_from(["http://example.org/g;1", "urn:g:é"]).map(ox.NamedNode),
    ),
    min_size=1, max_size=6, unique=True,
)  # fmt: skip


def holding(found: list[ox.Quad]) -> Graph:
    """A graph of some quads."""
    made = QuadStore()
    made.take(found)
    return Graph(made)


def read(data: bytes, name: str) -> set[ox.Quad]:
    """The quads that some data hold; of a format without named graphs in the default one."""
    return set(ox.parse(data, format=PARSERS[name]))


def expected(found: list[ox.Quad], name: str) -> set[ox.Quad]:
    """What a format can carry of some quads, as the store keeps them: it writes numbers and truths in one way."""
    kept = ox.Store()
    kept.extend(found)
    return {one if name in NAMED else ox.Quad(one.subject, one.predicate, one.object) for one in kept}


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=60, deadline=None)
@given(found=QUADS)
def test_every_syntax_parses_back(found: list[ox.Quad], name: str) -> None:
    """What is written in a syntax of RDF and read again is what was there, whatever the texts and IRIs are."""
    assert read(converted(holding(found), name), name) == expected(found, name)


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=15, deadline=None)
@given(found=QUADS)
def test_another_library_agrees(found: list[ox.Quad], name: str) -> None:
    """rdflib finds the same triples in every syntax."""
    graph = holding(found)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=graph.serialize(name), format=RDFLIB[name])
    plain = rdflib.Graph()
    for one in dataset.triples((None, None, None)):
        plain.add(one)
    assert isomorphic(plain, graph.to_rdflib())


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=15, deadline=None)
@given(texts=STORIES)
def test_a_story_parses_back(texts: Texts, name: str) -> None:
    """A whole story with hostile texts comes back from every syntax."""
    found = list(quads(texts))
    assert read(converted(world(texts), name), name) == expected(found, name)


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("layer", Layer)
def test_a_layer_parses_back(name: str, layer: Layer) -> None:
    """Each layer alone comes back from every syntax, and no layer of the story is empty."""
    graph = world()
    back = Graph.parse(graph.serialize(name, layers=[layer]), format=name)
    assert back.serialize() == graph.serialize(layers=[layer])
    assert 0 < len(back) < len(graph)


@settings(max_examples=40, deadline=None)
@given(texts=STORIES)
def test_rdf_12_parses_back(texts: Texts) -> None:
    """RDF 1.2 holds the graph, and one reifier for each claim on a direct triple, and nothing else."""
    made = converted(world(texts), "turtle12")
    back = {one.triple for one in ox.parse(made, format=ox.RdfFormat.TURTLE)}
    added = reifications(source(texts))
    assert back == {one.triple for one in quads(texts)} | added
    assert len(added) == 3


def test_reifiers_are_the_claims() -> None:
    """A query of SPARQL 1.2 finds who says a direct triple; one that is only denied is reified and not asserted."""
    graph = ox.Store()
    graph.bulk_load(converted(world(), "turtle12"), format=ox.RdfFormat.TURTLE)
    query = """
    PREFIX ng: <https://w3id.org/newsgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?who ?view ?stands { << ?s ?p ?o ~ ?claim >> . ?claim ng:claimant/rdfs:label ?who ; ng:factuality ?view .
      BIND(EXISTS { ?s ?p ?o } AS ?stands) FILTER(?p IN (ng:attacks, ng:locatedIn)) } ORDER BY ?who ?stands"""
    rows = [tuple(term.value.split("#")[-1] for term in row) for row in graph.query(query)]  # type: ignore[union-attr]
    assert rows == [
        ("Steppe Courier", "CertainPositive", "true"),
        ("officials", "CertainNegative", "false"),
        ("officials", "CertainPositive", "true"),
    ]


@settings(max_examples=25, deadline=None)
@given(texts=STORIES)
def test_nanopubs_parse_back(texts: Texts) -> None:
    """All that nanopublications say of the graph stands in it, except what is said of themselves."""
    own = ("https://w3id.org/newsgraph/data/nanopub/",)
    said = {
        one.triple
        for one in ox.parse(converted(world(texts), "nanopub"), format=ox.RdfFormat.TRIG)
        if not one.subject.value.startswith(own)  # type: ignore[union-attr]
    }
    assert said <= {one.triple for one in quads(texts)}
    assert len(said) > 30


@pytest.mark.parametrize("name", PARSERS)
def test_an_empty_graph(name: str) -> None:
    """An empty graph is written in every syntax, and read back empty."""
    empty = Graph(QuadStore())
    assert read(converted(empty, name), name) == set()
    assert len(Graph.parse(empty.serialize(name), format=Format(name))) == 0


def test_the_story_has_all_that_is_tested() -> None:
    """The story that these tests write has facts, claims, mentions, and something that is only told."""
    things = source(DEFAULT).things
    assert {"event", "told", "relation", "figure", "place", "article"} <= {kind for kind, _ in things.values()}
    assert len(store().triples()) > 70
