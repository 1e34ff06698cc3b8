"""A store on disk that lives: articles come and go, and the graph is always that of those that are there.

A folder with an SQL database (what is known of articles, and the ledger) and a quad store, which follows it. A change is
one transaction of the database; the quads are brought up to date right after, or when the store is next opened.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from newsgraph.errors import OutputError, StoreError
from newsgraph.mapping import Minter
from newsgraph.model.archive import Deed, Effect, Kept
from newsgraph.model.statements import Run, Statement
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.rules import rules
from newsgraph.resolution import Index
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.effects import effects
from newsgraph.storage.inference import Inference
from newsgraph.storage.ledger import Ledger
from newsgraph.storage.locking import reading, writing
from newsgraph.storage.terms import nquad

DATABASE, QUADS, LOCK = "articles.sqlite", "quads", "lock"


class Archive:
    """A store on disk, open for writing, or for reading only. Use it in a `with` statement, or close it."""

    def __init__(self, path: Path, stack: ExitStack, ledger: Ledger, quads: ox.Store) -> None:
        self.path, self.ledger, self._stack, self._quads = path, ledger, stack, quads
        self._inference = Inference(ledger.index, rules())
        self._lines: list[tuple[list[str], list[str]]] = []

    @classmethod
    def is_one(cls, path: str | Path) -> bool:
        """Whether a path is a store."""
        return (Path(path) / DATABASE).is_file()

    @classmethod
    def write(cls, path: Path, *, base: str = DATA) -> Self:
        """Open a store for writing; it is made where nothing, or an empty folder, is there.

        A StoreError where something else is there, where another process uses it, or where it has another base.
        """
        _room(path)
        with ExitStack() as stack:
            stack.enter_context(writing(path / LOCK))
            ledger = _ledger(path, stack)
            ledger.prepare(base)
            opened = cls(path, stack, ledger, ox.Store(str(path / QUADS)))
            opened._follow()
            opened._stack = stack.pop_all()
            return opened

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a store for reading; a StoreError where there is none, or where one writes to it for too long."""
        if not cls.is_one(path):
            raise StoreError(str(path), "is no store of newsgraph", advice="`newsgraph add STORE INPUT...` makes one")
        _finish(path)
        with ExitStack() as stack:
            stack.enter_context(reading(path / LOCK))
            ledger = _ledger(path, stack)
            ledger.check()
            return cls(path, stack.pop_all(), ledger, ox.Store.read_only(str(path / QUADS)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._quads = ox.Store()
        self._stack.close()

    @property
    def base(self) -> str:
        """Where the IRIs of the data begin."""
        return self.ledger.base

    def store(self) -> DiskStore:
        """Its quads, to be asked and written."""
        return DiskStore(self._quads, self.base, self.path / QUADS)

    def digest(self, article: str) -> str:
        """The digest of an article that its IRI (or the digest itself) names; a StoreError where it is not there."""
        found = article.strip("<>").rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        if not self.ledger.holds(found):
            advice = "`newsgraph query STORE articles` lists those that are"
            raise StoreError(article, f"is no article of {self.path}", advice=advice)
        return found

    def put(self, unit: str, statements: Iterable[Statement]) -> None:
        """Put statements in the place of those that a unit made before."""
        minter = Minter(self.base)
        lines = [nquad(one, minter.graph(one.article)) for one in statements]
        self._lines.append(self.ledger.replace(unit, lines))

    def seal(self) -> list[Effect]:
        """Send what has changed to the quads, with what follows from it; to be done at the end of a transaction.

        What became of facts because of it.
        """
        goes = {line for gone, _ in self._lines for line in gone}
        comes = {line for _, come in self._lines for line in come}
        # What moves from one unit to another stays where it is.
        goes, comes = goes - comes, comes - goes
        self._lines.clear()
        lost, found = self._inference.change(goes, comes)
        home = f" <{self.base}graph/inferred> .\n"
        self.ledger.send([*goes, *(t + home for t in lost)], [*comes, *(t + home for t in found)])
        return effects(goes, comes)

    def apply(self) -> None:
        """Bring the quads up to date with the ledger; what has been applied already does no harm."""
        try:
            for number, comes, lines in list(self.ledger.outbox()):
                quads = list(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))
                if comes:
                    self._quads.extend(quads)
                else:
                    for quad in quads:
                        self._quads.remove(quad)
                self._quads.flush()
                self.ledger.sent(number)
        except OSError as error:
            advice = "is the disk full? What is missing is made up for when the store is next used"
            raise OutputError(str(self.path), f"cannot be written: {error}", advice=advice) from error

    def history(self) -> Iterator[Deed]:
        """What was done to it, the first deed first."""
        return self.ledger.history()

    @property
    def index(self) -> Index:
        """What resolution knows of its articles."""
        return self.ledger.index

    @contextmanager
    def change(self) -> Iterator[None]:
        """A change: whole, with the quads following, or not at all."""
        with self.ledger.change():
            yield
        self.apply()

    def kept(self, digest: str) -> Kept | None:
        """An article, where it is there."""
        return self.ledger.kept(digest)

    def keep(self, digest: str, kept: Kept) -> None:
        """Keep an article."""
        self.ledger.keep(digest, kept)

    def drop(self, digest: str) -> None:
        """Forget an article."""
        self.ledger.drop(digest)

    def runs(self) -> Sequence[Run]:
        """The runs that its articles come from."""
        return self.ledger.runs()

    def record(self, when: str, what: str, articles: Sequence[tuple[str, str]], effects: Iterable[Effect]) -> None:
        """Write into the history what was done to which articles (IRI and title)."""
        self.ledger.record(when, what, articles, effects)

    def _follow(self) -> None:
        """Make up for what a killed process has left undone, and hold the ontology of this version."""
        self.apply()
        self.ledger.set("ontology", self.store().hold_ontology(self.ledger.setting("ontology")))


def _finish(path: Path) -> None:
    """Before reading: bring the quads up to date where a killed process has left them behind."""
    ledger = Ledger(path / DATABASE)
    try:
        behind = next(iter(ledger.outbox()), None) is not None
    finally:
        ledger.close()
    if behind:
        try:
            Archive.write(path, base=_base(path)).close()
        except StoreError:
            return  # a living process is at it


def _base(path: Path) -> str:
    ledger = Ledger(path / DATABASE)
    try:
        ledger.check()
        return ledger.base
    finally:
        ledger.close()


def _ledger(path: Path, stack: ExitStack) -> Ledger:
    ledger = Ledger(path / DATABASE)
    stack.callback(ledger.close)
    return ledger


def _room(path: Path) -> None:
    """Make the folder of a store; a StoreError where something else is in its place."""
    known = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", QUADS, LOCK}
    if path.exists() and (not path.is_dir() or {one.name for one in path.iterdir()} - known):
        raise StoreError(str(path), "is something else than a store", advice="name a folder that is not there yet")
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(str(path), f"cannot be made: {error.strerror}") from error
