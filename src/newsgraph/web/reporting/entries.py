"""The entries of a report, numbered in the order in which they stand there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsgraph.model.explorer import ClaimView, FactPage
from newsgraph.web.pages.dates import worded
from newsgraph.web.pages.ranges import Chart, charts
from newsgraph.web.pages.words import capital, worlds
from newsgraph.web.reporting.gathering import quotations

LATE = "~"
"""Comes after all dates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact, or what is told but is none; `how` it is told, if it is no fact, and its figures as charts."""

    number: str
    page: FactPage
    how: tuple[str, ...]
    charts: tuple[Chart, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose words are quoted in it."""
        return tuple(dict.fromkeys(quote.article.node.iri for quote in quotations(self.page)))

    @property
    def told(self) -> str:
        """The day on which it was first told, as far as is known."""
        return min((quote.article.day or LATE for quote in quotations(self.page)), default=LATE).rstrip(LATE)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]


def in_time(pages: Iterable[FactPage]) -> tuple[Group, ...]:
    """The events by the day, the month or the year in which they began; those without a date by when they were told.

    The entries have the numbers 1, 2, 3 ...
    """
    entries = sorted((_entry("", page) for page in pages), key=_when)
    numbered = [_entry(str(number), one.page) for number, one in enumerate(entries, 1)]
    grouped = groupby(numbered, key=_heading)
    return tuple(Group(title, tuple(some)) for title, some in grouped)


def by_how(pages: Iterable[FactPage]) -> tuple[Group, ...]:
    """What is no fact by how it is told: first what is denied. The entries have the numbers T1, T2, T3 ..."""
    entries = sorted((_entry("", page) for page in pages), key=lambda one: _manner(one.how))
    numbered = [_entry(f"T{number}", one.page) for number, one in enumerate(entries, 1)]
    grouped = groupby(numbered, key=lambda one: _title(one.how))
    return tuple(Group(title, tuple(some)) for title, some in grouped)


def _entry(number: str, page: FactPage) -> Entry:
    how = tuple(worlds(page.claims)) if page.node.status is None else ()
    return Entry(number, page, how, tuple(charts(page.figures, about=page.node.iri)))


def _when(entry: Entry) -> tuple[str, str]:
    when = entry.page.when
    return when.start or when.end or LATE, entry.told or LATE


def _heading(entry: Entry) -> str:
    when = (entry.page.when.start or entry.page.when.end or "")[:10]
    if when:
        return worded(when)
    return f"Told on {worded(entry.told[:10])}, without a date of its own" if entry.told else "Without a date"


def _manner(how: Sequence[str]) -> tuple[bool, bool, str]:
    return how[:1] != ("denied",), not how, _title(how)


def _title(how: Sequence[str]) -> str:
    return capital(how[0]) if how else "Told in another way"


def claims(entries: Iterable[Entry]) -> Iterator[tuple[ClaimView, Entry]]:
    """The claims that stand in some entries, with their entries."""
    yield from ((claim, entry) for entry in entries for claim in entry.page.claims)
