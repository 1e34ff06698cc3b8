"""A mirror of a world: what those who write the graph know of it, who are told of changes only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Self, TypeAlias

from newsgraph.model.archive import Judgement
from newsgraph.resolution import Entry, Index, World
from pipeline.worlds import without_status

Content: TypeAlias = tuple[dict[str, object], Counter[object]]
"""The links of articles by their digests, and all things; the numbers of things do not count."""
KINDS = ("entities", "events", "relations", "judged")


class Mirror:
    """Keeps what it hears of changes, and nothing else."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        self.index = Index.in_memory()
        self.world = World(self.index)
        self.world.judge(judgements)
        self.entries: dict[str, Entry] = {}
        self.articles: dict[str, object] = {}
        self.things: dict[tuple[str, object], object] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.index.close()

    def update(self, added: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Let articles out and in, and note what has changed."""
        new, gone = {one.article.digest: one for one in added}, list(removed)
        changes = self.world.update(new.values(), gone)
        for digest in gone:
            del self.entries[digest], self.articles[digest]
        self.entries |= new
        for digest in changes.articles:
            self.articles[digest] = without_status(self.world.links([self.entries[digest].article]))
        for kind in KINDS:
            self.things |= {(kind, key): thing for key, thing in getattr(changes, kind).items()}

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Put judgements in the place of others, and the articles on which that bears out and in again."""
        again = self.world.judge(judgements)
        self.update([self.entries[digest] for digest in again], again)

    def toggle(self, entries: Iterable[Entry], *, again: bool) -> None:
        """Take out those of some articles that are there, and put in the others, or `again` all of them."""
        some = {one.article.digest: one for one in entries}
        here = [digest for digest in some if digest in self.entries]
        self.update((one for digest, one in some.items() if again or digest not in here), here)

    @property
    def content(self) -> Content:
        """All that is known of articles and things."""
        return self.articles, Counter(thing for thing in self.things.values() if thing is not None)


def content(entries: Iterable[Entry], judgements: Sequence[Judgement] = ()) -> Content:
    """The content of a new world that is given some articles at once."""
    with Mirror(judgements) as made:
        made.update(entries)
        return made.content
