"""The one door: inputs of any kind become documents, and what cannot be read becomes a value that says why."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsgraph.model.text import Document
from newsgraph.reading.fields import Defaults
from newsgraph.reading.files import read_file
from newsgraph.reading.outcome import Note, Unreadable
from newsgraph.reading.streams import read_standard_input

Result = Document | Unreadable | Note
SUFFIXES = (".txt", ".jsonl", ".ndjson")


def read(
    inputs: Iterable[str | Path],
    *,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    on_note: Callable[[Note], None] | None = None,
) -> Iterator[Document | Unreadable]:
    """The documents of some files, folders (searched to their depth, in sorted order) and "-", the standard input.

    `date`, `publisher` and `url` stand in where an input says nothing. Remarks on what was read all the same, such
    as a guessed encoding, go to `on_note`.
    """
    defaults = Defaults(date, publisher, url)
    for given in inputs:
        for result in _read_one(str(given), defaults):
            if not isinstance(result, Note):
                yield result
            elif on_note is not None:
                on_note(result)


def _read_one(given: str, defaults: Defaults) -> Iterator[Result]:
    if given == "-":
        yield from read_standard_input(defaults)
    elif Path(given).is_dir():
        yield from _read_folder(Path(given), defaults)
    else:
        yield from read_file(Path(given), defaults)


def _read_folder(folder: Path, defaults: Defaults) -> Iterator[Result]:
    found = 0
    for path in _articles(folder):
        found += 1
        yield from read_file(path, defaults)
    if not found:
        yield Unreadable(str(folder), "holds no article", "newsgraph looks for " + ", ".join(SUFFIXES))


def _articles(folder: Path) -> list[Path]:
    """The article files below a folder; hidden ones are passed over."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
