"""What the world holds depends on the set of articles alone, not on how they came."""

from collections import Counter
from collections.abc import Iterable
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolution import Entry, Index, World, events
from pipeline.worlds import entry, without_status
from resolution.stories import made, themes

THEMES = [[entry(story.document, story.findings) for story in stories] for stories in themes()]
DRAWN = st.tuples(*(st.integers(0, 4),) * 9).map(made).map(lambda story: entry(story.document, story.findings))
ENTRIES = st.sampled_from(THEMES).flatmap(
    lambda theme: st.lists(
        st.sampled_from(theme) | DRAWN, min_size=2, max_size=10, unique_by=lambda one: one.article.digest
    )
)
STEPS = st.lists(st.sets(st.integers(0, 9), min_size=1, max_size=6), min_size=1, max_size=6)


class Mirror:
    """Keeps what it is told of changes, as whoever writes the graph does, and nothing else."""

    def __init__(self) -> None:
        self.world = World(Index.in_memory())
        self.entries: dict[str, Entry] = {}
        self.articles: dict[str, object] = {}
        self.things: dict[tuple[str, object], object] = {}

    def update(self, added: Iterable[Entry], removed: Iterable[str]) -> None:
        """Let articles in and out, and note what has changed."""
        new, gone = {one.article.digest: one for one in added}, list(removed)
        changes = self.world.update(new.values(), gone)
        for digest in gone:
            self.entries.pop(digest), self.articles.pop(digest)
        self.entries |= new
        for digest in changes.articles:
            self.articles[digest] = without_status(self.world.links([self.entries[digest].article]))
        for kind in ("entities", "events", "relations"):
            self.things |= {(kind, key): thing for key, thing in getattr(changes, kind).items()}

    def toggle(self, entries: Iterable[Entry]) -> None:
        """Take out those of some articles that are there, and put in the others."""
        some = list(entries)
        here = [one.article.digest for one in some if one.article.digest in self.entries]
        self.update((one for one in some if one.article.digest not in here), here)

    @property
    def content(self) -> tuple[dict[str, object], Counter[object]]:
        """All that is known of articles and things; the numbers of things do not count."""
        return self.articles, Counter(thing for thing in self.things.values() if thing is not None)


def fresh(entries: Iterable[Entry]) -> Mirror:
    """A new world that is given some articles at once."""
    made = Mirror()
    made.update(entries, ())
    return made


@settings(max_examples=200, deadline=None)
@given(ENTRIES, STEPS, st.sampled_from([1, 2, 24]))
def test_any_way(entries: list[Entry], steps: list[set[int]], reach: int) -> None:
    """Articles that come and go in any order, in batches of any size, leave the world that those that stayed make."""
    with patch.multiple(events, REACH=reach, PLANS=reach):
        mirror = Mirror()
        for step in steps:
            mirror.toggle(entries[number] for number in sorted(step) if number < len(entries))
            assert mirror.content == fresh(mirror.entries.values()).content
