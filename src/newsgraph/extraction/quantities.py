"""Numbers in words and digits, with what is said of their precision.

The conventions are those of DESIGN: "eight" 8 to 8; "at least 8" and "more than 8" from 8; "up to 8" to 8; "about 8"
8 to 8 and approximate; "dozens" from 24; "scores" from 40; "hundreds" from 200; "thousands" from 2000.
"""

from dataclasses import dataclass, replace

from newsgraph.extraction.numerals import DIGITS, PLURAL_VAGUE, SCALES, SMALL, bounds_between, vague_bounds, value_of
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.text import Span

AT_LEAST = (
    "at least",
    "more than",
    "over",
    "above",
    "no fewer than",
    "no less than",
    "not less than",
    "upwards of",
    "in excess of",
    "a minimum of",
    "minimum of",
    "exceeding",
    "well over",
    "greater than",
)
AT_MOST = (
    "at most",
    "up to",
    "no more than",
    "not more than",
    "fewer than",
    "less than",
    "under",
    "below",
    "as many as",
    "as much as",
    "a maximum of",
    "maximum of",
)
ABOUT = (
    "about",
    "around",
    "approximately",
    "some",
    "roughly",
    "nearly",
    "almost",
    "close to",
    "an estimated",
    "estimated",
    "approx",
    "approx.",
    "or so",
    "circa",
    "just over",
    "just under",
    "slightly more than",
    "virtually",
)
MAX_LEAD = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text gives it; bounds are inclusive, None where open. `span` holds number and qualifier."""

    minimum: float | None
    maximum: float | None
    span: Span
    approximate: bool = False


def quantity_at(doc: Doc, start: int, end: int) -> Quantity | None:
    """The number that the tokens start..end (half open) write, with the qualifier before it."""
    words = [t.lower_ for t in doc[start:end]]
    span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    bounds = bounds_between(words) or vague_bounds(words)
    if bounds is None and (value := value_of(words)) is not None:
        bounds = (value, value)
    if bounds is None:
        return None
    return _qualified(doc, start, Quantity(bounds[0], bounds[1], span))


def _qualified(doc: Doc, start: int, found: Quantity) -> Quantity:
    """The quantity under the qualifier that stands before it ("at least", "some")."""
    for length in range(MAX_LEAD, 0, -1):
        first = start - length
        if first < 0:
            continue
        lead = " ".join(t.lower_ for t in doc[first:start])
        span = Span(doc[first].idx, found.span.end)
        if lead in AT_LEAST:
            return replace(found, maximum=None, span=span)
        if lead in AT_MOST:
            return replace(found, minimum=None, maximum=found.maximum or found.minimum, span=span)
        if lead in ABOUT:
            return replace(found, approximate=True, span=span)
    return found


def quantity_of(noun: Token) -> Quantity | None:
    """How many of something a noun phrase speaks of: "at least 8 soldiers", "dozens of attackers", "17" alone."""
    if noun.i and noun.nbor(-1).lower_ == "no":
        return None
    if _is_number(noun):
        return _run(noun)
    for child in noun.children:
        if child.dep_ in {"nummod", "quantmod", "amod", "det"} and child.i < noun.i and _is_number(child):
            return _run(child)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and _is_number(noun.head.head):
        return _run(noun.head.head)
    return None


def _is_number(token: Token) -> bool:
    word = token.lower_
    return (
        word in SMALL
        or word in PLURAL_VAGUE
        or word in SCALES
        or word in {"dozen", "tens"}
        or bool(DIGITS.fullmatch(word))
        or _hyphenated(word)
    )


def _hyphenated(word: str) -> bool:
    return "-" in word and all(part in SMALL for part in word.split("-"))


def _run(token: Token) -> Quantity | None:
    """The longest run of number words around a token that makes a quantity."""
    doc, start, end = token.doc, token.i, token.i + 1
    glue = {"and", "to", "-", "–", "or", "of", "a", "half", "several", "few", "tens", "many"}
    while start > token.sent.start and (_is_number(doc[start - 1]) or doc[start - 1].lower_ in glue):
        start -= 1
    while end < token.sent.end and (_is_number(doc[end]) or doc[end].lower_ in glue):
        end += 1
    spans = ((s, e) for s in range(start, token.i + 1) for e in range(end, token.i, -1))
    return next((q for s, e in spans if (q := quantity_at(doc, s, e)) is not None), None)
