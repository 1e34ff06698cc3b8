"""A NIF document annotated: what its texts speak of, or what the phrases mean that are marked in them.

This is what GERBIL asks of an annotator: a document without phrases is searched for entities (A2KB); where phrases are
marked, they are linked and nothing is added (D2KB).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.model.text import Document, Span
from newsgraph.storage.explorer.kinds import ENTITIES
from newsgraph.storage.exporting.mentions import Mention, mentions, phrase
from newsgraph.storage.exporting.nif_reading import ADVICE, Context, contexts, parsed
from newsgraph.storage.exporting.nif_terms import NIF_PREFIXES, Phrase, meaning, merged, phrase_triples
from newsgraph.storage.exporting.places import matches
from newsgraph.storage.exporting.source import Source
from newsgraph.storage.store import QuadStore
from newsgraph.storage.turtle import turtle

Read: TypeAlias = Callable[[Document], QuadStore]
"""The graph of a text."""
NAME = "NameMention"


def annotated(data: bytes, read: Read) -> bytes:
    """The document in Turtle with the annotations added. An InputError where it is no NIF, or holds no text."""
    triples = parsed(data)
    found = contexts(triples)
    if not found:
        raise InputError("the document", "holds no nif:Context", advice=ADVICE)
    added = (one for context in found for one in _annotations(context, read))
    return turtle({*triples, *added}, NIF_PREFIXES).encode()


def _annotations(context: Context, read: Read) -> Iterator[ox.Triple]:
    store = read(Document(context.text, id=context.iri))
    source = Source(store.own, base=store.base)
    known = [
        one
        for article in source.articles()
        for one in mentions(source, article, len(context.text))
        if source.kind(one.thing) in ENTITIES
    ]
    if context.phrases:
        for marked in context.phrases:
            if not marked.linked and (mention := _meant(source, marked.span, context.text, known)):
                yield from meaning(ox.NamedNode(marked.iri), _linked(source, mention))
        return
    for one in merged(_linked(source, mention) for mention in known if mention.how == NAME):
        yield from phrase_triples(one, context.iri, context.text)


def _linked(source: Source, mention: Mention) -> Phrase:
    """A mention with the identifiers elsewhere, and only where there are none with our own."""
    found = phrase(source, mention)
    return Phrase(found.span, tuple(matches(source, mention.thing)) or (mention.thing,), found.classes)


def _meant(source: Source, span: Span, text: str, known: Sequence[Mention]) -> Mention | None:
    """The mention that a phrase is: the one of its place, else the one that fits best, else one of the same words."""
    overlapping = [one for one in known if one.span.start < span.end and span.start < one.span.end]
    words = span.of(text).casefold()
    same = [one for one in known if one.span.of(text).casefold() == words]
    ranked = sorted(overlapping, key=lambda one: (_apart(one.span, span), one.how != NAME, one.span)) or same
    linked = [one for one in ranked if matches(source, one.thing)]
    # A name inside a longer phrase may be linked where the phrase as a whole is not.
    exact = [one for one in ranked if one.span == span]
    return next(iter([*exact, *linked, *ranked]), None)


def _apart(one: Span, other: Span) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)
