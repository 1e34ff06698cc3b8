"""Reasoning over files and stores."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.ontology.prefixes import DATA
from newsgraph.storage.archive import Archive
from newsgraph.storage.formats import Format
from newsgraph.storage.reasoning.closing import Progress
from newsgraph.storage.reasoning.reading import of_file, of_store
from newsgraph.storage.reasoning.reasoning import Reasoned, reason
from newsgraph.storage.reasoning.sampling import samples
from newsgraph.storage.store import QuadStore

STANDARD = Path("-")


def close(
    paths: Sequence[Path],
    *,
    sets: Iterable[str] = ("rl",),
    ontology: bool = True,
    again: bool = False,
    progress: Progress | None = None,
) -> Reasoned:
    """What follows from files and stores together (see `reason`); "-" is standard input in Turtle or TriG."""
    base, parts = DATA, list[list[str]]()
    for path in paths:
        if path == STANDARD:
            store = QuadStore()
            store.parse(sys.stdin.buffer.read(), Format.TRIG)
            parts.append(of_store(store))
        elif path.is_dir():
            with Archive.read(path) as archive:
                base = archive.base
                parts.append(of_store(archive.store()))
        elif path.exists():
            parts.append(of_file(path))
        else:
            raise InputError(str(path), "does not exist", advice="give a graph")
    return reason(parts, sets=sets, base=base, ontology=ontology, again=again, progress=progress)


def surroundings(reasoned: Reasoned, *, number: int, size: int) -> Iterator[tuple[str, str]]:
    """Some nodes with what is told around them, as N-Triples (see `samples`)."""
    for node, triples in samples(reasoned.facts, number=number, size=size):
        yield node, "".join(f"{' '.join(one)} .\n" for one in triples)
