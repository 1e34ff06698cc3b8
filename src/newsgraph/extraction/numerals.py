"""Numbers as English writes them: digits, words, scales, ranges and vague multitudes.

"dozens" are from 24, "scores" from 40, "hundreds" from 200, "thousands" from 2000, "tens of thousands" from 20000.
"""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
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
DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def bounds_between(words: list[str]) -> tuple[float, float] | None:
    """The bounds of a range: "between 30 and 40", "two to three million"."""
    for joint in ("and", "to", "-", "–", "or"):
        if joint in words[1:-1]:
            at = words.index(joint, 1)
            low, high = value_of(words[:at]), value_of(words[at + 1 :])
            scale = next((SCALES[w] for w in words[at + 1 :] if w in SCALES), 1)
            if low is not None and high is not None and low < scale <= high:
                low *= scale
            if low is not None and high is not None and low < high and not (joint == "and" and words[at - 1] in SCALES):
                return low, high
    return None


def vague_bounds(words: list[str]) -> tuple[float, None] | None:
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


def value_of(words: list[str]) -> float | None:
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
