"""A store on disk that lives: articles come and go, and the graph is always that of those that are there.

A folder with an SQL database (what is known of articles, and the ledger) and a quad store, which follows it. A change
is one transaction of the database; the quads are brought up to date right after, or when the store is next opened.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from newsgraph.errors import OutputError, StoreError
from newsgraph.mapping import Minter
from newsgraph.model.archive import Deed, Effect, Judgement, Kept
from newsgraph.model.statements import Run, Statement
from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.rules import rules
from newsgraph.resolution import Index, Judgements
from newsgraph.storage.database import guarded
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.effects import effects
from newsgraph.storage.inference import Inference
from newsgraph.storage.ledger import Ledger
from newsgraph.storage.locking import reading, writing
from newsgraph.storage.quads import bring, readable, settle, unwritable, writable
from newsgraph.storage.terms import nquad

DATABASE, QUADS, LOCK = "articles.sqlite", "quads", "lock"
# How often a reader makes up for what killed writers have left undone before it gives up.
ATTEMPTS = 5
# So many bytes wait in the outbox, applied or not, before the quads are forced to the disk, which costs as much for
# many as for few; a killed process applies them again.
UNSECURED = 1 << 22
# How many names of graphs are kept at hand.
GRAPHS = 256


class Archive:
    """A store on disk, open for writing, or for reading only. Use it in a `with` statement, or close it."""

    def __init__(self, path: Path, stack: ExitStack, ledger: Ledger, quads: ox.Store) -> None:
        self.path, self.ledger, self._stack, self._quads = path, ledger, stack, quads
        self._inference = Inference(ledger.index, rules())
        self._lines: list[tuple[list[str], list[str]]] = []
        self._graph = lru_cache(maxsize=GRAPHS)(Minter(ledger.base).graph)
        self._applied = 0

    @classmethod
    def is_one(cls, path: str | Path) -> bool:
        """Whether a path is a store."""
        return (Path(path) / DATABASE).is_file()

    @classmethod
    def write(cls, path: Path, *, base: str | None = None, patient: bool = False) -> Self:
        """Open a store for writing; it is made where nothing, or an empty folder, is there.

        A StoreError where something else is there, where another process uses it (for too long, if `patient`), or where
        it has another base than the one given. What a killed process has left undone is made up for.
        """
        _room(path)
        with ExitStack() as stack:
            stack.enter_context(writing(path / LOCK, patient=patient))
            ledger = _ledger(path, stack)
            ledger.prepare(base)
            opened = cls(path, stack, ledger, writable(path / QUADS, ledger))
            opened._follow()
            opened._stack = stack.pop_all()
            return opened

    @classmethod
    def there(cls, path: Path) -> Self:
        """Open for writing a store that is there; a StoreError where there is none."""
        _needed(path)
        return cls.write(path)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a store for reading; a StoreError where there is none, or where one writes to it for too long."""
        _needed(path)
        for _ in range(ATTEMPTS):
            with ExitStack() as stack:
                stack.enter_context(reading(path / LOCK))
                ledger = _ledger(path, stack)
                ledger.check()
                quads = None if ledger.behind else readable(path / QUADS)
                if quads is not None:
                    return cls(path, stack.pop_all(), ledger, quads)
            cls.write(path, patient=True).close()
        raise StoreError(str(path), "is never up to date", advice="try again when no other process writes to it")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        try:
            self._secure()
        finally:
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
            advice = "`newsgraph history STORE` tells which came in"
            raise StoreError(article, f"is no article of {self.path}", advice=advice)
        return found

    def put(self, unit: str, statements: Iterable[Statement]) -> None:
        """Put statements in the place of those that a unit made before."""
        lines = [nquad(one, self._graph(one.article)) for one in statements]
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
        return effects(goes, comes, self._label)

    def history(self) -> Iterator[Deed]:
        """What was done to it, the first deed first."""
        with guarded(str(self.path)):
            yield from self.ledger.history()

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that are in force."""
        with guarded(str(self.path)):
            return Judgements(self.index).all()

    def __len__(self) -> int:
        """How many articles are in it."""
        return len(self.ledger)

    @property
    def index(self) -> Index:
        """What resolution knows of its articles."""
        return self.ledger.index

    @contextmanager
    def change(self) -> Iterator[None]:
        """A change: whole, with the quads following, or not at all."""
        with self.ledger.change():
            yield
        self._apply()

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
        self._apply()
        try:
            held = self.store().hold_ontology(self.ledger.setting("ontology"))
        except OSError as error:
            raise unwritable(self.path, error) from error
        with self.ledger.change():
            self.ledger.set("ontology", held)

    def _apply(self) -> None:
        with guarded(str(self.path)):
            self._applied = bring(self._quads, self.ledger, self._applied)
        if self.ledger.waiting >= UNSECURED:
            self._secure()

    def _secure(self) -> None:
        """Wait until the quads are on the disk: only then is what they follow taken from the outbox."""
        if self._applied:
            with guarded(str(self.path)):
                settle(self._quads, self.ledger, self._applied)
            self._applied = 0

    def _label(self, node: str) -> str:
        """The label that something has had up to now."""
        found = self._quads.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(expand("rdfs:label")), None, None)
        return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")


def _ledger(path: Path, stack: ExitStack) -> Ledger:
    ledger = Ledger(path / DATABASE)
    stack.callback(ledger.close)
    return ledger


def _needed(path: Path) -> None:
    if not Archive.is_one(path):
        raise StoreError(str(path), "is no store of newsgraph", advice="`newsgraph add STORE INPUT...` makes one")


def _room(path: Path) -> None:
    """Make the folder of a store; a StoreError where something else is in its place."""
    own = (DATABASE, QUADS, LOCK)
    strange = path.is_dir() and any(not one.name.startswith(own) for one in path.iterdir())
    if strange or (path.exists() and not path.is_dir()):
        raise StoreError(str(path), "is something else than a store", advice="name a folder that is not there yet")
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(str(path), f"cannot be made: {error.strerror}") from error
