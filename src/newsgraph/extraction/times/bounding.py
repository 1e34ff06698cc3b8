"""What the words around a time do to its bounds: open stretches ("since Monday") and ranges ("from 3 to 5 May")."""

import re
from collections.abc import Iterator

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times.reading import Reading
from newsgraph.extraction.times.values import Bounds, bounds
from newsgraph.model.findings import TimeExpression
from newsgraph.model.text import Span

_SINCE = re.compile(
    r"(?<!\bshortly )(?<!\bjust )(?<!\bsoon )(?<!\bearly )\b(?:since|after|from)\s+(?:the\s+)?$", re.IGNORECASE
)
_CUE = 40  # characters before a time in which its preposition stands
_UNTIL = re.compile(r"\b(?:until|till|before|by)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_START = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_LINK = re.compile(r"\s*(?:[-\u2013\u2014]|to|until|till|through|and)\s*(?:the\s+)?", re.IGNORECASE)


def bound(doc: Doc, found: list[tuple[Span, Reading]]) -> Iterator[TimeExpression]:
    """The expressions with their bounds; the first of a range is given the bounds of the whole range."""
    for index, (span, reading) in enumerate(found):
        own = bounds(reading.value, reading.mod, reading.zone) if reading.type in ("DATE", "TIME") else Bounds()
        if index + 1 < len(found):
            own = _ranged(doc.text, span, own, found[index + 1])
        if not _belongs(doc, span):
            own = _opened(doc.text[max(span.start - _CUE, 0) : span.start], own)
        yield TimeExpression(span, reading.type, reading.value, reading.mod, own.stamp, own.begin, own.end)


def _belongs(doc: Doc, span: Span) -> bool:
    """Whether a time is that of the noun behind it, which alone the preposition is about: "since Sunday's riot"."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and words.root.dep_ in {"poss", "compound", "nmod"}


def is_range(text: str, first: Span, second: Span) -> bool:
    """Whether two times are joined as "3 to 5 May" or "between 3 and 5 May"."""
    link = text[first.end : second.start].lower()
    linked = _RANGE_LINK.fullmatch(link) is not None
    return linked and (
        "and" not in link or _RANGE_START.search(text[max(first.start - _CUE, 0) : first.start]) is not None
    )


def _ranged(text: str, span: Span, own: Bounds, following: tuple[Span, Reading]) -> Bounds:
    if not is_range(text, span, following[0]):
        return own
    last = bounds(following[1].value, following[1].mod, following[1].zone)
    begin, end = own.stamp or own.begin, last.stamp or last.end
    return Bounds(begin=begin, end=end) if begin and end and begin <= end else own


def _opened(before: str, own: Bounds) -> Bounds:
    if own.begin and own.end and own.begin != own.end:
        return own
    if _SINCE.search(before):
        return Bounds(begin=own.stamp or own.begin)
    return Bounds(end=own.stamp or own.end) if _UNTIL.search(before) else own
