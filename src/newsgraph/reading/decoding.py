"""From bytes to text."""

import codecs
import re
from dataclasses import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What XML 1.0, and therefore RDF/XML, cannot hold; and the lone surrogates that JSON escapes can smuggle in.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, or the problem that there is none; `note` tells of a guess or a repair."""

    text: str = ""
    problem: str = ""
    advice: str = ""
    note: str = ""


BINARY = Decoded(problem="is binary, not text", advice="give plain text or JSON lines")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark declares."""
    return next((name for mark, name in MARKS if data.startswith(mark)), None)


def decode(data: bytes) -> Decoded:
    """The text of some bytes: by their byte-order mark, else UTF-8, else Windows-1252."""
    encoding = marked_encoding(data)
    if encoding is None and b"\0" in data:
        return BINARY
    try:
        return repaired(data.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        if encoding:
            return Decoded(problem=f"is broken {encoding.upper()} at byte {error.start}", advice="save it as UTF-8")
        return _western(data)


def repaired(text: str) -> Decoded:
    """The text with `\\n` as line end; what no RDF syntax can hold is replaced one to one, with a note."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    plain, controls = CONTROLS.subn(" ", text)
    plain, others = NO_CHARACTERS.subn("\ufffd", plain)
    count = controls + others
    note = f"{count} control or invalid character{'s' * (count > 1)} replaced" if count else ""
    return Decoded(plain, note=note)


def _western(data: bytes) -> Decoded:
    """The text in Windows-1252, which English text that is not UTF-8 nearly always is; statistics guess worse here."""
    foreign = sum(byte > 127 for byte in data)
    controls = sum(byte < 32 for byte in data) - sum(map(data.count, b"\t\n\r\f"))
    if controls * 20 > len(data):
        return BINARY
    if foreign * 5 > len(data):
        return Decoded(problem="is neither UTF-8 nor Windows-1252", advice="save it as UTF-8")
    found = repaired(data.decode("cp1252", errors="replace"))
    return Decoded(found.text, note="; ".join(filter(None, ("not UTF-8: read as Windows-1252", found.note))))
