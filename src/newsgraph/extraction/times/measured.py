"""Days told by their distance from the day of the clause: "on Wednesday, a day after the clashes"."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.times.numbers import amount
from newsgraph.model.findings import TimeExpression
from newsgraph.model.text import Span

UNITS = {"day": 1, "week": 7, "fortnight": 14}
# Which way from the day of the clause the day lies of what stands behind the word.
WAYS = {"after": -1, "before": 1}
# What stands behind these is a day already.
DEICTIC = frozenset({"yesterday", "today", "tomorrow"})


def measured(doc: Doc, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions with one more for each distance from a day: its words with "after" or "before", as a date."""
    return tuple(sorted((*found, *_all(doc, found)), key=lambda t: (t.span.start, t.span.end)))


def measures_off(doc: Doc, time: TimeExpression) -> Token | None:
    """The "after" or "before" that a distance from a day ends with; None for other expressions."""
    words = doc.char_span(time.span.start, time.span.end)
    last = None if words is None else words[len(words) - 1]
    return last if last is not None and last.lower_ in WAYS and last.nbor(-1).lemma_ in UNITS else None


def _all(doc: Doc, found: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    for word in doc:
        if word.lower_ in WAYS and word.i and word.nbor(-1).lemma_ in UNITS and _leads(word):
            unit = word.nbor(-1)
            number, day = _number(unit), _day(word, found)
            if number is not None and day is not None:
                steps = WAYS[word.lower_] * round(number * UNITS[unit.lemma_])
                value = (day + timedelta(steps)).isoformat()
                yield TimeExpression(Span(unit.left_edge.idx, word.idx + len(word)), "DATE", value, stamp=value)


def _leads(word: Token) -> bool:
    """Whether something that may happen stands behind: a noun or a clause, and no day."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else word
    return after.i > word.i and after.lower_ not in DEICTIC and after.ent_type_ not in {"DATE", "TIME"}


def _number(unit: Token) -> float | None:
    """How many units: "two days", "a week"; "the day" is one."""
    words = [c for c in unit.children if c.dep_ in {"nummod", "det"} and c.i < unit.i]
    if len(words) != 1 or (words[0].lower_ == "the" and unit.tag_ != "NN"):
        return None
    return 1 if words[0].lower_ in {"a", "the"} else amount(words[0].lower_) or None


def _day(word: Token, found: Sequence[TimeExpression]) -> date | None:
    """The day of the clause: told before in the sentence, else behind a comma where the distance opens it."""
    start, end = word.sent.start_char, word.sent.end_char
    days = [t for t in found if t.stamp and t.type in {"DATE", "TIME"} and start <= t.span.start < end]
    before = [t for t in days if t.span.end <= word.idx]
    if before:
        return date.fromisoformat((before[-1].stamp or "")[:10])
    opens = word.nbor(-1).left_edge.i == word.sent.start
    comma = next((t.idx for t in word.sent if t.text == "," and t.i > word.i), end)
    behind = [t for t in days if opens and t.span.start > comma]
    return date.fromisoformat((behind[0].stamp or "")[:10]) if behind else None
