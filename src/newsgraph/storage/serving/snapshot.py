"""A state of a graph that stays as it is while it is served, whatever becomes of where it was taken from.

Of a store it is made of links to the same files, at once and without a copy, so that articles can be added meanwhile;
files are loaded into a store of their own.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import InputError, OutputError, StoreError
from newsgraph.ontology.prefixes import DATA, PREFIXES, expand
from newsgraph.storage.archive import QUADS, Archive
from newsgraph.storage.disk import Own
from newsgraph.storage.explorer import build_catalog
from newsgraph.storage.formats import by_path
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.store import ONTOLOGY, PARSERS, ontology_triples
from newsgraph.storage.terms import quad

CATALOG, TEMPORARY = "quads.catalog", "newsgraph-served-"
DEFAULT = ox.DefaultGraph()
Progress = Callable[[str, int], None]
"""Hears what is being done, and how much of it is."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state: a folder with the `quads` and one file, the `catalog`, in a folder that is its own.

    With `union`, all triples stand in named graphs, each in one; else the default graph holds each of them once.
    """

    home: Path
    quads: Path
    catalog: Path
    base: str
    union: bool
    state: str

    def patterns(self, store: ox.Store) -> Patterns:
        """Its triples, each once, to be looked up."""
        return Own(store) if self.union else Once(store)

    def remove(self) -> None:
        """Remove it; who has it open still can go on reading."""
        shutil.rmtree(self.home, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Once:
    """A store whose default graph holds all triples."""

    store: ox.Store

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads; None stands for anything."""
        return self.store.quads_for_pattern(subject, predicate, object, graph_name or DEFAULT)


def ready(paths: Sequence[Path], progress: Progress | None = None, *, changing: bool = False) -> Snapshot:
    """A snapshot of a store, or of what some files and stores hold together. Raises what reading them raises.

    `changing` says that changes are to be made to it: its graphs then stay as they are, and the ontology has its own.
    """
    if len(paths) == 1 and Archive.is_one(paths[0]):
        return of_store(paths[0], progress)
    if len(paths) == 1 and is_quads(paths[0]):
        return of_quads(paths[0], progress)
    return of_files(paths, progress, plain=changing)


def is_quads(path: Path) -> bool:
    """Whether a path is a folder with the quads of an embedded store, as the `oxigraph` program makes it."""
    return (path / "CURRENT").is_file()


def state(paths: Sequence[Path]) -> str:
    """In which state something is: another one when it has changed. Of files, what they were stays served."""
    if len(paths) != 1 or not Archive.is_one(paths[0]):
        return ""
    with Archive.read(paths[0]) as archive:
        return _state(archive)


def of_store(path: Path, progress: Progress | None = None, owner: int | None = None) -> Snapshot:
    """A snapshot of a store for a process; its catalog is kept beside it, for the next time."""
    _sweep(path)
    home = _home(path, "quads.served-", owner)
    with _whole(home):
        with Archive.read(path) as archive:
            now, base = _state(archive), archive.base
            copied(path / QUADS, home / QUADS)
        kept = path / f"{CATALOG}-{now}.sqlite"
        if not kept.exists():
            build_catalog(Own(ox.Store.read_only(str(home / QUADS))), kept, progress=progress)
        os.link(kept, home / "catalog")
        forget_others(path, kept)
    return Snapshot(home, home / QUADS, home / "catalog", base, union=True, state=now)


def of_files(paths: Sequence[Path], progress: Progress | None = None, *, plain: bool = False) -> Snapshot:
    """A snapshot of what files and stores hold together, in a temporary folder."""
    home = _home(Path(tempfile.gettempdir()), TEMPORARY)
    with _whole(home):
        store = ox.Store(str(home / QUADS))
        for path in paths:
            _load(store, path)
        if plain:
            return _finished(store, home, progress)
        _gather(store)
        build_catalog(Once(store), home / "catalog", progress=progress)
        base = _base(Once(store))
        store.bulk_extend(quad(one, DEFAULT) for one in ontology_triples())
        store.flush()
    return Snapshot(home, home / QUADS, home / "catalog", base, union=False, state="")


def of_quads(path: Path, progress: Progress | None = None) -> Snapshot:
    """A snapshot of a folder of quads."""
    home = _home(Path(tempfile.gettempdir()), TEMPORARY)
    with _whole(home):
        copied(path, home / QUADS)
        return _finished(ox.Store(str(home / QUADS)), home, progress)


def _finished(store: ox.Store, home: Path, progress: Progress | None) -> Snapshot:
    """With its catalog, and the ontology in a graph of its own."""
    store.bulk_extend(quad(one, ONTOLOGY) for one in ontology_triples())
    store.flush()
    build_catalog(Own(store), home / "catalog", progress=progress)
    return Snapshot(home, home / QUADS, home / "catalog", _base(Own(store)), union=True, state="")


