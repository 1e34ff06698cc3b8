"""What a store on disk keeps beside its quads: articles, who wrote which lines, what waits to be applied, a history.

All of it is in one SQL database, so that a change is whole or not at all. The quads follow: lines that go and come wait
in the outbox of the same transaction, and are applied when it is done, again where a process was killed meanwhile.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import StoreError
from newsgraph.model.archive import Deed, Effect, Kept
from newsgraph.model.codec import mark, pack, unpack
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Run
from newsgraph.model.text import Document
from newsgraph.ontology.prefixes import DATA
from newsgraph.resolution import KEPT, Index
from newsgraph.storage.database import guarded
from newsgraph.storage.inference import SCHEMA as INFERENCE

# To be raised whenever the tables change.
LAYOUT = "1"
# Kilobytes of the database that are kept in memory, and pages that wait beside it: what comes in is strewn over many.
CACHE, CHECKPOINT = 1 << 16, 1 << 13
RENEW = "ask or export it with that version, or add the articles to a new store"
READ_ONLY = "it can be asked and exported; add the articles to a new store to go on"
SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    digest TEXT PRIMARY KEY, document BLOB NOT NULL, findings BLOB NOT NULL, run BLOB NOT NULL, text INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX document_run ON document (run);
CREATE TABLE unit (key TEXT PRIMARY KEY, lines BLOB NOT NULL);
CREATE TABLE outbox (number INTEGER PRIMARY KEY, comes INTEGER NOT NULL, lines BLOB NOT NULL);
CREATE TABLE history (
    number INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, deed TEXT NOT NULL, articles TEXT NOT NULL
);
CREATE TABLE effect (
    number INTEGER NOT NULL, node TEXT NOT NULL, label TEXT NOT NULL, before TEXT, after TEXT,
    remains INTEGER NOT NULL, PRIMARY KEY (number, node)
) WITHOUT ROWID;
"""


