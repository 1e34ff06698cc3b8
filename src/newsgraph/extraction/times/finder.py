"""From rules to the time expressions of a document: match, choose, read in order, join hours to their days."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import absolute, clock, durations, eras, fiscal, holidays, relative, units, vague
from newsgraph.extraction.times.bounding import bound
from newsgraph.extraction.times.calendar import make
from newsgraph.extraction.times.joining import Found, in_order, joined
from newsgraph.extraction.times.measured import measured
from newsgraph.extraction.times.openings import opening, openings
from newsgraph.extraction.times.patterns import BEGINNINGS, lowered
from newsgraph.extraction.times.reading import Context, Rule
from newsgraph.model.findings import TimeExpression
from newsgraph.model.text import Span

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *eras.RULES,
    *holidays.RULES,
    *fiscal.RULES,
    *clock.RULES,
    *relative.RULES,
    *units.RULES,
    *durations.RULES,
    *vague.RULES,
)
_OPENINGS = tuple(openings(rule.pattern) for rule in RULES)
_ANYWHERE = tuple(number for number, found in enumerate(_OPENINGS) if found is None)
# A rule for a single character counts for all that begins with it.
_BY_OPENING = {
    start: tuple(n for n, found in enumerate(_OPENINGS) if found is None or not found.isdisjoint((start, start[:1])))
    for start in frozenset[str]().union(*(found or () for found in _OPENINGS))
}
_Candidate = tuple[re.Match[str], Rule]


def find(doc: Doc, anchor: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a parsed text in their order.

    `anchor` is the day of publication as an ISO 8601 date or date-time; without it relative expressions keep an
    unanchored value ("XXXX-WXX-4") and no bounds.
    """
    context = Context(doc, _day(anchor))
    read = in_order(joined(_read(_chosen(doc, context), context), doc), doc.text)
    return measured(doc, tuple(bound(doc, read)))


def _day(anchor: str | None) -> date | None:
    """The day of a date or date-time; a bare year or month, or no real day, anchors nothing."""
    match = re.match(r"([1-8]\d{3})-(\d\d)-(\d\d)", anchor or "")
    return make(int(match[1]), int(match[2]), int(match[3])) if match else None


def _chosen(doc: Doc, context: Context) -> list[_Candidate]:
    """Of the matches that overlap, the longest; of equally long ones the first rule's."""
    matches = [(number, m) for number, m in _matches(lowered(doc.text)) if RULES[number].when(m, context)]
    taken, chosen = set[int](), list[_Candidate]()
    for number, match in sorted(matches, key=lambda pair: (pair[1].start() - pair[1].end(), pair[0])):
        if taken.isdisjoint(range(*match.span())):
            taken.update(range(*match.span()))
            chosen.append((match, RULES[number]))
    return sorted(chosen, key=lambda pair: pair[0].start())


def _matches(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches of each rule, none overlapping another of the same rule."""
    free = [0] * len(RULES)
    for start in (m.start() for m in BEGINNINGS.finditer(text)):
        begun = opening(text, start)
        for number in _BY_OPENING.get(begun) or _BY_OPENING.get(begun[:1], _ANYWHERE):
            if start >= free[number] and (match := RULES[number].pattern.match(text, start)):
                free[number] = match.end()
                yield number, match


def _read(candidates: list[_Candidate], context: Context) -> list[Found]:
    """The readings from left to right: each may look at those before it."""
    found: list[Found] = []
    for match, rule in candidates:
        earlier = tuple((span.start, reading) for span, reading in found)
        if reading := rule.read(match, replace(context, earlier=earlier)):
            found.append((Span(match.start(), match.end()), reading))
    return found
