"""From rules to the time expressions of a document: match, choose, read in order, join hours to their days."""

import re
from dataclasses import replace
from datetime import date

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import absolute, clock, durations, eras, fiscal, holidays, relative, units, vague
from newsgraph.extraction.times.bounding import bound
from newsgraph.extraction.times.calendar import make
from newsgraph.extraction.times.joining import Found, in_order, joined
from newsgraph.extraction.times.patterns import lowered
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
_Candidate = tuple[re.Match[str], Rule]


def find(doc: Doc, anchor: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a parsed text in their order.

    `anchor` is the day of publication as an ISO 8601 date or date-time; without it relative expressions keep an
    unanchored value ("XXXX-WXX-4") and no bounds.
    """
    context = Context(doc, _day(anchor))
    read = in_order(joined(_read(_chosen(doc, context), context), doc), doc.text)
    return tuple(bound(doc, read))


def _day(anchor: str | None) -> date | None:
    """The day of a date or date-time; a bare year or month, or no real day, anchors nothing."""
    match = re.match(r"([1-8]\d{3})-(\d\d)-(\d\d)", anchor or "")
    return make(int(match[1]), int(match[2]), int(match[3])) if match else None


def _chosen(doc: Doc, context: Context) -> list[_Candidate]:
    """Of the matches that overlap, the longest; of equally long ones the first rule's."""
    text = lowered(doc.text)
    matches = [(m, r) for r in RULES for m in r.pattern.finditer(text) if r.when(m, context)]
    taken: list[_Candidate] = []
    for match, rule in sorted(matches, key=lambda pair: pair[0].start() - pair[0].end()):
        if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in taken):
            taken.append((match, rule))
    return sorted(taken, key=lambda pair: pair[0].start())


def _read(candidates: list[_Candidate], context: Context) -> list[Found]:
    """The readings from left to right: each may look at those before it."""
    found: list[Found] = []
    for match, rule in candidates:
        earlier = tuple((span.start, reading) for span, reading in found)
        if reading := rule.read(match, replace(context, earlier=earlier)):
            found.append((Span(match.start(), match.end()), reading))
    return found
