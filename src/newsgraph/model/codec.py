"""Values as bytes and back: what a store keeps of an article.

The bytes are compressed JSON, in which a dataclass is the list of its fields, so that names cost nothing. They begin
with the number of this layout and a mark of the class as it is now: what another layout or another shape of the class
wrote is refused, never misread.
"""

import dataclasses
import json
import zlib
from functools import cache
from typing import Any, TypeVar

from newsgraph.errors import InputError
from newsgraph.model.shapes import Step, shape

VERSION = 1
# Level 1 takes a third of the time of the default and gives a tenth more bytes.
_LEVEL = 1
_AGAIN = "read the article again to replace them"

T = TypeVar("T")


def pack(value: object) -> bytes:
    """A frozen dataclass as bytes; equal values of equal types give equal bytes.

    Its fields, as their annotations say, are dataclasses of this kind, enums, tuples, strings, numbers,
    truth values, None, and unions of these; TypeError where an annotation is anything else. That a value is what its
    annotation says is taken for granted.
    """
    cls: Any = type(value)  # mypy takes the hash of an object for that of its class
    mark, write, _ = _form(cls)
    rows = [VERSION, mark, write(value)]
    # Unpaired surrogates, which decoding leaves in broken texts, are kept as they are.
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(text, _LEVEL)


def unpack(cls: type[T], data: bytes) -> T:
    """The value of a class that `pack` made bytes of; InputError where they are damaged or of another layout."""
    wanted: Any = cls
    mark, _, read = _form(wanted)
    try:
        version, found, row = json.loads(_text(data))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise _refusal(cls, "are damaged") from error
    if (version, found) != (VERSION, mark):
        raise _refusal(cls, "were written by another version of the program")
    try:
        value: T = read(row)
    except (LookupError, TypeError, ValueError) as error:
        raise _refusal(cls, "are damaged") from error
    return value


def mark(cls: type) -> str:
    """Eight digits that change when the shape of a class does: what another shape wrote cannot be read any more."""
    found: Any = cls
    return _form(found)[0]


def _text(data: bytes) -> str:
    stream = zlib.decompressobj()
    text = stream.decompress(data)
    if not stream.eof or stream.unused_data:
        raise ValueError("too few or too many bytes")
    return text.decode("utf-8", "surrogatepass")


def _refusal(cls: type, problem: str) -> InputError:
    return InputError(cls.__name__, f"the bytes that should hold it {problem}", advice=_AGAIN)


@cache
def _form(cls: Any) -> tuple[str, Step, Step]:
    """The mark of a class, which changes when its shape does, its writer and its reader."""
    form = shape(cls)
    if not (dataclasses.is_dataclass(cls) and form.write and form.read):
        raise TypeError(f"{cls} is no dataclass")
    return f"{zlib.crc32(form.text.encode()):08x}", form.write, form.read
