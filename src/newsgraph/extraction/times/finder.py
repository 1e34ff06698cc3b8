"""From rules to the time expressions of a document: match, choose, read in order, join hours to their days."""

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from newsgraph.extraction.times import absolute, clock, durations, fiscal, holidays, relative, vague
from newsgraph.extraction.times.bounding import bound
from newsgraph.extraction.times.reading import Context, Reading, Rule
from newsgraph.model.findings import TimeExpression
from newsgraph.model.text import Span

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *holidays.RULES,
    *fiscal.RULES,
    *clock.RULES,
    *relative.RULES,
    *durations.RULES,
    *vague.RULES,
)
_Candidate = tuple[re.Match[str], Rule]
Found = tuple[Span, Reading]
_BETWEEN_HOUR_AND_DAY = re.compile(r",?\s+(?:(?:on|of)\s+)?|\s+on\s+the\s+")
_BETWEEN_DAY_AND_HOUR = re.compile(r",?\s+(?:at|around|about)\s+")


def find(doc: Doc, anchor: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a parsed text in their order.

    `anchor` is the day of publication as an ISO 8601 date or date-time; without it relative expressions keep an
    unanchored value ("XXXX-WXX-4") and no bounds.
    """
    context = Context(doc, _day(anchor))
    read = _joined(_read(_chosen(doc, context), context), doc.text)
    return tuple(bound(doc, read))


def _day(anchor: str | None) -> date | None:
    """The day of a date or date-time; a bare year or month anchors nothing."""
    match = re.match(r"\d{4}-\d\d-\d\d", anchor or "")
    return date.fromisoformat(match[0]) if match else None


def _chosen(doc: Doc, context: Context) -> list[_Candidate]:
    """Of the matches that overlap, the longest; of equally long ones the first rule's."""
    matches = [(m, r) for r in RULES for m in r.pattern.finditer(doc.text) if r.when(m, context)]
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


def _joined(found: list[Found], text: str) -> list[Found]:
    """ "10 p.m." and "Wednesday" beside each other are one time of one day."""
    joined: list[Found] = []
    for span, reading in found:
        if joined and (whole := _one_time(joined[-1], (span, reading), text)):
            joined[-1] = whole
        else:
            joined.append((span, reading))
    return joined


def _one_time(first: Found, second: Found, text: str) -> Found | None:
    gap = text[first[0].end : second[0].start]
    span = first[0].joined(second[0])
    if _is_hour(first[1]) and _is_day(second[1]) and _BETWEEN_HOUR_AND_DAY.fullmatch(gap):
        return span, _hour_of_day(first[1], second[1])
    if _is_day(first[1]) and _is_hour(second[1]) and _BETWEEN_DAY_AND_HOUR.fullmatch(gap):
        return span, _hour_of_day(second[1], first[1])
    return None


def _is_hour(reading: Reading) -> bool:
    return reading.type == "TIME" and re.search(r"T\d", reading.value) is not None


def _is_day(reading: Reading) -> bool:
    return re.fullmatch(r"(?:[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)(?:T[A-Z]{2})?", reading.value) is not None


def _hour_of_day(hour: Reading, day: Reading) -> Reading:
    return replace(hour, value=f"{day.value.split('T')[0]}T{hour.value.split('T')[1]}")
