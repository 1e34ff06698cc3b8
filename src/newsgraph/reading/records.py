"""JSON lines: one article in each, as an object with "text" and the fields of a sidecar."""

import json
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from newsgraph.model.text import Document
from newsgraph.reading.decoding import decode, marked_encoding, repaired
from newsgraph.reading.fields import Defaults, document
from newsgraph.reading.limits import MAX_BYTES, MAX_CHARACTERS, too_long
from newsgraph.reading.outcome import Note, Unreadable

Result = Document | Unreadable | Note


def read_lines(stream: BinaryIO, source: str, defaults: Defaults, *, first: bytes = b"") -> Iterator[Result]:
    """The articles of a stream of JSON lines, `first` being what was already taken from it; blank lines are skipped."""
    first = first or stream.readline(MAX_BYTES + 1)
    encoding = marked_encoding(first)
    if encoding in ("utf-16", "utf-32"):
        yield Unreadable(source, f"is {encoding.upper()}, and JSON lines are UTF-8", "convert it to UTF-8")
        return
    line = first
    for number in count(1):
        if not line:
            return
        if line.strip():
            yield from _read_line(line, f"{source} line {number}", defaults)
        _skip_rest(stream, line)
        line = stream.readline(MAX_BYTES + 1)


def _skip_rest(stream: BinaryIO, line: bytes) -> None:
    """Goes on to the end of a line that was too long to be taken whole."""
    while len(line) > MAX_BYTES and not line.endswith(b"\n"):
        line = stream.readline(MAX_BYTES + 1)


def _read_line(line: bytes, source: str, defaults: Defaults) -> Iterator[Result]:
    said = parse_object(line, source)
    if isinstance(said, Unreadable):
        yield said
    else:
        yield from from_object(said, source, defaults)


def parse_object(data: bytes, source: str) -> dict[str, object] | Unreadable:
    """The JSON object that some bytes hold."""
    if len(data) > MAX_BYTES:
        return too_long(source)
    decoded = decode(data)
    if decoded.problem:
        return Unreadable(source, decoded.problem, decoded.advice)
    try:
        said = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return Unreadable(source, f"is not JSON: {error}", "correct or remove it")
    return said if isinstance(said, dict) else Unreadable(source, "is not a JSON object", "correct or remove it")


def from_object(said: dict[str, object], source: str, defaults: Defaults, *, id: str = "") -> Iterator[Result]:
    """The document of a JSON object that has a "text"."""
    text = said.get("text")
    if isinstance(text, str):
        yield from from_text(repaired(text).text, said, source, defaults, id=id, note=repaired(text).note)
    else:
        yield Unreadable(source, 'has no "text"', "put the article there, as a string")


def from_text(
    text: str, said: dict[str, object], source: str, defaults: Defaults, *, id: str = "", note: str = ""
) -> Iterator[Result]:
    """The document of a text, after the notes on it."""
    if not text.strip():
        yield Unreadable(source, "is empty", "remove it")
    elif len(text) > MAX_CHARACTERS:
        yield too_long(source)
    else:
        made, notes = document(text, said, defaults, id=id)
        yield from (Note(source, remark) for remark in (note, *notes) if remark)
        yield made


def looks_like_json(first: bytes) -> bool:
    """Whether a first line begins an object that has a "text"."""
    return first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and b'"text"' in first
