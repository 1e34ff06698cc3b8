"""Words that somebody looks for: as a question to the indexes that no word can break, and marked where they stand."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from newsgraph.model.explorer import Piece

# What is longer is not looked for: no name is, and the time it takes grows with it.
_LONGEST, _MOST = 400, 16
# Runs of letters and digits with their accents, which the indexes take for words too.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_WIDTH = 180
_AROUND = re.compile(r"\s+")


def tokens(words: str) -> tuple[str, ...]:
    """The words in some input; what is no word is left out.

    >>> tokens('NEAR("a* OR b", 2)')
    ('NEAR', 'a', 'OR', 'b', '2')
    """
    return tuple(_WORD.findall(words[:_LONGEST])[:_MOST])


def question(found: Sequence[str]) -> str:
    """What to ask an index for: all the words, the last one as a beginning.

    >>> question(("NEAR", "b"))
    '"NEAR" "b"*'
    """
    return " ".join(f'"{word}"' for word in found) + "*"


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word without accents and capitals.

    >>> folded("Nazarbáyev")
    'nazarbayev'
    """
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if not unicodedata.combining(char))


class Marker:
    """Finds the words looked for in a text."""

    def __init__(self, found: Sequence[str]) -> None:
        self._whole = frozenset(map(folded, found))
        self._start = folded(found[-1]) if found else ""

    def fits(self, text: str) -> bool:
        """Whether one of the words is in it."""
        return self._first(text) is not None

    def snippet(self, text: str) -> tuple[Piece, ...]:
        """The stretch of a text around the first of the words, those in it marked; empty where there is none."""
        first = self._first(text)
        return () if first is None else tuple(self._pieces(*_stretch(text, first.start())))

    def _first(self, text: str) -> re.Match[str] | None:
        return next(filter(self._is, _WORD.finditer(text)), None)

    def _is(self, word: re.Match[str]) -> bool:
        plain = folded(word[0])
        return plain in self._whole or bool(self._start and plain.startswith(self._start))

    def _pieces(self, before: str, text: str, after: str) -> list[Piece]:
        pieces, done = [], 0
        for word in filter(self._is, _WORD.finditer(text)):
            pieces += [Piece(text[done : word.start()]), Piece(word[0], marked=True)]
            done = word.end()
        pieces.append(Piece(text[done:] + after))
        pieces[0] = Piece(before + pieces[0].text)
        return [piece for piece in pieces if piece.text]


def _stretch(text: str, place: int) -> tuple[str, str, str]:
    """So much of a text around a place as one reads at a glance, cut between words, with dots where it is cut."""
    start, end = max(0, place - _WIDTH // 3), min(len(text), place + 2 * _WIDTH // 3)
    if start:
        start = next((gap.end() for gap in _AROUND.finditer(text, start, place)), place)
    if end < len(text):
        end = max((gap.start() for gap in _AROUND.finditer(text, place, end)), default=end)
    return "... " * (start > 0), text[start:end], " ..." * (end < len(text))
