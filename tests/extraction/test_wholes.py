"""Which events are told as parts of larger ones."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


def parts(story: Story) -> set[tuple[str, str]]:
    """Pairs of classes: the part, the larger event."""
    events = story.findings.events
    return {(e.type, events[e.whole].type) for e in events if e.whole is not None}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("A bomb exploded in Goma on Monday, killing three people.", {("Killing", "Bombing")}),
        ("A bomb exploded in Goma on Monday. Two soldiers were hurt.", {("Injury", "Bombing")}),
        ("Nine soldiers were hurt when a bomb exploded in Goma.", {("Injury", "Bombing")}),
        ("Rebels attacked a convoy. Four people died in the attack.", {("Death", "Attack")}),
        (
            "An earthquake struck Nepal, killing 30 people and destroying a school.",
            {("Killing", "Earthquake"), ("Destruction", "Earthquake")},
        ),
    ],
)
def test_parts(read: Read, text: str, pairs: set[tuple[str, str]]) -> None:
    """What an event causes, what hangs on it and what is told right after it are its parts."""
    assert parts(read(text)) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a village in Peru. Soldiers killed a farmer in Chile.",
        "Rebels attacked a village on 3 May 2021. A farmer was killed on 9 May 2021.",
        "Rebels threatened to attack Goma. A farmer was killed.",
        "Rebels attacked a village. The army arrested a farmer.",
    ],
)
def test_no_parts(read: Read, text: str) -> None:
    """Other places, days or worlds keep events apart, and an arrest is no part of an attack."""
    assert parts(read(text)) == set()
