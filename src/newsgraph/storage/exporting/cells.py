"""Rows as CSV: one line a row, whatever the texts in it are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None
# What a terminal or a spreadsheet would obey, and what turns the direction of writing around.
_COMMANDING = {
    code: " " for code in (*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
_FORMULA = ("=", "+", "-", "@")


def rows(header: Sequence[str], found: Iterable[Sequence[Cell]], end: str = "\r\n") -> Iterator[bytes]:
    r"""CSV (RFC 4180) in UTF-8, a line a row.

    >>> list(rows(("a", "b"), [("x", 1), ("y, z", None)]))
    [b'a,b\r\n', b'x,1\r\n', b'"y, z",\r\n']
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator=end)
    for row in chain([header], found):
        writer.writerow(row)
        yield _taken(line)


def _taken(line: io.StringIO) -> bytes:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text.encode()


def tidy(text: str) -> str:
    r"""A text on one line, without characters that command.

    >>> tidy("calm\x1b[31m\n red")
    'calm [31m red'
    """
    return " ".join(text.translate(_COMMANDING).split())


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("Russia")
    ("'=1+1", 'Russia')
    """
    plain = tidy(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def listed(iris: Iterable[str]) -> str:
    """IRIs in one cell, to be parted at "; ", which none of them holds."""
    return "; ".join(iris)


def joined(parts: Iterable[str], between: str = "; ") -> str:
    """Several texts in one cell; a semicolon within one is written as a comma, so that they can be parted again.

    >>> joined(["a; b", "c"])
    'a, b; c'
    """
    return between.join(tidy(part).replace(";", ",") for part in parts)
