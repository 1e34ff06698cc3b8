"""What the world holds depends on the set of articles and judgements alone, not on how they came."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.model.archive import Judgement
from newsgraph.resolution import Entry, Index, World, events
from pipeline.builders import Story
from pipeline.worlds import entry
from resolution.identities import bodies, copies, plans
from resolution.mirrors import Mirror, content
from resolution.stories import made
from resolution.themes import bridges, parts, protests, themes

THEMES = [[entry(story.document, story.findings) for story in stories] for stories in themes()]
DRAWN = st.tuples(*(st.integers(0, 4),) * 9).map(made).map(lambda story: entry(story.document, story.findings))
ENTRIES = st.sampled_from(THEMES).flatmap(
    lambda theme: st.lists(
        st.sampled_from(theme) | DRAWN, min_size=3, max_size=12, unique_by=lambda one: one.article.digest
    )
)
STEPS = st.lists(st.tuples(st.sets(st.integers(0, 11), min_size=1, max_size=6), st.booleans()), min_size=1, max_size=6)
REACH = st.sampled_from([1, 2, 24])


@settings(max_examples=200, deadline=None)
@given(ENTRIES, STEPS, REACH)
def test_any_way(entries: list[Entry], steps: list[tuple[set[int], bool]], reach: int) -> None:
    """Articles that come, go and come again, in batches of any size, leave the world that those left make at once."""
    with patch.multiple(events, REACH=reach, PLANS=reach), Mirror() as mirror:
        for step, again in steps:
            mirror.toggle((entries[number] for number in sorted(step) if number < len(entries)), again=again)
        assert mirror.content == content(mirror.entries.values())


def names(entries: list[Entry]) -> st.SearchStrategy[str]:
    """The names of entities and events, and an identifier elsewhere."""
    found = (name for one in entries for name in (*one.names.entities, *one.names.events))
    return st.sampled_from(sorted({"http://example.org/Mali", *found}))


@settings(max_examples=80, deadline=None)
@given(st.data(), ENTRIES, STEPS)
def test_judged_any_time(data: st.DataObject, entries: list[Entry], steps: list[tuple[set[int], bool]]) -> None:
    """Judgements that are made, changed and taken back while articles come and go count as if made at once."""
    verdicts = st.sampled_from(["same", "same", "different", "unsure"])
    judgements = st.lists(
        st.builds(Judgement, names(entries), names(entries), verdicts).filter(lambda one: one.left != one.right),
        max_size=4,
        unique_by=lambda one: (one.left, one.right),
    )
    with Mirror() as mirror:
        for step, again in steps:
            mirror.toggle((entries[number] for number in sorted(step) if number < len(entries)), again=again)
            mirror.judge(made := data.draw(judgements))
        assert mirror.content == content(mirror.entries.values(), made)


@pytest.mark.parametrize(
    ("stories", "late"),
    [
        (protests(), 4),  # one that the last of them would have joined, others stand between
        ([plans()[1], plans()[4], plans()[0]], 2),  # a plan before the plan that a fact fulfils
        ([plans()[4], plans()[0]], 1),  # the plan that it fulfils
        (copies()[:3], 1),  # a copy of two that are no copies of each other
        (bodies()[:3], 2),  # a name that says what an acronym means
        ([parts()[2], parts()[4]], 1),  # one that makes a fact of what was only denied, which has a part
        (parts()[1:4], 2),  # the earliest story of a whole
        (bridges()[:3], 2),  # one that is like two others, which are not like each other
    ],
)
def test_late(stories: list[Story], late: int) -> None:
    """One that comes late changes what it would have changed in its time, and leaves no trace when it goes."""
    entries = [entry(story.document, story.findings) for story in stories]
    last = entries.pop(late)
    with patch.multiple(events, REACH=1, PLANS=1), Mirror() as mirror:
        mirror.update(entries)
        before = dict(mirror.content[0]), mirror.content[1]
        mirror.update([last])
        assert mirror.content == content([*entries, last])
        assert mirror.content != before
        mirror.update([], [last.article.digest])
        assert mirror.content == before


def test_unknown_articles() -> None:
    """Nobody can take out, or ask of, what is not there."""
    with Index.in_memory() as index:
        world = World(index)
        assert not world.knows(THEMES[0][0].article.digest)
        for asked in (lambda: world.update(removed=["none"]), lambda: world.links([THEMES[0][0].article])):
            with pytest.raises(LookupError, match="is not part of the world"):
                asked()
