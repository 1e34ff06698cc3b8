"""Files: plain text with its sidecar, and JSON lines."""

from collections.abc import Iterator
from pathlib import Path

from newsgraph.model.text import Document
from newsgraph.reading.fields import Defaults
from newsgraph.reading.limits import MAX_BYTES, too_long
from newsgraph.reading.outcome import Note, Unreadable
from newsgraph.reading.records import from_object, parse_object, read_lines
from newsgraph.reading.streams import read_bytes

Result = Document | Unreadable | Note
LINES = (".jsonl", ".ndjson")
MARKUP = (".html", ".htm", ".xhtml", ".xml")


def read_file(path: Path, defaults: Defaults) -> Iterator[Result]:
    """What one file holds; a sidecar named beside its text (as by a shell's `*`) adds nothing of its own."""
    try:
        yield from _read(path, defaults)
    except FileNotFoundError:
        yield Unreadable(str(path), "does not exist", "check the name")
    except OSError as error:
        yield Unreadable(str(path), f"cannot be read: {error.strerror}")


def _read(path: Path, defaults: Defaults) -> Iterator[Result]:
    suffix = path.suffix.lower()
    if suffix in LINES:
        with path.open("rb") as stream:
            yield from read_lines(stream, str(path), defaults)
    elif suffix == ".json":
        yield from _read_json(path, defaults)
    elif suffix in MARKUP:
        yield Unreadable(str(path), "is markup, not plain text", "extract the article's text first")
    else:
        yield from _read_text(path, defaults)


def _read_json(path: Path, defaults: Defaults) -> Iterator[Result]:
    if path.with_suffix(".txt").exists():
        return
    said = _object(path)
    if isinstance(said, Unreadable):
        yield said
    else:
        yield from from_object(said, str(path), defaults, id=path.stem)


def _read_text(path: Path, defaults: Defaults) -> Iterator[Result]:
    sidecar = path.with_suffix(".json")
    said = _object(sidecar) if sidecar.is_file() else {}
    if isinstance(said, Unreadable):
        yield said
    elif path.stat().st_size > MAX_BYTES:
        yield too_long(str(path))
    else:
        yield from read_bytes(path.read_bytes(), said, str(path), defaults, id=path.stem)


def _object(path: Path) -> dict[str, object] | Unreadable:
    return too_long(str(path)) if path.stat().st_size > MAX_BYTES else parse_object(path.read_bytes(), str(path))
