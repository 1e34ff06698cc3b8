"""What a ledger keeps for the mirrors of its store: how far each has followed, and what it has yet to hear of.

A mirror begins with what is there: the lines of all units, in the order of their rows, then what was inferred. What
changes from its first moment on is kept as deltas, in the order of the changes, and follows. A unit that is written
anew while a mirror is still reading is kept as a delta whole, for it may have been moved past the mirror's place. The
tables are made with the first mirror, and what fills them are triggers: who changes the store knows nothing of mirrors.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsgraph.storage.ledger import Ledger, unpacked

TABLES = (
    """CREATE TABLE IF NOT EXISTS mirror (
        url TEXT PRIMARY KEY, stage TEXT NOT NULL, key NOT NULL, done INTEGER NOT NULL,
        until INTEGER NOT NULL, number INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS delta (
        number INTEGER PRIMARY KEY AUTOINCREMENT, comes INTEGER NOT NULL, lines BLOB NOT NULL
    )""",
    """CREATE TRIGGER IF NOT EXISTS delta_of_outbox AFTER INSERT ON outbox WHEN EXISTS (SELECT 1 FROM mirror) BEGIN
        INSERT INTO delta (comes, lines) VALUES (NEW.comes, NEW.lines); END""",
    """CREATE TRIGGER IF NOT EXISTS delta_of_unit AFTER INSERT ON unit
        WHEN EXISTS (SELECT 1 FROM mirror WHERE stage != 'delta') BEGIN
        INSERT INTO delta (comes, lines) VALUES (1, NEW.lines); END""",
)
# So many rows are read at a time: nothing is held open while a store far away takes its time.
ROWS, TRIPLES = 64, 4_096
# Who changes the store holds the database for some seconds at most.
BUSY = 60_000


class Stage(StrEnum):
    """What a mirror is at: the graphs there are to be emptied, units are read, what was inferred is, changes are."""

    EMPTY = "empty"
    UNIT = "unit"
    INFERRED = "inferred"
    DELTA = "delta"


class Place(NamedTuple):
    """How far a mirror has come: in which stage, at which row, and how many lines of that row it has had."""

    stage: Stage
    key: int | str
    done: int


class Known(NamedTuple):
    """A place; the last row to be read at first; and the number of the last delta that has been heard as a whole."""

    stage: Stage
    key: int | str
    done: int
    until: int
    number: int


class Told(NamedTuple):
    """A line that comes or goes, and the place after it."""

    comes: bool
    line: str
    place: Place


@dataclass(frozen=True, slots=True)
class Log:
    """What a mirror has yet to hear of; for one mirror at a time to read."""

    ledger: Ledger
    url: str

    @classmethod
    def of(cls, ledger: Ledger, url: str) -> "Log":
        """That of a mirror, which begins now if it is new."""
        ledger.index.run(f"PRAGMA busy_timeout = {BUSY}")
        log = cls(ledger, url)
        with ledger.change():
            for statement in TABLES:
                ledger.index.run(statement)
            if log._row() is None:
                log._begin(Stage.UNIT)
        return log

    @staticmethod
    def urls(ledger: Ledger) -> list[str]:
        """The mirrors of a store."""
        there = ledger.index.one("SELECT 1 FROM sqlite_master WHERE name = 'mirror'")
        return ledger.index.column("SELECT url FROM mirror ORDER BY url") if there else []

    def begin(self, stage: Stage) -> None:
        """Begin anew: empty the graphs there, or read the units that are there now."""
        with self.ledger.change():
            self._begin(stage)

    def forget(self) -> None:
        """Keep nothing for this mirror any more."""
        with self.ledger.change():
            self.ledger.index.run("DELETE FROM mirror WHERE url = ?", self.url)
            self._prune()

    @property
    def place(self) -> Place:
        """How far it has come."""
        return Place(*self._known()[:3])

    def keep(self, place: Place) -> None:
        """Say that it has had all up to a place."""
        with self.ledger.change():
            sql = "UPDATE mirror SET stage = ?, key = ?, done = ? WHERE url = ?"
            self.ledger.index.run(sql, *place, self.url)
            if place.stage is Stage.DELTA and isinstance(place.key, int):
                self.ledger.index.run("UPDATE mirror SET number = ? WHERE url = ?", place.key - 1, self.url)
                self._prune()

    @property
    def waiting(self) -> int:
        """A number that falls to nothing as it hears what there is: roughly that of rows yet to come."""
        stage, key, _, until, number = self._known()
        units = max(until - int(key), 0) if stage is Stage.UNIT else 0
        return units + max(self._last() - (int(key) - 1 if stage is Stage.DELTA else number), 0)

    def lines(self) -> Iterator[Told]:
        """What it has yet to hear, in order; what changes meanwhile comes at the end."""
        yield from self.first()
        yield from self.deltas()

    def first(self) -> Iterator[Told]:
        """What it has yet to hear of what was there when it began."""
        stage, key, _ = place = self.place
        if stage is Stage.UNIT:
            yield from self._units(place)
        if stage is not Stage.DELTA:
            yield from self._inferred("" if stage is Stage.UNIT else str(key))

    def deltas(self) -> Iterator[Told]:
        """What it has yet to hear of what has changed since."""
        place = self.place
        key, done = (int(place.key), place.done) if place.stage is Stage.DELTA else (self._known().number + 1, 0)
        while rows := self.ledger.index.all(
            f"SELECT number, comes, lines FROM delta WHERE number >= ? ORDER BY number LIMIT {ROWS}", key
        ):
            for number, comes, lines in rows:
                yield from _told(bool(comes), lines, Stage.DELTA, number, done if number == key else 0)
                key, done = number + 1, 0

    def finish(self, last: Place | None) -> None:
        """Say that it has had all up to a place (None: all that it had asked for), and the row there as a whole."""
        if last is not None and last.stage is Stage.DELTA:
            self.keep(Place(Stage.DELTA, int(last.key) + 1, 0))
        elif self.place.stage is not Stage.DELTA:
            self.keep(Place(Stage.DELTA, self._known().number + 1, 0))

    def samples(self) -> list[str]:
        """Some lines that are there as long as nothing is waiting, and are written alike by every store."""
        found = []
        for order in ("ASC", "DESC"):
            for (lines,) in self.ledger.index.all(f"SELECT lines FROM unit ORDER BY key {order} LIMIT 8"):
                plain = next((line for line in unpacked(lines) if line.count('"') == 0), None)
                if plain:
                    found.append(plain)
                    break
        return found

    def _units(self, place: Place) -> Iterator[Told]:
        key, done, until = int(place.key), place.done, self._known().until
        while rows := self.ledger.index.all(
            f"SELECT rowid, lines FROM unit WHERE rowid >= ? AND rowid <= ? ORDER BY rowid LIMIT {ROWS}", key, until
        ):
            for row, lines in rows:
                yield from _told(True, lines, Stage.UNIT, row, done if row == key else 0)
                key, done = row + 1, 0

    def _inferred(self, last: str) -> Iterator[Told]:
        home = f" <{self.ledger.base}graph/inferred> .\n"
        sql = f"SELECT triple FROM inferred WHERE triple > ? ORDER BY triple LIMIT {TRIPLES}"
        while triples := self.ledger.index.column(sql, last):
            yield from (Told(True, triple + home, Place(Stage.INFERRED, triple, 0)) for triple in triples)
            last = triples[-1]

    def _begin(self, stage: Stage) -> None:
        until = self.ledger.index.value("SELECT max(rowid) FROM unit") or 0
        self.ledger.index.run(
            "INSERT OR REPLACE INTO mirror VALUES (?, ?, ?, ?, ?, ?)", self.url, stage, 0, 0, until, self._last()
        )

    def _last(self) -> int:
        """The number of the last delta that there was, be it there or not."""
        return self.ledger.index.value("SELECT seq FROM sqlite_sequence WHERE name = 'delta'") or 0

    def _prune(self) -> None:
        """Drop the deltas that all mirrors have had."""
        least = self.ledger.index.value("SELECT min(number) FROM mirror")
        sql = "DELETE FROM delta" if least is None else f"DELETE FROM delta WHERE number <= {int(least)}"
        self.ledger.index.run(sql)

    def _row(self) -> tuple[object, ...] | None:
        return self.ledger.index.one("SELECT 1 FROM mirror WHERE url = ?", self.url)

    def _known(self) -> Known:
        sql = "SELECT stage, key, done, until, number FROM mirror WHERE url = ?"
        row = self.ledger.index.one(sql, self.url)
        if row is None:
            raise sqlite3.DatabaseError(f"no mirror {self.url}")
        return Known(Stage(row[0]), *row[1:])


def _told(comes: bool, lines: bytes, stage: Stage, key: int, done: int) -> Iterator[Told]:
    for number, line in enumerate(unpacked(lines)):
        if number >= done:
            yield Told(comes, line, Place(stage, key, number + 1))
