"""The news agencies a text comes from by its dateline, byline or last lines, or to which people in it spoke."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from newsgraph.ontology.agencies import agencies, credit_words

# Datelines, bylines and credits stand within so many characters of the beginning and the end, in so many lines.
_REACH = 400
_LINES = 3
# An agency in capitals may be meant where its name has this many letters; "MENA" and the like must be as listed.
_LONG = 5
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")


@lru_cache(maxsize=256)
def credited(text: str) -> frozenset[str]:
    """The full names of the agencies to which a text gives itself, or to which somebody in it spoke.

    An agency that is only spoken of is none of them; one that itself says something is found by those who read texts.

    >>> sorted(credited("BERLIN, May 3 (dpa/AFP) - Trains stood still on Tuesday."))
    ['Agence France-Presse', 'Deutsche Presse-Agentur']
    >>> credited("Reuters has moved to Canary Wharf.")
    frozenset()
    """
    found = (*_datelines(text), *_endings(text), *_credits(text), *_citing().findall(text))
    return frozenset(_full(name) for words in found for name in _name().findall(words))


def _datelines(text: str) -> Iterator[str]:
    """ "LIMA, May 3 (Reuters) -", "MOSCOW, 3 May. /TASS/.", "LIMA, Reuters -" and "Reuters:" at the start of a line."""
    for line in _lines(text[:_REACH])[:_LINES]:
        yield from (found[0] for pattern in _openings() if (found := pattern.match(line)))


def _endings(text: str) -> Iterator[str]:
    """ "(AFP)", "— Reuters" at the end of the first and the last line; lines of a name alone, or "By Jane Roe, AP"."""
    lines = _lines(text)
    if lines:
        yield from (found[0] for line in (lines[0], lines[-1]) if (found := _ending().search(line[-_REACH:])))
    for sentence in _sentences((*lines[:_LINES], *lines[-_LINES:])):
        if len(sentence) < _REACH and (found := _byline().match(sentence)):
            yield found["name"]


def _credits(text: str) -> Iterator[str]:
    """ "Reporting by Jane Roe for Reuters", "With material from AFP" near the beginning or the end."""
    parts = (text,) if len(text) <= 2 * _REACH else (text[:_REACH], text[-_REACH:])
    for sentence in _sentences(line for part in parts for line in _lines(part)):
        if any(words in sentence.casefold() for words in credit_words().beside):
            yield sentence


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    return (sentence for line in lines for sentence in _SENTENCES.split(line))


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]


@cache
def _spellings() -> dict[str, str]:
    """Each name as texts may write it, with the full name."""
    shouted = {name.upper(): full for name, full in agencies().items() if len(name) >= _LONG}
    return shouted | dict(agencies())


def _full(name: str) -> str:
    return _spellings()[name]


@cache
def _name() -> re.Pattern[str]:
    # No part of a longer name: "Interfax-Ukraine" is not Interfax.
    return re.compile(rf"(?<![\w.@-])(?:{_either(_spellings())})(?!-?\w)")


@cache
def _list() -> str:
    """One agency or several, with other names: "AFP", "dpa/AFP", "AP and Reuters", "Reuters Television"."""
    return rf"{_name().pattern}(?:(?:\s?[/,&+]\s?|\sand\s)\w+|\s[A-Z]\w+){{0,3}}"


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    bracketed = rf".{{0,60}}?[(\[/]\s?(?:[\w.]+/)?{_list()}\s?[)\]/]\s*[.:–—-]"
    bare = rf"(?:[A-Z][^!?]{{0,50}}?,\s)?{_name().pattern}\s*(?:[:|–—]|-+\s)"
    return re.compile(bracketed), re.compile(bare)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:[(\[]|\s/|(?:^|\s)[|–—-]+\s?|\w:\s){_list()}\s?[)\]/]?\.?$")


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(credit_words().citing)})\s(?:the\s)?({_name().pattern})")


@cache
def _byline() -> re.Pattern[str]:
    words = _either(credit_words().opening)
    return re.compile(rf"(?:(?i:{words})(?!\w).*?)?(?P<name>{_list()})\.?$")


def _either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