class Ledger:
    """The SQL database of a store."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with guarded(self._store):
            self.index = Index.at(path)
            try:
                self.index.run("PRAGMA journal_mode = WAL")
                self.index.run("PRAGMA synchronous = FULL")
                self.index.run(f"PRAGMA cache_size = -{CACHE}")
                self.index.run(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self.index.connection.close()

    def prepare(self, base: str | None) -> None:
        """Make the tables where there are none; a StoreError where they are of another layout, or of another base."""
        with guarded(self._store):
            if not self.index.value("SELECT 1 FROM sqlite_master WHERE name = 'setting'"):
                self._make(base or DATA)
        self.check()
        if self.setting("shapes") != _shapes():
            raise StoreError(self._store, "was made by another version of newsgraph", advice=READ_ONLY)
        if base not in (None, self.base):
            raise StoreError(self._store, f"has the base {self.base}", advice=f"leave out --base {base}")

    def _make(self, base: str) -> None:
        settings = (("layout", LAYOUT), ("shapes", _shapes()), ("base", base))
        with self.change():
            self.index.create()
            for statement in filter(str.strip, f"{SCHEMA};{INFERENCE}".split(";")):
                self.index.run(statement)
            self.index.many("INSERT INTO setting VALUES (?, ?)", settings)

    def check(self) -> None:
        """Raise a StoreError where the tables are of another layout, or not those of a store."""
        with guarded(self._store):
            found = self.setting("layout")
        if found != LAYOUT:
            raise StoreError(self._store, "was made by another version of newsgraph", advice=RENEW)

    @property
    def base(self) -> str:
        """Where the IRIs of the data begin."""
        return self.setting("base")

    @property
    def _store(self) -> str:
        return str(self.path.parent)

    def setting(self, name: str) -> str:
        """A setting of the store; empty where it is not there."""
        return self.index.value("SELECT value FROM setting WHERE name = ?", name) or ""

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        self.index.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)

    @contextmanager
    def change(self) -> Iterator[None]:
        """A transaction: all that is done in it is kept, or nothing is."""
        with guarded(self._store):
            self.index.run("BEGIN IMMEDIATE")
            try:
                yield
                self.index.run("COMMIT")
            except BaseException:
                if self.index.connection.in_transaction:
                    self.index.run("ROLLBACK")
                raise

    def keep(self, digest: str, kept: Kept) -> None:
        """Keep an article."""
        self.index.run(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)",
            digest, pack(kept.document), pack(kept.findings), pack(kept.run), kept.text,
        )  # fmt: skip

    def drop(self, digest: str) -> None:
        """Forget an article."""
        self.index.run("DELETE FROM document WHERE digest = ?", digest)

    def holds(self, digest: str) -> bool:
        """Whether an article is there."""
        return self.index.one("SELECT 1 FROM document WHERE digest = ?", digest) is not None

    def kept(self, digest: str) -> Kept | None:
        """An article."""
        row = self.index.one("SELECT document, findings, run, text FROM document WHERE digest = ?", digest)
        if row is None:
            return None
        return Kept(unpack(Document, row[0]), unpack(Findings, row[1]), unpack(Run, row[2]), bool(row[3]))

    def digests(self) -> list[str]:
        """The digests of all articles, sorted."""
        return self.index.column("SELECT digest FROM document ORDER BY digest")

    def __len__(self) -> int:
        """How many articles there are."""
        return int(self.index.value("SELECT count(*) FROM document"))

    def runs(self) -> list[Run]:
        """The runs that articles come from, each once."""
        # From each to the next greater one: DISTINCT would read a row for every article.
        sql = "SELECT min(run) FROM document WHERE run > ?"
        found, last = [], self.index.value("SELECT min(run) FROM document")
        while last is not None:
            found.append(unpack(Run, last))
            last = self.index.value(sql, last)
        return found

    def replace(self, key: str, lines: Sequence[str]) -> tuple[list[str], list[str]]:
        """Put other lines in the place of those of a unit; which go and which come."""
        packed = self.index.value("SELECT lines FROM unit WHERE key = ?", key)
        old = set() if packed is None else set(unpacked(packed))
        new = set(lines)
        if new and new != old:
            self.index.run("INSERT OR REPLACE INTO unit VALUES (?, ?)", key, _packed(sorted(new)))
        elif old and not new:
            self.index.run("DELETE FROM unit WHERE key = ?", key)
        return sorted(old - new), sorted(new - old)

    def send(self, goes: Iterable[str], comes: Iterable[str]) -> None:
        """Put lines into the outbox: first those that go, then those that come."""
        for sign, lines in ((0, sorted(goes)), (1, sorted(comes))):
            if lines:
                self.index.run("INSERT INTO outbox (comes, lines) VALUES (?, ?)", sign, _packed(lines))

    def outbox(self, last: int = 0) -> Iterator[tuple[int, bool, list[str]]]:
        """What is to be applied after a number: a number of its own, whether the lines come or go, and the lines."""
        sql = "SELECT number, comes, lines FROM outbox WHERE number > ? ORDER BY number"
        for number, comes, lines in self.index.all(sql, last):
            yield number, bool(comes), unpacked(lines)

    @property
    def behind(self) -> bool:
        """Whether anything is yet to be applied to the quads."""
        return self.index.one("SELECT 1 FROM outbox LIMIT 1") is not None

    @property
    def waiting(self) -> int:
        """The bytes in the outbox."""
        return self.index.value("SELECT sum(length(lines)) FROM outbox") or 0

    def sent(self, number: int) -> None:
        """Say that all lines up to some number have been applied."""
        self.index.run("DELETE FROM outbox WHERE number <= ?", number)

    def everything(self, size: int) -> Iterator[list[str]]:
        """All lines that the quads should hold, about so many at a time."""
        batch: list[str] = []
        home = f" <{self.base}graph/inferred> .\n"
        for (packed,) in self.index.connection.execute("SELECT lines FROM unit"):
            batch += unpacked(packed)
            if len(batch) >= size:
                yield batch
                batch = []
        yield [*batch, *(triple + home for triple in self.index.column("SELECT triple FROM inferred"))]

    def record(self, when: str, what: str, articles: Sequence[tuple[str, str]], effects: Iterable[Effect]) -> None:
        """Write a deed into the history."""
        sql = "INSERT INTO history (day, deed, articles) VALUES (?, ?, ?)"
        number = self.index.run(sql, when, what, json.dumps(articles, ensure_ascii=False))
        rows = ((number, one.node, one.label, one.before, one.after, one.remains) for one in effects)
        self.index.many("INSERT OR REPLACE INTO effect VALUES (?, ?, ?, ?, ?, ?)", rows)

    def history(self) -> Iterator[Deed]:
        """All deeds, the first one first."""
        for number, when, what, articles in self.index.all("SELECT * FROM history ORDER BY number"):
            rows = self.index.all("SELECT * FROM effect WHERE number = ? ORDER BY node", number)
            told = tuple((iri, title) for iri, title in json.loads(articles))
            effects = tuple(Effect(iri, label, old, new, bool(there)) for _, iri, label, old, new, there in rows)
            yield Deed(number, when, what, told, effects)


def _shapes() -> str:
    """What changes when any value has another shape that is kept as bytes."""
    return " ".join(mark(cls) for cls in (Document, Findings, Run, *KEPT))


def _packed(lines: Sequence[str]) -> bytes:
    return zlib.compress("".join(lines).encode("utf-8", "surrogatepass"), 1)


def unpacked(data: bytes) -> list[str]:
    """The lines that a cell holds."""
    # Not splitlines(): a literal may hold characters that Python takes for line ends.
    return [f"{line}\n" for line in zlib.decompress(data).decode("utf-8", "surrogatepass").split("\n") if line]
