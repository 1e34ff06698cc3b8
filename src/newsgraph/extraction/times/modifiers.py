"""Words around a time that shade it: "early", "about", "last"."""

import re

from newsgraph.extraction.times.words import APPROXIMATORS, MODIFIERS, MONTHS

MOD = r"(?:(?:the )?<mod>(?:(?: |-)(?:(?:of|in) )?(?:the )?|-))?"
WHICH = r"(?:the |this )?<which>"
APPROX = r"(?:<approx> )?"
BACK = frozenset({"last", "past", "previous", "preceding"})
AHEAD = frozenset({"next", "coming", "following"})
FROM_REFERENCE = frozenset({"previous", "preceding", "following", "same", "that"})


def modifier(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod of the word that stands for `<mod>`."""
    word = match.groupdict().get("mod")
    return MODIFIERS[word.lower()] if word else None


def month_number(match: re.Match[str]) -> int:
    """The number of the month that stands for `<month>`."""
    return MONTHS[match["month"].lower().rstrip(".")]


def approximator(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod of the words that stand for `<approx>`."""
    words = match.groupdict().get("approx")
    return APPROXIMATORS[" ".join(words.lower().split())] if words else None


def step(word: str) -> int:
    """-1 for "last" and its like, 1 for "next", 0 for "this"."""
    return -1 if word.lower() in BACK else 1 if word.lower() in AHEAD else 0
