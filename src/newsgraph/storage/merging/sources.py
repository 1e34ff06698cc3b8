"""What is merged: files in any syntax, stores, answers of endpoints; of each its lines of N-Quads in a file."""

import gzip
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from newsgraph.errors import InputError, OutputError
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.archive import Archive
from newsgraph.storage.formats import Format, by_path
from newsgraph.storage.merging.lines import with_names
from newsgraph.storage.store import PARSERS

BATCH = 1 << 14
NQUADS = ox.RdfFormat.N_QUADS
Progress = Callable[[str, int], None]
# What is typed by a class of ours makes a graph one of ours, and so does what a merge tells of its sources.
_SOURCES = b"/graph/sources> .\n"
_TYPED = f" <{expand('rdf:type')}> <{PREFIXES['ng']}".encode()


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of an endpoint: triples in Turtle, to a query."""

    url: str
    query: str
    turtle: str


@dataclass(frozen=True, slots=True)
class Source:
    """An input that was read. `digest` is the SHA-256 of what it holds, unpacked; `lines` is where its quads are.

    `ours` is whether it is a graph of newsgraph's; what it holds keeps its graphs then.
    """

    name: str
    digest: str
    format: Format
    lines: Path
    quads: int
    ours: bool
    url: str = ""
    query: str = ""

    @property
    def key(self) -> str:
        """What names the source in IRIs."""
        return self.digest[:20]


def read(given: str | Path | Fetched, base: str, scratch: Path, progress: Progress | None = None) -> Source:
    """Read an input; an InputError where it is none.

    A store is ours, and so is what gives something a class of ours, and what was merged.
    """
    if isinstance(given, Fetched):
        data = given.turtle.encode()
        opened = Opened(given.url, Format.TURTLE, lambda: io.BytesIO(data))
        return _kept(opened, base, scratch, progress, url=given.url, query=given.query)
    path = Path(given)
    if path.is_dir():
        return _store(path, scratch, progress)
    if not path.is_file():
        raise InputError(str(given), "does not exist", advice="give a graph: a file or a store")
    return _kept(opened_file(path), base, scratch, progress)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read: what it is called, its format, and what opens it."""

    name: str
    format: Format
    open: Callable[[], IO[bytes]]


def opened_file(path: Path) -> Opened:
    """A file, packed or not; an InputError where its name tells no format."""
    packed = path.suffix.casefold() == ".gz"
    try:
        format = by_path(path.with_suffix("") if packed else path)
    except OutputError as error:
        raise InputError(
            str(path), error.problem, advice=f"its name should end in that of a format: {error.advice}"
        ) from error
    return Opened(path.name, format, lambda: cast("IO[bytes]", gzip.open(path)) if packed else path.open("rb"))


def _kept(
    opened: Opened, base: str, scratch: Path, progress: Progress | None, *, url: str = "", query: str = ""
) -> Source:
    try:
        digest = _digest(opened)
        with opened.open() as stream:
            quads = ox.parse(stream, format=PARSERS[opened.format], base_iri=f"{base}source/{digest[:20]}/")
            name = f"{base}genid/{digest[:20]}-"
            path, count, ours = _written(batches(quads), scratch, name, progress, opened.name)
    except (SyntaxError, EOFError, OSError, ValueError) as error:
        raise InputError(opened.name, f"cannot be read as {opened.format.value}: {error}") from error
    return Source(opened.name, digest, opened.format, path, count, ours, url, query)


def _digest(opened: Opened) -> str:
    found = hashlib.sha256()
    with opened.open() as stream:
        while part := stream.read(1 << 20):
            found.update(part)
    return found.hexdigest()


def _store(path: Path, scratch: Path, progress: Progress | None) -> Source:
    with Archive.read(path) as archive:
        quads = archive.store().told()
        lines, count, _ = _written(batches(quads), scratch, f"{archive.base}genid/store-", progress, path.name)
    return Source(path.name, "", Format.NQUADS, lines, count, True)


def batches(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """Quads as lines, many at a time."""
    source = iter(quads)
    while batch := list(islice(source, BATCH)):
        yield ox.serialize(batch, format=NQUADS) or b""


def _written(
    parts: Iterable[bytes], scratch: Path, name: str, progress: Progress | None, what: str
) -> tuple[Path, int, bool]:
    """Write lines to a file, their blank nodes named by the order in which they come; how many, and whether ours."""
    path = scratch / f"{len(list(scratch.iterdir()))}.nq"
    labels: dict[bytes, bytes] = {}

    def named(label: bytes) -> bytes:
        return labels.setdefault(label, f"<{name}{len(labels) + 1}>".encode())

    count, ours = 0, False
    with path.open("wb") as out:
        for data in parts:
            count += data.count(b"\n")
            ours = ours or _TYPED in data or _SOURCES in data
            out.write(_renamed(data, named) if b"_:" in data else data)
            if progress is not None:
                progress(f"reading {what}", count)
    return path, count, ours


def _renamed(data: bytes, named: Callable[[bytes], bytes]) -> bytes:
    return b"\n".join(with_names(line, named) if b"_:" in line else line for line in data.split(b"\n"))
