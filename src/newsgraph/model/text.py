"""Texts and places in them."""

from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: Unicode code points, half open.

    >>> Span(0, 6).of("Russia has deployed")
    'Russia'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def covers(self, other: Self) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def joined(self, other: Self) -> Self:
        """The smallest span that holds both."""
        return type(self)(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about it.

    `text` is decoded, without byte-order mark, with line ends as `\\n`. `date` is an ISO 8601 date or date-time, the
    day of publication. `id` is what the input calls it. `extra` keeps unknown sidecar keys as (key, value) pairs.
    """

    text: str
    id: str = ""
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())
