"""What is known so far: rows and keys of all articles in an SQL database, in memory or in a file.

Every question that resolution asks has an index here, so that none grows with the number of articles. Numbers of rows
and homes are internal: nothing that is published depends on them. No number is given twice, for that of a row that is
gone may still name a home.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Self, TypeVar

from newsgraph.model.codec import pack, unpack

SCHEMA = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE, place TEXT NOT NULL, copies INTEGER NOT NULL,
    fingerprint BLOB NOT NULL, figures TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX article_copies ON article (copies, place);
CREATE TABLE band (key TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
CREATE INDEX band_article ON band (article);
CREATE TABLE copy (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL, row INTEGER NOT NULL, place TEXT NOT NULL, rank TEXT NOT NULL,
    name TEXT NOT NULL, keys TEXT NOT NULL, block TEXT, telling BLOB NOT NULL, base INTEGER, home INTEGER,
    verdict BLOB, identified INTEGER NOT NULL
);
CREATE INDEX entity_identified ON entity (base) WHERE identified = 1;
CREATE INDEX entity_article ON entity (article);
CREATE INDEX entity_rank ON entity (home, rank);
CREATE INDEX entity_base ON entity (base, keys);
CREATE INDEX entity_block ON entity (block, place) WHERE block IS NOT NULL;
CREATE INDEX entity_name ON entity (name);
CREATE TABLE alias (key TEXT PRIMARY KEY, base INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE evidence (
    block TEXT NOT NULL, key TEXT NOT NULL, base INTEGER NOT NULL, first INTEGER NOT NULL,
    PRIMARY KEY (block, key, base)
) WITHOUT ROWID;
CREATE INDEX evidence_base ON evidence (base, key);
CREATE TABLE telling (
    home INTEGER NOT NULL, card BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (home, card)
) WITHOUT ROWID;

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL, row INTEGER NOT NULL, place TEXT NOT NULL, rank TEXT NOT NULL,
    name TEXT NOT NULL, day INTEGER, whole INTEGER, card BLOB NOT NULL, solo INTEGER NOT NULL, base INTEGER,
    home INTEGER, verdict BLOB
);
CREATE INDEX event_whole ON event (article, whole) WHERE whole IS NOT NULL;
CREATE INDEX event_article ON event (article, row);
CREATE INDEX event_place ON event (place);
CREATE INDEX event_rank ON event (home, rank);
CREATE INDEX event_told ON event (home, article);
CREATE INDEX event_base ON event (base, place);
CREATE INDEX event_name ON event (name);
CREATE TABLE block (
    key TEXT NOT NULL, place TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE INDEX block_event ON block (event);
CREATE TABLE bridge (
    row INTEGER NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (row, one, other)
) WITHOUT ROWID;
CREATE INDEX bridge_one ON bridge (one);
CREATE INDEX bridge_other ON bridge (other);
CREATE TABLE realized (fact INTEGER NOT NULL, plan INTEGER NOT NULL, PRIMARY KEY (fact, plan)) WITHOUT ROWID;
CREATE INDEX realized_plan ON realized (plan);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL, row INTEGER NOT NULL, place TEXT NOT NULL, home TEXT NOT NULL,
    subject_row INTEGER NOT NULL, object_row INTEGER, subject INTEGER NOT NULL, object INTEGER, denies INTEGER NOT NULL,
    card BLOB NOT NULL
);
CREATE INDEX relation_article ON relation (article, row);
CREATE INDEX relation_home ON relation (home, place);
CREATE INDEX relation_denies ON relation (home, place) WHERE denies = 1;
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_object ON relation (object);

CREATE TABLE thing (
    kind TEXT NOT NULL, home INTEGER NOT NULL, name TEXT NOT NULL, status TEXT, PRIMARY KEY (kind, home)
) WITHOUT ROWID;
CREATE TABLE judgement (
    left TEXT NOT NULL, right TEXT NOT NULL, verdict TEXT NOT NULL, judge TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (left, right)
) WITHOUT ROWID;
CREATE TABLE other_name (name TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (name, article)) WITHOUT ROWID;
CREATE INDEX other_name_article ON other_name (article);
"""


# How many values that were read last are kept at hand: what is near in time is compared again and again.
AT_HAND = 1 << 13
T = TypeVar("T")


@lru_cache(maxsize=AT_HAND)
def _unpacked(cls: Any, data: bytes) -> Any:
    return unpack(cls, data)


class Index:
    """The tables. Reading and writing go through one connection; who opens it also commits."""

    def __init__(self, connection: sqlite3.Connection, *, lasting: bool = True) -> None:
        self.connection = connection
        self._values: list[object] | None = None if lasting else []

    @classmethod
    def in_memory(cls) -> "Index":
        """An empty index that is gone with the process."""
        made = cls(sqlite3.connect(":memory:", isolation_level=None, cached_statements=512), lasting=False)
        made.create()
        return made

    @classmethod
    def at(cls, path: Path) -> "Index":
        """The index in a file, which is made where it is not there."""
        return cls(sqlite3.connect(path, isolation_level=None, cached_statements=512))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; what is in memory is gone."""
        self.connection.close()

    def create(self) -> None:
        """Make the tables."""
        for statement in filter(str.strip, SCHEMA.split(";")):
            self.run(statement)

    def cell(self, value: object) -> bytes | int:
        """A frozen dataclass as what a cell of a table can hold; what is gone with the process is only numbered."""
        if self._values is None:
            return pack(value)
        self._values.append(value)
        return len(self._values) - 1

    def read(self, cls: type[T], cell: bytes | int) -> T:
        """The value of a class that a cell holds."""
        kind: Any = cls
        values: Any = self._values
        found: T = _unpacked(kind, cell) if isinstance(cell, bytes) else values[cell]
        return found

    def run(self, sql: str, *values: Any) -> int:
        """Change rows; the number of the row that was put in last."""
        return self.connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Change rows by many sets of values."""
        self.connection.executemany(sql, rows)

    def all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of an answer."""
        return self.connection.execute(sql, values).fetchall()

    def column(self, sql: str, *values: Any) -> list[Any]:
        """The first column of an answer."""
        return [row[0] for row in self.connection.execute(sql, values)]

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of an answer."""
        found: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, *values: Any) -> Any:
        """The first cell of an answer, None where it is empty."""
        found = self.connection.execute(sql, values).fetchone()
        return found[0] if found else None

    def only(self, table: str, home: int | str) -> int | None:
        """The article that alone has rows of a home; None where several have. At most two of its articles are read."""
        first = self.value(f"SELECT article FROM {table} WHERE home = ? LIMIT 1", home)
        other = self.one(f"SELECT 1 FROM {table} WHERE home = ? AND article != ? LIMIT 1", home, first)
        found: int | None = first if other is None else None
        return found

    def among(self, sql: str, values: Iterable[Any], *more: Any) -> Iterator[tuple[Any, ...]]:
        """The rows for each of some values: `sql` has IN (%s), filled in a few hundred at a time."""
        rest = list(values)
        for start in range(0, len(rest), 500):
            part = rest[start : start + 500]
            yield from self.connection.execute(sql % ",".join("?" * len(part)), (*part, *more)).fetchall()
