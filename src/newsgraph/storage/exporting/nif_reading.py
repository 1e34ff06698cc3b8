"""NIF that others send: the texts in it, and the phrases that are marked in them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.model.text import Span
from newsgraph.storage.exporting.nif_terms import TYPE, its, nif

ADVICE = "send NIF 2.0 in Turtle"


@dataclass(frozen=True, slots=True)
class Marked:
    """A phrase that is marked, and whether it says already what it means."""

    iri: str
    span: Span
    linked: bool


@dataclass(frozen=True, slots=True)
class Context:
    """A text with what is marked in it, in the order of the text."""

    iri: str
    text: str
    phrases: tuple[Marked, ...] = ()


def parsed(data: bytes) -> list[ox.Triple]:
    """The triples of a document; an InputError where it is no Turtle."""
    try:
        return [one.triple for one in ox.parse(data, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise InputError("the document", f"is no Turtle: {error}", advice=ADVICE) from error


def contexts(triples: Iterable[ox.Triple]) -> tuple[Context, ...]:
    """The texts, sorted by their IRIs; an InputError where one breaks the rules of NIF."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(one.subject, one.predicate, one.object) for one in triples)
    named = (one.subject for one in store.quads_for_pattern(None, TYPE, nif("Context")))
    found = sorted({one.value for one in named if isinstance(one, ox.NamedNode)})
    return tuple(_context(store, iri) for iri in found)


def _context(store: ox.Store, iri: str) -> Context:
    node = ox.NamedNode(iri)
    texts = _literals(store, node, "isString")
    if len(texts) != 1:
        raise InputError(iri, f"has {len(texts)} values of nif:isString, and must have one", advice=ADVICE)
    strings = (one.subject for one in store.quads_for_pattern(None, nif("referenceContext"), node))
    phrases = (_marked(store, one, len(texts[0])) for one in strings if isinstance(one, ox.NamedNode) and one != node)
    return Context(iri, texts[0], tuple(sorted(phrases, key=lambda one: (one.span, one.iri))))


def _marked(store: ox.Store, node: ox.NamedNode, length: int) -> Marked:
    start, end = (_index(store, node, name) for name in ("beginIndex", "endIndex"))
    if not 0 <= start <= end <= length:
        raise InputError(node.value, f"begins at {start} and ends at {end}, in a text of {length} characters")
    return Marked(node.value, Span(start, end), any(store.quads_for_pattern(node, its("taIdentRef"), None)))


def _index(store: ox.Store, node: ox.NamedNode, name: str) -> int:
    values = _literals(store, node, name)
    if len(values) != 1 or not (values[0].isascii() and values[0].isdigit() and len(values[0]) < 12):
        raise InputError(node.value, f"has no one whole number as nif:{name}", advice=ADVICE)
    return int(values[0])


def _literals(store: ox.Store, node: ox.NamedNode, name: str) -> list[str]:
    found = (one.object for one in store.quads_for_pattern(node, nif(name), None))
    return [one.value for one in found if isinstance(one, ox.Literal)]