def changed(old: Snapshot, source: Path | None, text: str, owner: int) -> Snapshot:
    """A snapshot as it is after a SPARQL Update, which is made in the `source` too, where that is a folder of quads.

    The catalog is still that of the old one. A SyntaxError tells what is wrong with the text.
    """
    home = _home(Path(tempfile.gettempdir()), TEMPORARY, owner)
    with _whole(home):
        if source:
            _update(source, text)
        copied(old.quads, home / QUADS)
        _update(home / QUADS, text)
        os.link(old.catalog, home / "catalog")
    return replace(old, home=home, quads=home / QUADS, catalog=home / "catalog")


def catalogued(old: Snapshot, owner: int) -> Snapshot:
    """A snapshot with a catalog of how it is now."""
    home = _home(Path(tempfile.gettempdir()), TEMPORARY, owner)
    with _whole(home):
        copied(old.quads, home / QUADS)
        build_catalog(old.patterns(ox.Store.read_only(str(home / QUADS))), home / "catalog")
    return replace(old, home=home, quads=home / QUADS, catalog=home / "catalog")


def copied(quads: Path, place: Path) -> None:
    """The files of a folder of quads, to which nobody writes: links to those that never change, copies of the others.

    (The store's own backup leaves out what waits in its log, where it is open for reading only.)
    """
    try:
        place.mkdir()
        for one in quads.iterdir():
            if one.suffix == ".sst":
                _linked(one, place / one.name)
            elif one.is_file() and one.name != "LOCK":
                shutil.copy2(one, place / one.name)
    except OSError as error:
        raise InputError(str(quads), f"cannot be read: {error}") from error


def _linked(file: Path, place: Path) -> None:
    """A link to a file, or a copy of it where it lies on another disk."""
    try:
        os.link(file, place)
    except OSError:
        shutil.copy2(file, place)


def _update(quads: Path, text: str) -> None:
    store = ox.Store(str(quads))
    store.update(text, prefixes=dict(PREFIXES))
    store.flush()


@contextmanager
def _whole(home: Path) -> Iterator[None]:
    """A folder is made whole, or not at all."""
    try:
        yield
    except BaseException as error:
        shutil.rmtree(home, ignore_errors=True)
        if isinstance(error, OSError):
            advice = "is the disk full? TMPDIR names another place"
            raise OutputError(str(home), f"cannot be written: {error}", advice=advice) from error
        raise


def _load(store: ox.Store, path: Path) -> None:
    if Archive.is_one(path):
        with Archive.read(path) as archive:
            store.bulk_extend(archive.store().told())
        return
    if not path.is_file():
        raise InputError(str(path), "is no graph", advice="give a file with a graph, or a store of newsgraph")
    try:
        store.bulk_load(path=str(path), format=PARSERS[by_path(path)])
    except (OSError, SyntaxError) as error:
        raise InputError(str(path), f"cannot be read as a graph: {error}") from error


def _gather(store: ox.Store) -> None:
    """Let the default graph hold every triple once, whatever graphs it is in."""
    for name in list(store.named_graphs()):
        store.bulk_extend(quad(one.triple, DEFAULT) for one in store.quads_for_pattern(None, None, None, name))


def _state(archive: Archive) -> str:
    """Of which history and which ontology the quads of a store are."""
    last = archive.index.value("SELECT MAX(number) FROM history") or 0
    return sha256(f"{last} {archive.ledger.setting('ontology')}".encode()).hexdigest()[:16]


def _base(patterns: Patterns) -> str:
    """Where the IRIs of the data begin: before the name of an article's kind and its digest."""
    article = ox.NamedNode(expand("schema:NewsArticle"))
    for one in patterns.quads_for_pattern(None, ox.NamedNode(expand("rdf:type")), article):
        if isinstance(one.subject, ox.NamedNode) and "/article/" in one.subject.value:
            return one.subject.value.rpartition("article/")[0]
    return DATA


def _home(parent: Path, prefix: str, owner: int | None = None) -> Path:
    try:
        return Path(tempfile.mkdtemp(dir=parent, prefix=f"{prefix}{owner or os.getpid()}-"))
    except OSError as error:
        raise StoreError(str(parent), f"has no room for a snapshot: {error.strerror}") from error


def _sweep(store: Path) -> None:
    """Remove snapshots of processes that were killed."""
    for old in store.glob("quads.served-*"):
        number = old.name.removeprefix("quads.served-").partition("-")[0]
        if number.isdecimal() and not _lives(int(number)):
            shutil.rmtree(old, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def forget_others(store: Path, kept: Path) -> None:
    """Remove catalogs of states that have passed; who has one open still can go on reading."""
    for old in store.glob(f"{CATALOG}-*.sqlite"):
        if old != kept:
            old.unlink(missing_ok=True)
