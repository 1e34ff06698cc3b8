"""Dates of any precision, in words and as days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from newsgraph.model.explorer import Span

MONTHS = "January February March April May June July August September October November December".split()
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?)?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a date of some precision covers, the second one not included; and it in words."""

    first: date
    beyond: date
    words: str

    @property
    def last(self) -> date:
        """The last day."""
        return self.beyond - timedelta(days=1)


def stretch(value: str) -> Stretch | None:
    """The stretch of an ISO 8601 date (2022, 2022-01, 2022-01-06, with a time of day); None for anything else.

    >>> stretch("2022-01").words, str(stretch("2022-01").last)
    ('January 2022', '2022-01-31')
    """
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    try:
        return _made(year or 0, month, day, match[4])
    except (ValueError, OverflowError):
        return None


def _made(year: int, month: int | None, day: int | None, clock: str | None) -> Stretch:
    if month is None:
        return Stretch(date(year, 1, 1), date(year + 1, 1, 1), str(year))
    if day is None:
        first = date(year, month, 1)
        return Stretch(first, (first + timedelta(days=31)).replace(day=1), f"{MONTHS[month - 1]} {year}")
    first = date(year, month, day)
    words = f"{day} {MONTHS[month - 1]} {year}" + (f", {clock}" if clock else "")
    return Stretch(first, first + timedelta(days=1), words)


def worded(value: str) -> str:
    """A date in words, or as it is where it is none.

    >>> worded("2022-01-06T14:30:00Z"), worded("one day")
    ('6 January 2022, 14:30', 'one day')
    """
    found = stretch(value)
    return found.words if found else value


def span_words(span: Span) -> str:
    """When something happened, in words; empty where that is not known.

    >>> span_words(Span("2022-01-06", "2022-01-08")), span_words(Span(None, "2022"))
    ('6 January 2022 to 8 January 2022', 'until 2022')
    """
    start, end = (worded(value) if value else "" for value in (span.start, span.end))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def ticks(first: date, beyond: date, *, most: int = 7) -> list[tuple[date, str]]:
    """Round dates within a stretch of time with short names, about so many at most.

    >>> [name for _, name in ticks(date(2021, 11, 5), date(2022, 3, 1))]
    ['Dec 2021', 'Jan 2022', 'Feb 2022']
    """
    days = (beyond - first).days
    for step in (1, 2, 7, 14):
        if days <= most * step:
            return [_day(date.fromordinal(n)) for n in range(first.toordinal(), beyond.toordinal(), step)]
    for step in (1, 2, 3, 6):
        if days <= most * step * 30:
            months = range(-(-(first.year * 12 + first.month - 1) // step) * step, beyond.year * 12 + 12, step)
            return [_month(number) for number in months if first <= date(number // 12, number % 12 + 1, 1) < beyond]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if days <= most * step * 366)
    years = range(-(-first.year // step) * step, beyond.year + 1, step)
    return [(date(year, 1, 1), str(year)) for year in years if first <= date(year, 1, 1) < beyond]


def _day(day: date) -> tuple[date, str]:
    return day, f"{day.day} {MONTHS[day.month - 1][:3]}"


def _month(number: int) -> tuple[date, str]:
    return date(number // 12, number % 12 + 1, 1), f"{MONTHS[number % 12][:3]} {number // 12}"
