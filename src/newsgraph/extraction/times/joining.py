"""Hours and parts of the day meet the day they belong to."""

import re
from dataclasses import replace
from datetime import date, timedelta

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times.reading import Reading
from newsgraph.model.text import Span

Found = tuple[Span, Reading]
_HOUR_THEN_DAY = re.compile(r",?\s+(?:(?:on|of)\s+)?|\s+on\s+the\s+")
_PART_THEN_DAY = re.compile(r"\s+of\s+(?:the\s+)?")
_TO = re.compile(r"\s*(?:to|until|till|through|-|\u2013)\s*", re.IGNORECASE)
_DAY_THEN_HOUR = re.compile(r",?\s+(?:at|around|about)\s+")


def joined(found: list[Found], doc: Doc) -> list[Found]:
    """ "10 p.m." and "Wednesday" beside each other are one time; apart in a sentence the hour still is of that day."""
    whole: list[Found] = []
    for span, reading in (_with_day(index, found, doc) for index in range(len(found))):
        if whole and (one := _one_time(whole[-1], (span, reading), doc.text)):
            whole[-1] = one
        else:
            whole.append((span, reading))
    return whole


def in_order(found: list[Found], text: str) -> list[Found]:
    """ "from Monday to Friday": where the second day was read as before the first, both are of one week."""
    ordered = list(found)
    for index in range(len(found) - 1):
        (first, opening), (second, closing) = ordered[index : index + 2]
        if _TO.fullmatch(text[first.end : second.start]) and _is_week_behind(opening, closing):
            earlier = date.fromisoformat(opening.value) - timedelta(7)
            ordered[index] = first, replace(opening, value=earlier.isoformat())
    return ordered


def _is_week_behind(first: Reading, second: Reading) -> bool:
    """Whether the second day is up to six days before the first."""
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\d", r.value) for r in (first, second)):
        return False
    return 0 < (date.fromisoformat(first.value) - date.fromisoformat(second.value)).days < 7


def _one_time(first: Found, second: Found, text: str) -> Found | None:
    gap, span = text[first[0].end : second[0].start], first[0].joined(second[0])
    if _is_day(second[1]) and _gap_before_day(first[1]).fullmatch(gap):
        return span, _hour_of_day(first[1], second[1])
    if _is_day(first[1]) and _is_hour(second[1]) and _DAY_THEN_HOUR.fullmatch(gap):
        return span, _hour_of_day(second[1], first[1])
    return None


def _gap_before_day(reading: Reading) -> re.Pattern[str]:
    """What may stand between this reading and its day."""
    if _is_hour(reading):
        return _HOUR_THEN_DAY
    return _PART_THEN_DAY if reading.type == "TIME" else re.compile(r"(?!)")


def _with_day(index: int, found: list[Found], doc: Doc) -> Found:
    """An hour that no day precedes in its sentence is of the day that follows there."""
    span, reading = found[index]
    if not _is_hour(reading):
        return found[index]
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    sentence = Span(inside.sent.start_char, inside.sent.end_char) if inside is not None else span
    days = [(s, r) for s, r in found if sentence.covers(s) and _is_day(r)]
    if any(s < span for s, _ in days):
        return found[index]
    following = next((r for s, r in days if s > span), None)
    return (span, _hour_of_day(reading, following)) if following else found[index]


def _is_hour(reading: Reading) -> bool:
    return reading.type == "TIME" and re.search(r"T\d", reading.value) is not None


def _is_day(reading: Reading) -> bool:
    return re.fullmatch(r"(?:[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)(?:T[A-Z]{2})?", reading.value) is not None


def _hour_of_day(hour: Reading, day: Reading) -> Reading:
    return replace(hour, value=f"{day.value.split('T')[0]}T{hour.value.split('T')[1]}")
