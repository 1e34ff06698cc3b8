"""The wording of a text as sets that can be compared: sequences of words, words with a capital, figures."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b

# Words side by side: with three of them a text in which one word in ten is changed keeps more than half.
_WIDTH = 3
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")
_STARTS = re.compile(r"[.!?:;\"“”\n]")


def words(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation.

    >>> words("The CO-OP's café")
    ['the', 'co', 'op', 's', 'cafe']
    """
    return _WORD.findall(_ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())))


def sequences(said: list[str]) -> Iterator[str]:
    """Every three words that stand side by side; a shorter text as a whole."""
    if 0 < len(said) < _WIDTH:
        yield " ".join(said)
    yield from map(" ".join, zip(*(said[n:] for n in range(_WIDTH)), strict=False))


def name_words(text: str) -> Iterator[str]:
    """Words with a capital, but for those that begin a sentence and for lines that are mostly capitals (headlines)."""
    for line in text.splitlines():
        tokens = list(_TOKEN.finditer(line))
        capitals = [n for n, token in enumerate(tokens) if token[0][0].isupper()]
        if 2 * len(capitals) <= len(tokens):
            yield from (tokens[n][0].casefold() for n in capitals if n and not _starts(tokens[n - 1], tokens[n]))


def _starts(before: re.Match[str], token: re.Match[str]) -> bool:
    """Whether a sentence or quotation begins with a token."""
    return _STARTS.search(token.string, before.end(), token.start()) is not None


def numbers(text: str) -> Iterator[str]:
    """What is written with digits, without the commas between thousands."""
    return (token.replace(",", "") for token in _TOKEN.findall(text) if token[0].isdigit())


def hashes(parts: Iterable[str]) -> tuple[int, ...]:
    """A number of 32 bits for each distinct part, sorted: the same on every machine."""
    return tuple(sorted({_hash(part) for part in parts}))


def _hash(part: str) -> int:
    return int.from_bytes(blake2b(part.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")
