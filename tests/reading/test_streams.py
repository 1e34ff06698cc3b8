from io import BytesIO

from newsgraph.model.text import Document
from newsgraph.reading.fields import Defaults
from newsgraph.reading.streams import read_stream


def texts(data: bytes) -> list[str]:
    """The texts that a stream of these bytes gives."""
    return [found.text for found in read_stream(BytesIO(data), "-", Defaults()) if isinstance(found, Document)]


def test_plain() -> None:
    """A stream of text is one article."""
    assert texts(b"\xef\xbb\xbfRain fell.\r\n\r\nSun came.") == ["Rain fell.\n\nSun came."]


def test_json_lines() -> None:
    """A stream that begins with a JSON object is JSON lines."""
    assert texts(b'{"text": "Rain."}\n{"text": "Sun."}\n') == ["Rain.", "Sun."]


def test_marked_utf16() -> None:
    """A stream may be UTF-16 if it says so."""
    assert texts("Rain fell.\nIt stopped.".encode("utf-16")) == ["Rain fell.\nIt stopped."]
