"""Stores in the hands of tests, filled with stories whose findings are known by heart."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsgraph.model.archive import Judgement
from newsgraph.model.links import document_digest
from newsgraph.model.statements import Layer, Run
from newsgraph.pipeline import Keeper, Manner, build
from newsgraph.storage import Archive, Format, QuadStore
from newsgraph.storage.writing import write
from pipeline.builders import Story
from pipeline.extractors import Memory
from resolution.stories import themes

WHEN = "2022-02-01T00:00:00Z"
THEMES = themes()
STORIES = [story for theme in THEMES for story in theme]
EXTRACTOR = Memory(STORIES)
MANNER = Manner(Run("newsgraph", "1.0", EXTRACTOR.model))


def digest(story: Story) -> str:
    """The digest of a story's article."""
    return document_digest(story.document)


@contextmanager
def keeper(path: Path) -> Iterator[tuple[Archive, Keeper]]:
    """A store that is open for writing."""
    with Archive.write(path) as archive:
        yield archive, Keeper(archive, WHEN)


def add(path: Path, stories: Iterable[Story]) -> None:
    """Add stories to a store."""
    with keeper(path) as (_, kept):
        kept.add([story.document for story in stories], EXTRACTOR, MANNER)


def exported(path: Path) -> str:
    """What a store holds, as N-Quads."""
    with Archive.read(path) as archive:
        return archive.store().lines()


def built(stories: Sequence[Story], judgements: Iterable[Judgement] = ()) -> str:
    """What `build` makes of a set of stories, as N-Quads."""
    store = QuadStore()
    documents = [story.document for story in stories]
    build(documents, extractor=EXTRACTOR, store=store, program=("newsgraph", "1.0"), judgements=judgements)
    return write(store, Format.NQUADS, frozenset(Layer))
