"""The parts of a person's name: what is the first name, what the surname, and what tells a son from his father.

Which words mark what is data (ontology/lexicon/spellings.ttl).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.ontology.spellings import spellings

_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´′]")
_OTHER = re.compile(r"[^\w\s-]+")
_SERVANT = re.compile("^abd[aeu]l(?=.)")
# The syllables of a Korean first name are short; longer words behind a family name make it a first name.
_LONGEST_SYLLABLE = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in small plain letters. A single word is the surname; `given` and `generation` may be empty.

    `middle` are all other words, `generation` is what tells a son from his father ("jr").
    """

    given: str
    middle: tuple[str, ...]
    last: str
    generation: str = ""

    @property
    def surname(self) -> str:
        """The surname with the mark of the generation."""
        return f"{self.last} {self.generation}".rstrip()


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """The parts of a name; particles and articles are left out.

    >>> person_name("Osama bin Laden")
    PersonName(given='osama', middle=(), last='laden', generation='')
    """
    words, generation = _generation(list(_words(name)))
    if len(words) < 2:
        return PersonName("", (), "".join(words).replace("-", ""), generation)
    if _family_first(words):
        return PersonName("".join(words[1:]).replace("-", ""), (), words[0], generation)
    first, *middle = [part for word in words[:-1] for part in word.split("-") if part]
    while len(first) == 1 and middle and len(middle[0]) == 1:
        first += middle.pop(0)  # "J. D." is one first name, written "JD" elsewhere
    return PersonName(first, tuple(middle), words[-1].replace("-", ""), generation)


def _words(name: str) -> Iterator[str]:
    """The words of a name that tell its bearer, in small plain letters, hyphens within them kept."""
    table = spellings()
    raw = _OTHER.sub(" ", _APOSTROPHES.sub("", _before_comma(name))).split()
    words = [_article_off(_plain(word)) for word in raw]
    small = table.particles | table.articles
    told = [w for n, w in enumerate(words) if w.strip("-") and (w not in small or _is_given(raw[n], w, first=n == 0))]
    if told and all(word in small for word in told):
        told = told[-1:]
    pending = ""
    for number, word in enumerate(told or words):
        if word in table.prefixes and number + 1 < len(told):
            pending += _prefix(word)
        else:
            yield pending + _SERVANT.sub("abdul", word)
            pending = ""


def _prefix(word: str) -> str:
    """A word that is one with the next; "Abd al-" and its other forms in one."""
    return "abdul" if word.startswith("abd") else word


def _before_comma(name: str) -> str:
    """A name without the degrees and the like behind it; what tells the generation stays."""
    head, _, tail = name.partition(",")
    return f"{head} {tail}" if tail.strip(" .").casefold() in spellings().generations else head


def _plain(word: str) -> str:
    letters = spellings().letters
    spread = "".join(letters.get(c, c) for c in word.casefold())
    return "".join(c for c in unicodedata.normalize("NFKD", spread) if not unicodedata.combining(c))


def _article_off(word: str) -> str:
    """A word without the article, or joined to the prefix, that hangs on it by a hyphen."""
    head, _, tail = word.partition("-")
    if tail and head in spellings().articles:
        return tail
    return _prefix(head) + tail if tail and head in spellings().prefixes else word


def _is_given(raw: str, word: str, *, first: bool) -> bool:
    """ "Al" that begins a name is a first name."""
    return first and word == "al" and raw[:1].isupper()


def _generation(words: list[str]) -> tuple[list[str], str]:
    marks = spellings().generations
    if len(words) > 1 and words[-1] in marks:
        return words[:-1], marks[words[-1]]
    return words, ""


def _family_first(words: list[str]) -> bool:
    """Whether the surname begins a name, as in Chinese and Korean."""
    table = spellings()
    rest = [part for word in words[1:] for part in word.split("-")]
    syllables = len(rest) == 2 and all(1 < len(part) <= _LONGEST_SYLLABLE for part in rest)
    return words[0] in table.family_first or (syllables and words[0] in table.family_before_syllables)
