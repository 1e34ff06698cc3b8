from collections.abc import Callable

import pyoxigraph as ox
import pytest

from newsgraph.errors import InputError
from newsgraph.model.text import Document
from newsgraph.storage import QuadStore
from newsgraph.storage.exporting import annotated
from storage.exporting.nif_rules import NIF, broken, phrases
from storage.exporting.worlds import DEFAULT, Texts, iri, store

TEXT = DEFAULT.body
ITS = "http://www.w3.org/2005/11/its/rdf#"


def reader(texts: Texts = DEFAULT) -> Callable[[Document], QuadStore]:
    """What reads every text as the story."""
    return lambda document: store(texts)


def document(*phrases: tuple[int, int, str], context: str = f"http://example.org/d#char=0,{len(TEXT)}") -> bytes:
    """A document with the story's text and phrases from one place to another, each with what else is said of it."""
    parts = [
        f"@prefix nif: <{NIF}> . @prefix its: <{ITS}> . <{context}> a nif:Context ; nif:isString {ox.Literal(TEXT)} ."
    ]
    for start, end, more in phrases:
        about = f"nif:beginIndex {start} ; nif:endIndex {end} ; nif:anchorOf {ox.Literal(TEXT[start:end])} {more}"
        parts.append(f"<http://example.org/p{start}> nif:referenceContext <{context}> ; {about} .")
    return "\n".join(parts).encode()


def place(words: str) -> tuple[int, int]:
    """Where some words stand in the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_names_are_marked_and_others_are_not() -> None:
    """Without phrases the names are found; what is mentioned by another phrase is not."""
    assert phrases(annotated(document(), reader())) == {"Goma": {"Q648873"}}


def test_a_name_that_nobody_knows_gets_our_own_iri() -> None:
    """An entity that has no identifier elsewhere is told by its own IRI."""
    unlinked = QuadStore()
    unlinked.take(one for one in store().store if "exactMatch" not in one.predicate.value)
    assert phrases(annotated(document(), lambda _: unlinked)) == {"Goma": {"goma"}}


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Goma", {"Q648873"}),
        ("attacked Goma", {"Q648873"}),
        ("rebels", {"rebels"}),
        ("rebels attacked Goma", {"Q648873"}),
        ("officials", None),
    ],
)
def test_a_marked_phrase_is_linked(words: str, meaning: set[str] | None) -> None:
    """A phrase means the mention of its place, or the best that lies in it; one with none means nothing."""
    found = phrases(annotated(document((*place(words), "")), reader()))
    assert found == ({words: meaning} if meaning else {})


def test_what_is_linked_already_stays() -> None:
    """A phrase that says what it means keeps that, and gets nothing more."""
    sent = document((*place("Goma"), "; its:taIdentRef <http://example.org/mine>"))
    assert phrases(annotated(sent, reader())) == {"Goma": {"mine"}}


def test_offsets_of_nif_21() -> None:
    """A document that names its strings in another scheme gets phrases of the same scheme."""
    made = annotated(document(context=f"http://example.org/d#offset_0_{len(TEXT)}"), reader())
    start, end = place("Goma")
    assert f"<http://example.org/d#offset_{start}_{end}> a nif:OffsetBasedString , nif:Phrase".encode() in made


def test_the_rules_are_kept() -> None:
    """What is added keeps the rules of NIF."""
    context = (
        f'<http://example.org/d#char=0,{len(TEXT)}> a nif:RFC5147String ; nif:beginIndex "0"^^x:nonNegativeInteger'
    )
    about = f'; nif:endIndex "{len(TEXT)}"^^x:nonNegativeInteger .'
    prefix = f"@prefix nif: <{NIF}> . @prefix x: <http://www.w3.org/2001/XMLSchema#> . "
    assert broken(annotated(document() + f"{prefix}{context}{about}".encode(), reader())) == []


def test_several_texts() -> None:
    """Each text of a document is annotated."""
    other = document(context=f"http://example.org/e#char=0,{len(TEXT)}")
    made = annotated(document() + b"\n" + other, reader())
    assert made.count(b'nif:anchorOf "Goma"') == 2


def test_a_document_without_a_text() -> None:
    """A document that holds no context is refused, with what to send."""
    with pytest.raises(InputError, match=r"nif:Context.*NIF 2\.0"):
        annotated(f"<{iri('x')}> <urn:p> <urn:o> .".encode(), reader())
