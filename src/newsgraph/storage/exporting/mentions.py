"""The mentions of an article: which stretch of its text speaks of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.model.text import Span
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.exporting.alignments import SCHEMA, schema_class
from newsgraph.storage.exporting.nif_terms import Phrase
from newsgraph.storage.exporting.places import matches
from newsgraph.storage.exporting.source import Source


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that speaks of a thing; `how` is NameMention, NominalMention or the like, and empty for an event."""

    span: Span
    thing: str
    how: str


def mentions(source: Source, article: str, length: int) -> list[Mention]:
    """The mentions in an article's text, in their order; those outside it are left out."""
    found = {one for place in source.subjects("oa:hasSource", article) for one in _at(source, place)}
    inside = (one for one in found if 0 <= one.span.start < one.span.end <= length)
    return sorted(inside, key=lambda one: (one.span, one.thing, one.how))


def _at(source: Source, place: str) -> Iterator[Mention]:
    span = stretch(source, place)
    for thing in source.iris(place, "ng:refersTo") if span else ():
        if span and source.kind(thing):
            yield Mention(span, thing, source.text(place, "ng:mentionKind"))


def stretch(source: Source, place: str) -> Span | None:
    """From which character to which some words stand."""
    for selector in source.iris(place, "oa:hasSelector"):
        start, end = _whole(source.text(selector, "oa:start")), _whole(source.text(selector, "oa:end"))
        if start is not None and end is not None:
            return Span(start, end)
    return None


def _whole(text: str) -> int | None:
    # Longer ones are no place in any text.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def phrase(source: Source, mention: Mention) -> Phrase:
    """A mention with its thing, the identifiers of that elsewhere, and its classes.

    What is told but no fact has no class of an event.
    """
    name = source.things[mention.thing][1]
    near = schema_class(name)
    classes = (PREFIXES["ng"] + name, *((SCHEMA + near,) if near else ()))
    return Phrase(mention.span, (mention.thing, *matches(source, mention.thing)), classes)
