"""How the matches of a pattern can begin: most places of a text are ruled out by that, at the cost of a look-up."""

import re
from collections.abc import Iterable, Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 2
"""How many characters of an opening are looked at."""
_DIGITS, _SPACE = "0123456789", " "
_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
_EMPTY = (c.ASSERT, c.ASSERT_NOT, c.AT)


class _AnythingError(Exception):
    """Raised where a part of a pattern can be any character."""


def openings(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The first characters of all that a pattern matches, white space as a blank; None where that is anything.

    An opening that is shorter than others is all that the pattern asks for.

    >>> sorted(openings(re.compile(r"(?:the )?(?:last|next) year|[1-3]d")) or ())
    ['1d', '2d', '3d', 'la', 'ne', 'th']
    """
    try:
        return frozenset(_sequence({""}, _parser.parse(pattern.pattern, pattern.flags)))
    except _AnythingError:
        return None


def opening(text: str, at: int) -> str:
    """The characters of a text that openings are compared with."""
    found = text[at : at + LENGTH]
    return found if found.isalnum() else "".join(_SPACE if char.isspace() else char for char in found)


def _sequence(begun: set[str], parts: Iterable[tuple[Any, Any]]) -> set[str]:
    for kind, value in parts:
        if all(len(one) == LENGTH for one in begun):
            break
        begun = _part(begun, kind, value)
    return begun


def _part(begun: set[str], kind: Any, value: Any) -> set[str]:
    if kind in _EMPTY:
        return begun
    if kind is c.LITERAL:
        return _longer(begun, _plain(chr(value)))
    if kind is c.IN:
        return _longer(begun, "".join(_members(value)))
    if kind is c.BRANCH:
        return {one for branch in value[1] for one in _sequence(begun, branch)}
    if kind is c.SUBPATTERN:
        return _sequence(begun, value[3])
    if kind in _REPEATS:
        return _repeated(begun, *value)
    raise _AnythingError


def _repeated(begun: set[str], least: int, most: int, parts: Iterable[tuple[Any, Any]]) -> set[str]:
    found = set(begun) if least == 0 else set()
    for count in range(1, min(most, max(least, LENGTH)) + 1):
        begun = _sequence(begun, parts)
        found |= begun if count >= least else set()
    return found


def _longer(begun: set[str], characters: str) -> set[str]:
    return {one + char for one in begun if len(one) < LENGTH for char in characters} | {
        one for one in begun if len(one) == LENGTH
    }


def _members(items: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    for kind, value in items:
        if kind is c.LITERAL:
            yield _plain(chr(value))
        elif kind is c.RANGE:
            yield from (_plain(chr(code)) for code in range(value[0], value[1] + 1))
        elif kind is c.CATEGORY and value in (c.CATEGORY_DIGIT, c.CATEGORY_SPACE):
            yield _DIGITS if value is c.CATEGORY_DIGIT else _SPACE
        else:
            raise _AnythingError


def _plain(char: str) -> str:
    return _SPACE if char.isspace() else char
