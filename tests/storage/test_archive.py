"""A store holds what `build` makes of the set of its articles, however they came to be there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.errors import StoreError
from newsgraph.model.statements import Run
from newsgraph.ontology.rules import rules
from newsgraph.pipeline import Keeper, Manner
from newsgraph.storage import Archive
from newsgraph.storage.closure import closure, of_lines
from pipeline.builders import Story
from pipeline.extractors import Memory
from storage.keeping import (
    EXTRACTOR,
    MANNER,
    STORIES,
    THEMES,
    WHEN,
    Desk,
    add,
    desk,
    digest,
    exported,
    of,
    passing_desk,
)

Step = tuple[str, list[int]]
SLOW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "remove", "replace"]), st.lists(st.integers(0, 11), min_size=1, max_size=6)
    ),
    min_size=1,
    max_size=6,
)
STACKS = st.tuples(st.sampled_from(range(len(THEMES))), st.sampled_from(range(len(THEMES)))).map(
    lambda pair: list({digest(story): story for theme in pair for story in THEMES[theme]}.values())[:12]
)


@pytest.fixture(scope="module")
def shared() -> Iterator[Desk]:
    """One store for all examples, each of which leaves it empty: that it leaves no trace is part of the claim."""
    with passing_desk() as made:
        yield made


def take(at: Desk, stack: list[Story], step: Step) -> None:
    """Do something to a store: with stories of a stack, by their numbers."""
    what, numbers = step
    stories = [stack[number % len(stack)] for number in numbers]
    if what == "add":
        at.add(stories)
    elif what == "remove":
        at.remove(stories)
    else:
        at.replace(stories[0], stories[-1])


@SLOW
@given(STACKS, STEPS)
def test_any_way(shared: Desk, stack: list[Story], steps: list[Step]) -> None:
    """Whatever was added, removed and replaced before, the bytes are those of the set of articles; none leave none."""
    shared.clear()
    for step in steps:
        take(shared, stack, step)
    assert shared.lines() == shared.expected()
    shared.clear()
    assert shared.lines() == ""


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STACKS, STEPS)
def test_inferred(shared: Desk, stack: list[Story], steps: list[Step]) -> None:
    """What is kept as inferred is what a full closure of all that articles say gives."""
    shared.clear()
    for step in steps:
        take(shared, stack, step)
        lines = shared.lines().splitlines(keepends=True)
        said = [line for line in lines if "/graph/inferred> .\n" not in line]
        whole = {str(triple) for triple in closure(of_lines(said, rules()), rules())}
        assert {line.rsplit(" ", 2)[0] for line in lines if line not in set(said)} == whole


def test_each_triple_once(tmp_path: Path) -> None:
    """No triple stands in two graphs of a store, so that its graphs are asked as one without a copy."""
    add(tmp_path / "store", STORIES)
    triples = [line.rsplit(" ", 2)[0] for line in exported(tmp_path / "store").splitlines()]
    assert len(triples) == len(set(triples)) > 1000


def test_opened_again(tmp_path: Path) -> None:
    """A store that is closed and opened between changes is the same."""
    stories = THEMES[0]
    for story in stories:
        add(tmp_path / "store", [story])
    assert exported(tmp_path / "store") == of(stories)


def test_history(tmp_path: Path) -> None:
    """The history tells each deed in its order, with its articles, and what became of facts."""
    one, two, three = THEMES[0][:3]
    with desk(tmp_path / "store") as at:
        at.add([one, two])
        at.replace(two, three)
        at.remove([one, three])
        deeds = list(at.archive.history())
    assert [(deed.number, deed.what) for deed in deeds] == [(1, "add"), (2, "replace"), (3, "remove")]
    told = [{iri.rsplit("/", 1)[1] for iri, _ in deed.articles} for deed in deeds]
    assert told == [{digest(one), digest(two)}, {digest(two), digest(three)}, {digest(one), digest(three)}]
    assert {effect.before for effect in deeds[0].effects} == {None}
    assert {(effect.after, effect.remains) for effect in deeds[2].effects} == {(None, False)}
    assert all(effect.label for deed in deeds for effect in deed.effects)


def test_titles_in_history(tmp_path: Path) -> None:
    """Articles that are removed keep their titles in the history."""
    story = Story("Nothing happened in Ulm.", title="A quiet day")
    with Archive.write(tmp_path / "store") as archive:
        keeper = Keeper(archive, WHEN)
        keeper.add([story.document], Memory([story]), MANNER)
        keeper.remove([digest(story)])
        assert [[title for _, title in deed.articles] for deed in archive.history()] == [["A quiet day"]] * 2


def test_known_articles(tmp_path: Path) -> None:
    """What is there already is passed over: nothing is done, and nothing is told in the history."""
    add(tmp_path / "store", THEMES[0])
    add(tmp_path / "store", THEMES[0])
    with Archive.read(tmp_path / "store") as archive:
        assert len(list(archive.history())) == 1
        assert len(archive) == len(THEMES[0])


def test_other_words_beside_one_text(tmp_path: Path) -> None:
    """Of two documents of one text and source the one stays that `build` keeps, whichever comes first."""
    story = THEMES[0][0]
    one, two = (Story(story.document.text, publisher="Paper 0", title=title) for title in ("A title", "Z title"))
    one.parts = two.parts = story.parts
    texts = []
    for number, order in enumerate(((one, two), (two, one))):
        with Archive.write(tmp_path / str(number)) as archive:
            keeper = Keeper(archive, WHEN)
            for each in order:
                keeper.add([each.document], Memory([each]), MANNER)
            texts.append(archive.store().lines())
            assert len(archive) == 1
    assert texts[0] == texts[1]
    assert "A title" in texts[0]


def test_without_text(tmp_path: Path) -> None:
    """An article whose text may not be shown is kept without it, and written anew without it."""
    one, two = THEMES[0][:2]
    with Archive.write(tmp_path / "store") as archive:
        keeper = Keeper(archive, WHEN)
        keeper.add([one.document], EXTRACTOR, Manner(MANNER.run, text=False))
        keeper.add([two.document], EXTRACTOR, MANNER)
        bodies = [line for line in archive.store().lines().splitlines() if "articleBody" in line]
    assert len(bodies) == 1
    assert digest(two) in bodies[0]


def test_runs(tmp_path: Path) -> None:
    """Each run that articles come from is told once, and is gone with the last article that it read."""
    stories = THEMES[0][:3]
    with Archive.write(tmp_path / "store") as archive:
        keeper = Keeper(archive, WHEN)
        runs = [Run("newsgraph", "1.0", f"model {n}") for n in (2, 1, 2)]
        for story, run in zip(stories, runs, strict=True):
            keeper.add([story.document], EXTRACTOR, Manner(run))
        assert sorted(run.model for run in archive.runs()) == ["model 1", "model 2"]
        keeper.remove([digest(stories[1])])
        assert list(archive.runs()) == [runs[0]]
        assert "model 1" not in archive.store().lines()


def test_digest(tmp_path: Path) -> None:
    """An article is named by its IRI, or by the digest at its end; what is not there is refused."""
    story = THEMES[0][0]
    add(tmp_path / "store", [story])
    with Archive.read(tmp_path / "store") as archive:
        for name in (digest(story), f"<{archive.base}article/{digest(story)}>", f"article:{digest(story)}"):
            assert archive.digest(name) == digest(story)
        with pytest.raises(StoreError, match="is no article"):
            archive.digest("0" * 20)
