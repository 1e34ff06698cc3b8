"""Graphs as lines of N-Quads, and lines as columns of terms."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.storage.formats import Format, by_path
from newsgraph.storage.reasoning.facts import Columns
from newsgraph.storage.store import PARSERS, QuadStore

NQUADS = PARSERS[Format.NQUADS]
REASONED, SCHEMA, INFERRED = "graph/reasoned", "graph/reasoned-schema", "graph/inferred"


def of_file(path: Path) -> list[str]:
    """The lines of a file in any syntax, without line ends; an InputError where it cannot be read."""
    try:
        quads = ox.parse(path=str(path), format=PARSERS[by_path(path)])
        text = (ox.serialize(quads, format=NQUADS) or b"").decode()
    except (OSError, SyntaxError) as error:
        raise InputError(str(path), f"cannot be read as a graph: {error}") from error
    return text.split("\n")[:-1]


def of_store(store: QuadStore) -> list[str]:
    """The lines of a store in their one order, without line ends."""
    return store.lines().split("\n")[:-1]


def told(parts: Iterable[Iterable[str]]) -> list[str]:
    """The lines of some graphs without what was reasoned from them before, their blank nodes numbered as they come."""
    ends = tuple(f"{name}> ." for name in (REASONED, SCHEMA))
    found = list[str]()
    for place, lines in enumerate(parts):
        names: dict[str, str] = {}
        found += (_numbered(line, names, place) if "_:" in line else line for line in lines if not line.endswith(ends))
    return found


def columns(lines: Iterable[str]) -> dict[str, Columns]:
    """Subjects and objects by predicate."""
    found: dict[str, Columns] = {}
    for line in lines:
        subject, predicate, object_ = triple(line)
        column = found.get(predicate)
        if column is None:
            column = found[predicate] = ([], [])
        column[0].append(subject)
        column[1].append(object_)
    return found


def triple(line: str) -> tuple[str, str, str]:
    """The triple of a line of N-Quads."""
    subject, predicate, rest = line.split(" ", 2)
    # Neither a datatype nor a graph's name has a quote in it; a triple term is the only other object with spaces.
    end = rest.find(" ", rest.rfind('"') if rest[0] == '"' else rest.rfind(")>>") if rest[:3] == "<<(" else 0)
    return subject, predicate, rest[:end]


def _numbered(line: str, names: dict[str, str], place: int) -> str:
    subject, predicate, object_ = triple(line)
    graph = line[len(subject) + len(predicate) + len(object_) + 3 : -2]
    new = (
        names.setdefault(term, f"_:b{place}x{len(names)}") if term.startswith("_:") else term
        for term in (subject, predicate, object_, graph)
        if term
    )
    return f"{' '.join(new)} ."
