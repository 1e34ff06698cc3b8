"""A catalog: what searching and lists need of a graph, made once and read often."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from newsgraph.errors import StoreError
from newsgraph.storage.database import guarded
from newsgraph.storage.explorer.schema import VERSION
from newsgraph.storage.explorer.staging import key

Values: TypeAlias = Sequence[Any] | Mapping[str, Any]
_ADVICE = "it is made anew from the store when it is removed"


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
