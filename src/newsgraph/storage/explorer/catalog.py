"""A catalog: what searching and lists need of a graph, made once and read often."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

import pyoxigraph as ox

from newsgraph.errors import OutputError, StoreError
from newsgraph.storage.database import guarded
from newsgraph.storage.disk import Own
from newsgraph.storage.explorer.assembling import assemble
from newsgraph.storage.explorer.indexing import index
from newsgraph.storage.explorer.schema import INDEXES, TABLES, VERSION
from newsgraph.storage.explorer.staging import Progress, key, stage
from newsgraph.storage.explorer.standing import stand
from newsgraph.storage.locking import writing
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.store import ONTOLOGY

Values: TypeAlias = Sequence[Any] | Mapping[str, Any]
_ADVICE = "it is made anew from the store when it is removed"
# Pages of an eighth of a megabyte less than nothing: SQLite takes a negative number as kilobytes.
_BULK = ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -131072", "temp_store = FILE",
         "s.journal_mode = OFF", "s.synchronous = OFF", "s.cache_size = -131072")  # fmt: skip


def storable(text: str) -> str:
    """A text as a database can hold it: what is no character is a question mark."""
    return text.encode(errors="replace").decode()


class Catalog:
    """An open catalog. `state` is what its builder said that the graph was then. Close it, or use it in a `with`."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self.database, self.name = database, name
        self.meta: dict[str, str] = dict(database.execute("SELECT name, value FROM meta"))

    @classmethod
    def open(cls, path: Path, *, state: str | None = None) -> "Catalog":
        """A catalog on disk, to be read.

        A StoreError where there is none, where its building was broken off, where another version made it, or where it
        was made of another `state` of the graph than the one given.
        """
        if not path.is_file():
            raise StoreError(str(path), "is no catalog")
        address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        with guarded(str(path)):
            database = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
        try:
            opened = cls(database, str(path))
            opened._check(state)
        except BaseException as error:
            database.close()
            if not isinstance(error, sqlite3.DatabaseError):
                raise
            raise StoreError(str(path), f"is no catalog: {error}", advice=_ADVICE) from error
        database.execute("PRAGMA mmap_size = 1073741824")
        return opened

    def _check(self, state: str | None) -> None:
        if self.meta.get("version") != str(VERSION):
            raise StoreError(self.name, "was made by another version", advice=_ADVICE)
        if "complete" not in self.meta:
            raise StoreError(self.name, "was not finished", advice=_ADVICE)
        if state is not None and self.state != state:
            raise StoreError(self.name, "tells of another state of the graph", advice=_ADVICE)

    @property
    def state(self) -> str:
        """What the graph was when it was made."""
        return self.meta.get("state", "")

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """The rows of a query."""
        return self.database.execute(sql, values).fetchall()

    def one(self, sql: str, values: Values = ()) -> Any:
        """The first value of the first row; None where there is no row."""
        row = self.database.execute(sql, values).fetchone()
        return row[0] if row else None

    def number(self, iri: str) -> int | None:
        """The number of a listed thing."""
        found: int | None = self.one("SELECT id FROM item WHERE key = ? AND iri = ?", (key(iri), storable(iri)))
        return found

    def close(self) -> None:
        """Let go of it."""
        self.database.close()

    def __enter__(self) -> "Catalog":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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


def _count(quads: Patterns) -> int:
    """How many triples there are."""
    if isinstance(quads, Own):
        return len(quads.store) - sum(1 for _ in quads.store.quads_for_pattern(None, None, None, ONTOLOGY))
    return (
        len(quads) if isinstance(quads, ox.Store) else sum(1 for _ in quads.quads_for_pattern(None, None, None, None))
    )
