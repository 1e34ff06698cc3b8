"""What is known of a text beside its parse: where its names and times stand, its sentences and quotations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.entities.speaking import speakers
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import MentionKind, TimeExpression
from newsgraph.model.text import Span

OPEN, CLOSE = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})


class Name(NamedTuple):
    """The tokens of a name, half open, and its entity."""

    start: int
    end: int
    entity: int


class Moment(NamedTuple):
    """The tokens of a time, half open, and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A text: the name and the time at each token, the entity of each name, the number of sentence and quotation."""

    doc: Doc
    index: EntityIndex
    names: Mapping[int, Name]
    times: Mapping[int, Moment]
    called: Mapping[tuple[str, ...], int]
    sentence: Sequence[int]
    quote: Sequence[int]
    speaker: Mapping[int, int]


def setting(doc: Doc, index: EntityIndex, times: Sequence[TimeExpression]) -> Setting:
    """What is known of a text."""
    names = tuple(_names(doc, index))
    stretches = ((_tokens(doc, t.span), t.value) for t in times if t.type in {"DATE", "TIME"})
    moments = [Moment(*found, value) for found, value in stretches if found]
    return Setting(
        doc,
        index,
        {i: name for name in names for i in range(name.start, name.end)},
        {i: moment for moment in moments for i in range(moment.start, moment.end)},
        {tuple(t.text for t in doc[name.start : name.end]): name.entity for name in names},
        tuple(_sentences(doc)),
        tuple(_quotes(doc)),
        speakers(doc),
    )


def _names(doc: Doc, index: EntityIndex) -> Iterator[Name]:
    for n, entity in enumerate(index.entities):
        for mention in entity.mentions:
            if mention.kind is MentionKind.NAME and (found := _tokens(doc, mention.span)):
                yield Name(*found, n)


def _tokens(doc: Doc, span: Span) -> tuple[int, int] | None:
    found = doc.char_span(span.start, span.end)
    return None if found is None else (found.start, found.end)


def _sentences(doc: Doc) -> Iterator[int]:
    return (number for number, sent in enumerate(doc.sents) for _ in sent)


def _quotes(doc: Doc) -> Iterator[int]:
    """For each token the number of the quotation that holds it; a line's end closes what nothing else does."""
    number, inside = 0, False
    for token in doc:
        if token.text in OPEN and not (inside and token.text in CLOSE):
            number, inside = number + 1, True
        elif inside and (token.text in CLOSE or "\n" in token.text):
            inside = False
        yield number if inside else 0
