import json

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage import Graph, QuadStore
from storage.exporting.worlds import HOSTILE, STORIES, Texts, converted, iri, quads, world

SCHEMA = PREFIXES["schema"]
DERIVED = {SCHEMA + "about", SCHEMA + "mentions"}


def expanded(data: bytes) -> set[ox.Triple]:
    """The triples that the JSON-LD expands to."""
    return {one.triple for one in ox.parse(data, format=ox.RdfFormat.JSON_LD)}


def own(triples: set[ox.Triple], article: str) -> set[ox.Triple]:
    """What is said of an article in terms of schema.org, beside what the export makes of its facts."""
    return {
        one
        for one in triples
        if one.subject.value == article  # type: ignore[union-attr]
        and (one.predicate.value.startswith(SCHEMA) or one.predicate.value == expand("rdf:type"))
        and one.predicate.value not in DERIVED
    }


@settings(max_examples=60, deadline=None)
@given(texts=STORIES)
def test_expands_to_the_same_triples(texts: Texts) -> None:
    """What the graph says of an article in terms of schema.org is what the JSON-LD expands to, whatever it is."""
    told = own({one.triple for one in quads(texts)}, iri("article/one"))
    assert own(expanded(converted(world(texts), "schemaorg")), iri("article/one")) == told
    assert len(told) == 7


def test_rdflib_expands_it_too() -> None:
    """rdflib, which would fetch a context from elsewhere, needs none, and finds the same triples."""
    data = converted(world(), "schemaorg")
    found = rdflib.Graph().parse(data=data, format="json-ld")
    assert len(found) == len(expanded(data)) > 20


@settings(max_examples=60, deadline=None)
@given(texts=STORIES)
def test_ready_for_a_page(texts: Texts) -> None:
    """Nothing in it ends the script element, begins a comment, or breaks a line of JavaScript."""
    made = converted(world(texts), "schemaorg").decode()
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(made)
    assert json.loads(made)["articleBody"] == texts.body


def test_what_is_in_it() -> None:
    """An article is about its events, with day and place, and mentions whom it names."""
    made = json.loads(converted(world(), "schemaorg"))
    assert (made["@type"], made["publisher"]["@type"]) == ("NewsArticle", "NewsMediaOrganization")
    assert (made["about"]["@type"], made["about"]["startDate"]) == ("Event", "2024-01-01")
    assert made["about"]["location"]["name"] == made["mentions"]["name"] == "Goma"
    assert made["mentions"]["sameAs"] == "http://www.wikidata.org/entity/Q648873"
    assert made["@context"]["@vocab"] == SCHEMA


def test_what_is_denied_is_no_event() -> None:
    """What is only told stands nowhere in it."""
    made = converted(world(), "schemaorg").decode()
    assert iri("event/denied") not in made
    assert iri("event/attack") in made


def test_several_articles_stand_in_a_graph() -> None:
    """Two articles are two nodes of one graph; none is an empty graph."""
    store = QuadStore()
    store.take(quads())
    store.take(
        ox.Quad(ox.NamedNode(iri("article/two")), ox.NamedNode(expand(p)), o)
        for p, o in (
            ("rdf:type", ox.NamedNode(expand("schema:NewsArticle"))),
            *(("schema:headline", ox.Literal(text)) for text in HOSTILE[:2]),
        )
    )
    made = json.loads(converted(Graph(store), "schemaorg"))
    assert [one["@id"] for one in made["@graph"]] == [iri("article/one"), iri("article/two")]
    assert json.loads(converted(Graph(QuadStore()), "schemaorg"))["@graph"] == []
