"""Amounts in words and digits, as they stand before units of time."""

import re

from newsgraph.extraction.times.words import NUMBERS, SCALES, TENS

_HALF = re.compile(r"(?:\s+|-)(?:and\s+a\s+half|1/2|½)$|½$")


def amount(text: str) -> float:
    """The number that the words say.

    >>> amount("2 1/2"), amount("twenty-five"), amount("a couple of"), amount("half an")
    (2.5, 25.0, 2.0, 0.5)
    """
    plain = " ".join(text.lower().replace("\u2010", "-").split())
    if plain.startswith("half"):
        return 0.5
    if "couple" in plain:
        return 2.0
    whole = _HALF.sub("", plain)
    return _whole(whole) + (0.5 if whole != plain else 0.0)


def _whole(plain: str) -> float:
    digits = plain.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits)
    total, current = 0, 0
    for word in re.split(r"[\s-]+", plain):
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        else:
            current += NUMBERS.get(word, 0)
    return float(total + current)


def spoken_year(text: str) -> int:
    """A year as it is spoken: "nineteen ninety-seven" -> 1997, "two thousand ten" -> 2010."""
    words = re.split(r"[\s-]+", text.lower())
    if "thousand" in words:
        return int(_whole(" ".join(words)))
    return int(_whole(words[0])) * 100 + int(_whole(" ".join(words[1:])))


def decade_word(text: str) -> int:
    """The tens digit of a decade's name: "nineties" -> 9."""
    return TENS[text.lower().removesuffix("ies") + "y"] // 10
