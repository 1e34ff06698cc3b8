"""Stores in the hands of tests, filled with stories whose findings are known by heart."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from newsgraph.model.archive import Judgement
from newsgraph.model.links import document_digest
from newsgraph.model.statements import Layer, Run
from newsgraph.pipeline import Keeper, Manner, build
from newsgraph.storage import Archive, Format, QuadStore, quads
from newsgraph.storage.writing import write
from pipeline.builders import Story
from pipeline.extractors import Memory
from resolution.themes import themes

WHEN = "2022-02-01T00:00:00Z"
THEMES = [list({document_digest(story.document): story for story in theme}.values()) for theme in themes()]
STORIES = [story for theme in THEMES for story in theme]
EXTRACTOR = Memory(STORIES)
MANNER = Manner(Run("newsgraph", "1.0", EXTRACTOR.model))


def digest(story: Story) -> str:
    """The digest of a story's article."""
    return document_digest(story.document)


class Desk:
    """A store that is open for writing, and the set of stories that should be in it, by their digests."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.keeper = archive, Keeper(archive, WHEN)
        self.here: dict[str, Story] = {}

    def add(self, stories: Iterable[Story]) -> None:
        """Add stories."""
        some = list(stories)
        self.keeper.add([story.document for story in some], EXTRACTOR, MANNER)
        self.here |= {digest(story): story for story in some}

    def remove(self, stories: Iterable[Story]) -> None:
        """Take out those of some stories that are there."""
        gone = [digest(story) for story in stories if digest(story) in self.here]
        if gone:
            self.keeper.remove(gone)
        for one in gone:
            self.here.pop(one, None)

    def replace(self, old: Story, new: Story) -> None:
        """Put a story in the place of one, if that is there."""
        if digest(old) in self.here:
            self.keeper.replace(digest(old), [new.document], EXTRACTOR, MANNER)
            self.here.pop(digest(old))
            self.here[digest(new)] = new

    def clear(self) -> None:
        """Take out everything."""
        self.remove(list(self.here.values()))

    def pair(self) -> tuple[str, str]:
        """The names of two tellings that are held to be one event."""
        sql = "SELECT min(name), max(name) FROM event GROUP BY home HAVING min(name) < max(name) ORDER BY 1"
        one, other = self.archive.index.all(sql)[0]
        return one, other

    def lines(self) -> str:
        """What the store holds, as N-Quads."""
        return self.archive.store().lines()

    def expected(self) -> str:
        """What it should hold."""
        return built(frozenset(self.here))


@contextmanager
def desk(path: Path) -> Iterator[Desk]:
    """A new store, or one that is there (what is in it the desk does not know)."""
    with Archive.write(path) as archive:
        yield Desk(archive)


@contextmanager
def passing_desk() -> Iterator[Desk]:
    """A new store that is gone afterwards, and need not outlive a power cut: nobody waits for the disk."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(quads, "secure", lambda store: None),
        desk(Path(folder) / "store") as made,
    ):
        made.archive.ledger.index.run("PRAGMA synchronous = OFF")
        yield made


def add(path: Path, stories: Iterable[Story]) -> None:
    """Add stories to a store."""
    with desk(path) as made:
        made.add(stories)


def exported(path: Path) -> str:
    """What a store holds, as N-Quads."""
    with Archive.read(path) as archive:
        return archive.store().lines()


@cache
def built(digests: frozenset[str], judgements: tuple[Judgement, ...] = ()) -> str:
    """What `build` makes of the stories of some digests, as N-Quads."""
    documents = [story.document for story in STORIES if digest(story) in digests]
    store = QuadStore()
    program = ("newsgraph", "1.0")
    build(documents, extractor=EXTRACTOR, store=store, program=program, judgements=judgements)
    return write(store, Format.NQUADS, frozenset(Layer))


def of(stories: Iterable[Story], judgements: tuple[Judgement, ...] = ()) -> str:
    """What `build` makes of some stories, as N-Quads."""
    return built(frozenset(map(digest, stories)), judgements)
