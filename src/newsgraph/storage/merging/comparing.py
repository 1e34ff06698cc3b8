"""Whether two values of a fact can both be true of one thing."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations
from unicodedata import category, name, normalize

_DATE = re.compile(r'"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(T[0-9:.]+)?')
_WORD = re.compile(r"[^\W\d_]+")
# Words of names are the same from here on: spellings of one name in Latin letters differ.
ALIKE = 0.65
# What a name must have in common with another: more than this share of its words, or of the other's if those are fewer.
SHARE = 0.5
# So many different values are held against each other at most; more of them are no one thing's.
MOST_SETS = 500
MOST_BEARERS = 100


def dates_differ(one: bytes, other: bytes) -> bool:
    """Whether two dates cannot be the same, each as far as it goes.

    A date and time of midnight on the first of January may stand for a year alone, on the first of a month for that
    month: Wikidata writes them so.

    >>> dates_differ(b'"1953-05-17"', b'"1953-01-01T00:00:00Z"'), dates_differ(b'"1953-05-17"', b'"1953-06"')
    (False, True)
    """
    left, right = _date(one), _date(other)
    return any(a != b for a, b in zip(left, right, strict=False)) if left and right else False


def _date(term: bytes) -> tuple[int, ...]:
    found = _DATE.match(term.decode())
    if found is None:
        return ()
    parts = [int(part) for part in found.groups()[:3] if part]
    if found[4] and set(found[4]) <= set("T0:."):
        while len(parts) > 1 and parts[-1] == 1:
            parts.pop()
    return tuple(parts)


def names_differ(groups: Iterable[Iterable[str]]) -> tuple[str, str] | None:
    """Two names of persons that have nothing in common, not even by way of other names; None where there are none.

    Each group are the names that one name's bearer has. Names in other than Latin letters say nothing.

    >>> names_differ([["Vladimir Putin"], ["Vladimir Medvedev"]])
    ('Vladimir Putin', 'Vladimir Medvedev')
    >>> names_differ([["Lula"], ["Luiz Inacio Lula da Silva"]])
    """
    told = [readable for group in groups if (readable := [one for one in group if _words(one)])][:MOST_BEARERS]
    if len(told) < 2:
        return None
    reached, waiting = {0}, [0]
    while waiting:
        one = waiting.pop()
        near = [i for i in range(len(told)) if i not in reached and _alike(told[one], told[i])]
        reached.update(near)
        waiting.extend(near)
    apart = next((i for i in range(len(told)) if i not in reached), None)
    return None if apart is None else (told[0][0], told[apart][0])


def _alike(left: Iterable[str], right: Iterable[str]) -> bool:
    return any(_one_name(_words(a), _words(b)) for a in left for b in right)


def _one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    few, many = sorted((left, right), key=len)
    found = sum(any(_one_word(word, other) for other in many) for word in few)
    return found > SHARE * len(few)


def _one_word(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _words(text: str) -> tuple[str, ...]:
    plain = "".join(char for char in normalize("NFD", text.casefold()) if category(char) != "Mn")
    words = tuple(dict.fromkeys(_WORD.findall(plain)))
    return words if all(char.isascii() or "LATIN" in name(char, "") for word in words for char in word) else ()


def first_pair(sets: Iterable[frozenset[bytes]]) -> list[tuple[frozenset[bytes], frozenset[bytes]]]:
    """The pairs of different sets, in one order."""
    distinct = sorted(set(sets), key=sorted)[:MOST_SETS]
    return list(combinations(distinct, 2))
