"""What a rule reads from a match, and what it may look at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.extraction.times.patterns import pattern
from newsgraph.extraction.times.tense import direction


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type, value and modifier; `zone` is the UTC offset of a clock time that names its zone."""

    type: str
    value: str
    mod: str | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The document, its day of publication (None: unknown), and the times read before this one: (start, reading)."""

    doc: Doc
    day: date | None
    earlier: tuple[tuple[int, Reading], ...] = ()

    def span(self, match: re.Match[str]) -> Span:
        """The tokens that the match touches."""
        found = self.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        assert found is not None, "an expanded span always exists"
        return found

    def before(self, match: re.Match[str]) -> Token | None:
        """The token before the match."""
        start = self.span(match).start
        return self.doc[start - 1] if start else None

    def after(self, match: re.Match[str]) -> Token | None:
        """The token after the match."""
        end = self.span(match).end
        return self.doc[end] if end < len(self.doc) else None

    def direction(self, match: re.Match[str]) -> int:
        """-1 if the sentence looks back from the day of publication, 1 if forward, 0 if the tense does not tell."""
        return direction(self.span(match).root)

    def latest(self, shape: str) -> str | None:
        """The value last read that has that shape (a regular expression)."""
        return next((r.value for _, r in reversed(self.earlier) if re.match(shape, r.value)), None)

    def quarter(self, *, ended: bool = False) -> str | None:
        """The quarter or half under discussion: the last one read of the latest year, or the latest that has ended."""
        found = [r.value for _, r in self.earlier if re.fullmatch(r"\d{4}-[QH]\d", r.value)]
        now = f"{self.day.year}-Q{(self.day.month + 2) // 3}" if self.day else "9999"
        if ended:
            return max((v for v in found if v < now), default=None)
        return max(reversed([v for v in found if v <= now]), key=lambda v: v[:4], default=None)

    def near(self, match: re.Match[str], shape: str) -> list[str]:
        """The values of that shape read in this sentence and the one before."""
        sentence = self.span(match).sent
        start = self.doc[sentence.start - 1].sent.start_char if sentence.start else 0
        return [r.value for at, r in self.earlier if at >= start and re.match(shape, r.value)]

    def told_day(self, match: re.Match[str]) -> date | None:
        """The day named last in this sentence or the one before."""
        days = self.near(match, r"\d{4}-\d\d-\d\d")
        return date.fromisoformat(days[-1][:10]) if days else None

    def reference(self, match: re.Match[str]) -> date | None:
        """The day that "the morning" hangs on: the one told shortly before, else the day of publication."""
        return self.told_day(match) or self.day


def is_modifier(match: re.Match[str], context: Context) -> bool:
    """Whether the word for `<which>` modifies the time: "following" does not in "following Monday's raid"."""
    token = context.span(match)[0]
    if match.start() < match.start("which"):
        return True
    return token.pos_ not in ("VERB", "AUX", "SCONJ") and token.dep_ not in ("prep", "mark")


Read = Callable[[re.Match[str], Context], Reading | None]
Guard = Callable[[re.Match[str], Context], bool]


def _always(_match: re.Match[str], _context: Context) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of expression looks, when it counts, and how it is read."""

    pattern: re.Pattern[str]
    read: Read
    when: Guard = _always


def rule(template: str, read: Read, when: Guard = _always) -> Rule:
    """A rule from a template in the notation of `patterns`."""
    return Rule(pattern(template), read, when)
