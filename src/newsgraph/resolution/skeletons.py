"""One key for the many ways in which newspapers write one person's name.

The rules are data (ontology/lexicon/spellings.ttl). A key that two names share makes them worth comparing, no more:
there are namesakes, and sounds that one language tells apart are one letter in another.
"""

import re
from functools import lru_cache

from newsgraph.ontology.spellings import spellings
from newsgraph.resolution.person_names import PersonName, person_name

_DOUBLED = re.compile(r"(.)\1+")


def skeleton(name: str) -> str:
    """The key that the spellings of a name share: first name, initials of further ones, surname, generation.

    >>> skeleton("Kassym-Jomart Kemeluly Tokayev") == skeleton("Kasym-Zhomart Tokaev")
    True
    >>> skeleton("George W. Bush") == skeleton("George H. W. Bush")
    False
    """
    parts = person_name(name)
    initials = (word for word in parts.middle if len(word) == 1)
    return " ".join((spelled(parts.given), *initials, surname_key(name))).strip()


def person_key(name: str) -> str:
    """The key of first name and surname alone: spellings with and without initials share it.

    >>> person_key("Donald J. Trump") == person_key("Donald Trump")
    True
    """
    parts = person_name(name)
    return f"{spelled(parts.given)} {surname_key(name)}".strip()


def surname_key(name: str) -> str:
    """The key that the spellings of a surname share, with the mark of the generation.

    >>> surname_key("Bashar al-Assad") == surname_key("Assad")
    True
    """
    parts = person_name(name)
    return f"{spelled(parts.last)} {parts.generation}".rstrip()


def variants(one: str, other: str) -> bool:
    """Whether two names may be one, written in two ways: further names may be left out, but must not differ."""
    return person_key(one) == person_key(other) and _middles_agree(person_name(one), person_name(other))


def shortened(one: str, other: str) -> bool:
    """Whether one full name may be the other with its first words left out, or with an initial for the first name.

    >>> shortened("V. Putin", "Vladimir Putin"), shortened("Suu Kyi", "Aung San Suu Kyi")
    (True, True)
    """
    left, right = person_name(one), person_name(other)
    if surname_key(one) != surname_key(other):
        return False
    if 1 in (len(left.given), len(right.given)) and left.given[:1] == right.given[:1]:
        return _middles_agree(left, right)
    short, long = sorted(([*map(spelled, (n.given, *n.middle))] for n in (left, right)), key=len)
    return bool(short[0]) and len(short) < len(long) and long[-len(short) :] == short


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """The key of one word in small plain letters.

    >>> spelled("zelenskyy"), spelled("zelenskiy")
    ('zelenski', 'zelenski')
    """
    if len(word) == 1:
        return word
    table = spellings()
    word = table.short_forms.get(word, word)
    for rule in table.rules:
        word = rule.written.sub(rule.replacement, word)
    return _DOUBLED.sub(r"\1", word)


def _middles_agree(one: PersonName, other: PersonName) -> bool:
    return all(_may_be_one(a, b) for a, b in zip(one.middle, other.middle, strict=False))


def _may_be_one(one: str, other: str) -> bool:
    return one[0] == other[0] if 1 in (len(one), len(other)) else spelled(one) == spelled(other)
