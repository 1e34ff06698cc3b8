from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from newsgraph.errors import InputError, OutputError, UnknownError
from newsgraph.ontology.prefixes import expand
from newsgraph.storage import Graph, QuadStore
from newsgraph.storage.exporting.nif_reading import contexts, parsed
from storage.exporting.nif_rules import NIF, broken, phrases
from storage.exporting.worlds import STORIES, Texts, converted, iri, quads, world

EMOJI = Texts(before="\U0001f600 é ", attacker="n\u0303e rebels", city="Gömä")
BAD = """
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:a#char=0,5> a nif:Context, nif:RFC5147String ; nif:isString "abcde" ;
  nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "6"^^xsd:nonNegativeInteger .
<urn:a#char=1,3> a nif:Phrase, nif:RFC5147String ; nif:anchorOf "cd" ; nif:referenceContext <urn:a#char=0,5> ;
  nif:beginIndex "1"^^xsd:nonNegativeInteger ; nif:endIndex "3"^^xsd:nonNegativeInteger .
"""


def test_the_rules_find_what_breaks_them() -> None:
    """The check that these tests rest on sees wrong lengths, wrong words and wrong IRIs."""
    assert {one.partition(":")[0] for one in broken(BAD.encode())} == {
        "a context ends where its text does",
        "the words of a phrase are those of its place",
        "an IRI says where its string stands (RFC 5147)",
    }


@settings(max_examples=60, deadline=None)
@given(texts=STORIES)
def test_nif_validates(texts: Texts) -> None:
    """Whatever the texts are, the document keeps all rules of NIF, and holds the text and its three phrases."""
    made = converted(world(texts), "nif")
    assert broken(made) == []
    (context,) = contexts(parsed(made))
    assert context.text == texts.body
    assert len(context.phrases) == 3


def test_phrases_lead_to_what_they_mean() -> None:
    """A phrase means the entity or the event, and what that is elsewhere."""
    assert phrases(converted(world(), "nif")) == {
        "rebels": {"rebels"},
        " attacked ": {"attack"},
        "Goma": {"goma", "Q648873"},
    }


def test_places_are_counted_in_code_points() -> None:
    """A character beyond the first plane counts as one, and a combining one too."""
    assert b"#char=4,14> a nif:Phrase" in converted(world(EMOJI), "nif")
    assert broken(converted(world(EMOJI), "nif")) == []


def test_what_is_told_is_no_event() -> None:
    """A phrase that tells of a denied event has the class of irrealis events alone."""
    store = QuadStore()
    attack, denied = iri("event/attack"), iri("event/denied")
    text = "\n".join(str(one) + " ." for one in quads()).replace(f"refersTo> <{attack}>", f"refersTo> <{denied}>")
    store.store.bulk_load(text.encode(), format=ox.RdfFormat.N_QUADS)
    made = converted(Graph(store), "nif").decode()
    about = next(part for part in made.split("\n\n") if "event:denied" in part)
    assert "itsrdf:taClassRef ng:IrrealisEvent ;" in about


def test_without_texts() -> None:
    """A graph that was built without texts cannot be NIF, and the error says what to do."""
    store = QuadStore()
    store.take(one for one in quads() if one.predicate.value != expand("schema:articleBody"))
    with pytest.raises(OutputError, match="--no-text"):
        converted(Graph(store), "nif")


def test_one_article_alone(tmp_path: Path) -> None:
    """An article that is asked for by name must be there."""
    with pytest.raises(UnknownError, match="article/two"):
        world().convert("nif", tmp_path / "x.ttl", articles=[iri("article/two")])
    world().convert("nif", tmp_path / "x.ttl", articles=[iri("article/one")])
    assert broken((tmp_path / "x.ttl").read_bytes()) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("nif:isString 'ab', 'abc'", "2 values of nif:isString"),
        ("nif:beginIndex 0", "0 values of nif:isString"),
    ],
)
def test_a_context_without_one_text_is_refused(wrong: str, said: str) -> None:
    """A context has one text, or the document is refused by name."""
    document = f"@prefix nif: <{NIF}> . <urn:a> a nif:Context ; {wrong} ."
    with pytest.raises(InputError, match=said):
        contexts(parsed(document.encode()))


@pytest.mark.parametrize("place", ["4, 2", "0, 99", "-1, 2", "'x', 2", "1.5, 2"])
def test_a_phrase_outside_its_text_is_refused(place: str) -> None:
    """A phrase whose place is none in the text is an error that names it."""
    start, end = place.split(", ")
    document = f"""@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
    <urn:a#char=0,5> a nif:Context ; nif:isString "abcde" .
    <urn:a#p> nif:referenceContext <urn:a#char=0,5> ; nif:beginIndex {start} ; nif:endIndex {end} ."""
    with pytest.raises(InputError, match="urn:a#p"):
        contexts(parsed(document.encode()))


def test_no_turtle_is_refused() -> None:
    """What is no Turtle is an error that says so."""
    with pytest.raises(InputError, match="is no Turtle"):
        parsed(b"<a <b")
