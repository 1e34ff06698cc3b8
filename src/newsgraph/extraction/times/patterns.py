"""A small notation for what time expressions look like.

A template is a regular expression in which `<month>` stands for a named group of that word class (a digit tells two
of a class apart: `<year2>`), a blank for any white space and an apostrophe for any form of it. Matches are whole
words. Patterns are in lower case and meant for lower-cased text, which is twice as fast as ignoring case.
"""

import re
from collections.abc import Iterable

from newsgraph.extraction.times import words


def _any(names: Iterable[str]) -> str:
    listed = sorted(names, key=len, reverse=True)
    return "(?:" + "|".join(name.replace(" ", r"\s+") for name in listed) + ")"


def _abbreviated(names: Iterable[str]) -> str:
    return _any(n for n in names if not n.endswith("day") and len(n) < 6) + r"\b\.?"


_SMALL = _any([*(n for n in words.NUMBERS if n not in ("a", "an")), *words.SCALES])
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s+1/2|½)?"
_NUMBER = rf"{_DIGITS}|(?:a\s+(?=hundred|thousand|dozen))?{_SMALL}(?:[-\s]+(?:and\s+)?{_SMALL})*"
_UNIT = "|".join(("seconds?", "minutes?", "hours?", "days?", "weeks?", "weekends?", "fortnights?", "months?"))
_LONG = "|".join(("quarters?", "years?", "decades?", "century", "centuries"))
_YEAR = r"(?:1[0-9]|20)\d\d"
CLASSES = {
    "month": _any(n for n in words.MONTHS if len(n) > 4 or n in ("may", "june", "july"))
    + "|"
    + _abbreviated(n for n in words.MONTHS if n not in ("may", "june", "july")),
    "weekday": _any(n for n in words.WEEKDAYS if n.endswith("day")),
    "abbr": _abbreviated(words.WEEKDAYS),
    "season": _any(words.SEASONS),
    "part": _any(words.PARTS),
    "unit": f"{_UNIT}|{_LONG}",
    "num": rf"(?:(?:{_NUMBER})(?:\s+and\s+a\s+half)?|half\s+an?|a\s+half|(?:an?\s+)?couple\s+of|an?)",
    "count": _NUMBER,
    "indef": r"(?:(?:a|an|the|many|some|several|numerous)\s+)?(?:few|several|many|some|(?:number|handful|dozens"
    r"|hundreds|thousands)\s+of)",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "nth": _any(words.ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)",
    "year": _YEAR,
    "mod": _any(words.MODIFIERS),
    "approx": _any(words.APPROXIMATORS),
    "hour": r"(?:[01]?\d|2[0-4])",
    "minute": r"[0-5]\d",
    "half": r"[ap](?:m\b|\.m\b\.?)",
    "zone": _any(words.ZONES),
    "which": r"that\s+same|last|next|this|that|past|previous|following|coming|current|same|preceding|latest",
    "spoken": rf"(?:nineteen|eighteen|twenty)\s+{_any(words.TENS)}(?:[-\s]{_any(words.ONES[:9])})?"
    rf"|two\s+thousand(?:\s+(?:and\s+)?{_any(words.ONES)})?",
    "decade": _any([t.removesuffix("y") + "ies" for t in words.TENS]),
    "dash": r"[-\u2013]",
    "iso": r"\d{4}-[01]\d-[0-3]\d(?:[t\s][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?",
}
_WORD_BEGINS = r"(?<![\w$£€%'&\u2019])(?<!\d[.,:/-])"
# Where a match can begin.
BEGINNINGS = re.compile(rf"{_WORD_BEGINS}[\w'\u2018\u2019]")
_WORD_ENDS = r"(?![\w%])(?![.,:/]\d)"
_TOKEN = re.compile(r"(?<!\?P)<([a-z]+)(\d?)>")


def lowered(text: str) -> str:
    """The text in lower case with every character in its place (a few capitals would become two characters)."""
    plain = text.lower()
    return plain if len(plain) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def pattern(template: str) -> re.Pattern[str]:
    """The compiled template."""
    plain = template.replace(" ", r"\s+").replace("'", r"['\u2018\u2019]")
    body = _TOKEN.sub(lambda m: f"(?P<{m[1]}{m[2]}>{CLASSES[m[1]]})", plain)
    return re.compile(rf"{_WORD_BEGINS}(?:{body}){_WORD_ENDS}")
