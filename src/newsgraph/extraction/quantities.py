"""Numbers in words and digits, with what is said of their precision.

The conventions are those of DESIGN: "eight" 8 to 8; "at least 8" and "more than 8" from 8; "up to 8" to 8; "about 8"
8 to 8 and approximate; "dozens" from 24; "scores" from 40; "hundreds" from 200; "thousands" from 2000.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from newsgraph.model.text import Span

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {w: n for n, w in enumerate(_ONES.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "k": 1000,
}
VAGUE = {"dozen": 24, "score": 40, "hundred": 200, "thousand": 2_000, "million": 2_000_000, "billion": 2 * 10**9}
PLURAL_VAGUE = {
    "dozens": "dozen",
    "scores": "score",
    "hundreds": "hundred",
    "thousands": "thousand",
    "millions": "million",
    "billions": "billion",
}
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
DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
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
    bounds = _between(words) or _vague(words)
    if bounds is None and (value := _value(words)) is not None:
        bounds = (value, value)
    if bounds is None:
        return None
    return _qualified(doc, start, Quantity(bounds[0], bounds[1], span))


def _between(words: list[str]) -> tuple[float, float] | None:
    for joint in ("and", "to", "-", "–", "or"):
        if joint in words[1:-1]:
            at = words.index(joint, 1)
            low, high = _value(words[:at]), _value(words[at + 1 :])
            scale = next((SCALES[w] for w in words[at + 1 :] if w in SCALES), 1)
            if low is not None and high is not None and low < scale <= high:
                low *= scale
            if low is not None and high is not None and low < high and not (joint == "and" and words[at - 1] in SCALES):
                return low, high
    return None


def _vague(words: list[str]) -> tuple[float, None] | None:
    """ "dozens", "tens of thousands", "several hundred", "hundreds of thousands"."""
    plain = [w for w in words if w not in {"of", "many", "a", "the", "few", "several", "couple"}]
    if not plain:
        return None
    several = len(plain) < len(words) and any(w in {"several", "few", "many"} for w in words)
    if plain == ["tens", "thousands"] or plain == ["tens", "thousand"]:
        return 20_000, None
    total = 1.0
    for n, word in enumerate(plain):
        base = PLURAL_VAGUE.get(word, word if several or n else "")
        if base not in VAGUE:
            return None
        total *= VAGUE[base] if n == 0 else SCALES.get(base, 12)
    return total, None


def _value(words: list[str]) -> float | None:
    """The number that some words write: "18 million", "two hundred and five", "half a million", "1,500"."""
    total, current, seen = 0.0, 0.0, False
    words = [w for word in words for w in (word.split("-") if word.replace("-", "").isalpha() else [word])]
    if words[1:4] == ["and", "a", "half"] and words[-1] in SCALES and words[0] in SMALL:
        return (SMALL[words[0]] + 0.5) * SCALES[words[-1]]
    if words[:1] == ["half"] and words[-1:] and words[-1] in SCALES:
        return SCALES[words[-1]] / 2
    for n, word in enumerate(words):
        if word in {"a", "an"} and n == 0 and words[1:2] and words[1] in {*SCALES, "dozen", "score"}:
            current, seen = 1, True
        elif word in {"and", "-"} and seen:
            continue
        elif word in SMALL:
            current, seen = current + SMALL[word], True
        elif DIGITS.fullmatch(word):
            current, seen = current + float(re.sub(r"[,\u00a0\u202f]", "", word)), True
        elif word in {"dozen", "score"}:
            current, seen = max(current, 1) * (12 if word == "dozen" else 20), True
        elif word in SCALES and seen:
            total, current = (total, current * 100) if word == "hundred" else (total + current * SCALES[word], 0)
        else:
            return None
    return total + current if seen else None


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
