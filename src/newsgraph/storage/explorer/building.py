"""Making a catalog: beside the one that is there, whose place it takes when it is complete."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import OutputError
from newsgraph.storage.disk import Own
from newsgraph.storage.explorer.assembling import assemble
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.indexing import index
from newsgraph.storage.explorer.schema import INDEXES, TABLES, VERSION
from newsgraph.storage.explorer.staging import Progress, stage
from newsgraph.storage.explorer.standing import stand
from newsgraph.storage.locking import writing
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.store import ONTOLOGY

# The file counts only when it is complete, so nothing in it is secured on the way. A negative size is one in kilobytes.
_BULK = ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -131072", "temp_store = FILE",
         "s.journal_mode = OFF", "s.synchronous = OFF", "s.cache_size = -131072")  # fmt: skip


def build_catalog(
    quads: Patterns, path: Path | None, *, state: str = "", progress: Progress | None = None, triples: int | None = None
) -> Catalog:
    """The catalog of what some quads tell (each triple once, the ontology left out), opened for reading.

    It is written beside `path` and takes its place when it is complete; without a path it stays in memory. `state` says
    what the graph is now, for `Catalog.open` to compare. An OutputError where it cannot be written, a StoreError where
    another process makes it for too long.
    """
    tell = progress or (lambda _what, _many: None)
    if path is None:
        memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        _fill(quads, memory, ":memory:", tell, state, triples)
        return Catalog(memory, "the catalog")
    made, staged, lock = (path.with_name(f"{path.name}.{part}") for part in ("new", "staged", "lock"))
    with writing(lock, patient=True), _fresh(made, staged):
        with closing(sqlite3.connect(made, isolation_level=None)) as database:
            _fill(quads, database, str(staged), tell, state, triples)
        _secure(made)
        made.replace(path)
    return Catalog.open(path)


@contextmanager
def _fresh(*paths: Path) -> Iterator[None]:
    """Files that are not there before nor afterwards."""
    try:
        for path in paths:
            path.unlink(missing_ok=True)
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.Error) and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_ERROR:
            raise  # only a wrong program gets there
        raise OutputError(str(paths[0]), f"cannot be written: {error}", advice="is the disk full?") from error
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def _fill(
    quads: Patterns, database: sqlite3.Connection, staged: str, tell: Progress, state: str, triples: int | None
) -> None:
    database.execute("ATTACH DATABASE ? AS s", (staged,))
    for setting in _BULK:
        database.execute(f"PRAGMA {setting}")
    database.executescript(TABLES)
    database.execute("BEGIN")
    stage(quads, database, tell)
    assemble(database)
    stand(database)
    tell("things", database.execute("SELECT count(*) FROM item").fetchone()[0])
    index(quads, database)
    for statement in INDEXES.strip().split(";\n"):
        database.execute(statement)
    meta = {"version": VERSION, "state": state, "triples": _count(quads) if triples is None else triples, "complete": 1}
    database.executemany("INSERT INTO meta VALUES (?, ?)", ((name, str(value)) for name, value in meta.items()))
    database.execute("COMMIT")
    database.execute("DETACH DATABASE s")


def _secure(path: Path) -> None:
    """Wait until a file is on the disk: what takes the place of another must be whole even when the power fails."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _count(quads: Patterns) -> int:
    """How many triples there are."""
    if isinstance(quads, Own):
        return len(quads.store) - sum(1 for _ in quads.store.quads_for_pattern(None, None, None, ONTOLOGY))
    return (
        len(quads) if isinstance(quads, ox.Store) else sum(1 for _ in quads.quads_for_pattern(None, None, None, None))
    )
