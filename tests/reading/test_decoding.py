import pytest

from newsgraph.reading.decoding import decode, repaired

SENTENCE = "The café’s owner said – on Thursday – “nothing happened” in Zürich.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(encoding: str) -> None:
    """UTF-8 with and without its mark, and marked UTF-16 and UTF-32, are read without a remark."""
    found = decode(SENTENCE.encode(encoding))
    assert (found.text, found.problem, found.note) == (SENTENCE, "", "")


def test_windows() -> None:
    """English text in the old Windows encoding is read, and the user is told."""
    found = decode(SENTENCE.encode("cp1252"))
    assert found.text == SENTENCE
    assert "Windows-1252" in found.note


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(1, 32)) * 9 + b"\xff"])
def test_binary(data: bytes) -> None:
    """Binary data is no text."""
    assert "binary" in decode(data).problem


def test_other_alphabets_in_old_encodings() -> None:
    """Text that is neither UTF-8 nor Western is refused rather than garbled."""
    assert "neither" in decode("Министерство обороны".encode("koi8-r")).problem


def test_truncated_utf16() -> None:
    """Marked UTF-16 that breaks off is refused, and the problem says where."""
    assert "at byte" in decode("Word".encode("utf-16")[:-1]).problem


def test_line_ends() -> None:
    """All line ends become one line feed."""
    assert decode(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


def test_controls_keep_their_place() -> None:
    """A control character becomes one blank, so that offsets do not move; the user is told."""
    found = repaired("red\x1b[31m alert")
    assert found.text == "red [31m alert"
    assert found.note == "1 control or invalid character replaced"


def test_lone_surrogates() -> None:
    """A lone surrogate becomes the replacement character: no RDF syntax could hold it."""
    assert repaired("a\ud800b").text == "a\ufffdb"


def test_astral_characters() -> None:
    """Characters beyond the basic plane are left alone."""
    assert decode("🚀 launched".encode()).text == "🚀 launched"
