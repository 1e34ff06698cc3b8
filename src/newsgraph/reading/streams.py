"""Standard input: JSON lines if it begins like them, else one plain text."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from newsgraph.model.text import Document
from newsgraph.reading.decoding import decode
from newsgraph.reading.fields import Defaults
from newsgraph.reading.limits import MAX_BYTES, too_long
from newsgraph.reading.outcome import Note, Unreadable
from newsgraph.reading.records import from_text, looks_like_json, read_lines

NAME = "standard input"


def read_standard_input(defaults: Defaults) -> Iterator[Document | Unreadable | Note]:
    """What standard input holds."""
    return read_stream(sys.stdin.buffer, NAME, defaults)


def read_stream(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Document | Unreadable | Note]:
    """The articles of a stream of bytes."""
    first = stream.readline(MAX_BYTES + 1)
    if looks_like_json(first):
        yield from read_lines(stream, source, defaults, first=first)
        return
    data = first + stream.read(MAX_BYTES + 1)
    yield from read_bytes(data, {}, source, defaults)


def read_bytes(
    data: bytes, said: dict[str, object], source: str, defaults: Defaults, *, id: str = ""
) -> Iterator[Document | Unreadable | Note]:
    """The document of a text's bytes, with what is said about it."""
    decoded = decode(data)
    if len(data) > MAX_BYTES:
        yield too_long(source)
    elif decoded.problem:
        yield Unreadable(source, decoded.problem, decoded.advice)
    else:
        yield from from_text(decoded.text, said, source, defaults, id=id, note=decoded.note)
