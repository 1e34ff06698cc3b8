"""A graph as lines, each triple in one form, whatever it was written in."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.storage.archive import Archive
from newsgraph.storage.differing.blanks import blanks, named
from newsgraph.storage.merging.sources import Progress, batches, opened_file
from newsgraph.storage.store import PARSERS

# What relative names in a file are relative to.
BASE = "https://w3id.org/newsgraph/data/"


def read(given: Path, path: Path, progress: Progress | None = None) -> Path:
    """Write the lines of a file or a store to a path; they may come twice, and in any order."""
    try:
        with path.open("wb") as out:
            _write(given, out.write, progress)
    except (SyntaxError, EOFError, ValueError) as error:
        raise InputError(str(given), f"cannot be read as a graph: {error}") from error
    return path


def _write(given: Path, write, progress: Progress | None) -> None:  # type: ignore[no-untyped-def]
    held = list[ox.Quad]()
    count = 0
    for data in batches(_without_blanks(_quads(given), held)):
        write(data)
        count += data.count(b"\n")
        if progress is not None:
            progress(f"reading {given.name}", count)
    for line in named(held):
        write(line)


def _without_blanks(quads: Iterator[ox.Quad], held: list[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads without blank nodes; those with some are held."""
    for quad in quads:
        if any(blanks(quad)):
            held.append(quad)
        elif isinstance(quad.graph_name, ox.BlankNode):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)
        else:
            yield quad


def _quads(given: Path) -> Iterator[ox.Quad]:
    if given.is_dir():
        with Archive.read(given) as archive:
            yield from archive.store().told()
        return
    if not given.is_file():
        raise InputError(str(given), "does not exist", advice="give a graph: a file or a store")
    opened = opened_file(given)
    with opened.open() as stream:
        yield from ox.parse(stream, format=PARSERS[opened.format], base_iri=BASE)
