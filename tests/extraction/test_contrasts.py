"""What was in one place and not in another."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type", "told"),
    [
        (
            "A bomb exploded outside a bank in Volos on Monday night, and not in Larissa.",
            "Bombing",
            [("Volos", "CertainPositive"), ("Larissa", "CertainNegative")],
        ),
        (
            "Rebels killed 12 villagers in Bria, not in Bambari, on Monday.",
            "Killing",
            [("Bria", "CertainPositive"), ("Bambari", "CertainNegative")],
        ),
    ],
)
def test_not_there(read: Read, text: str, type: str, told: list[tuple[str, str]]) -> None:
    """A place behind "and not in" is where it did not happen, which is told too."""
    found = read(text)
    events = [n for n, e in enumerate(found.findings.events) if e.type == type]
    states = {c.about.index: found.voices_of(c)[0][1] for c in found.findings.claims if c.about.kind.value == "event"}
    assert [states[n] for n in events] == [state for _, state in told]
    assert all(place in found.findings.events[n].label for n, (place, _) in zip(events, told, strict=True))


def test_figure_of_what_happened(read: Read) -> None:
    """Those who were killed are counted where they were killed alone."""
    found = read("Rebels killed 12 villagers in Bria, not in Bambari, on Monday.")
    assert [f.of.index for f in found.findings.figures] == [0]


def test_not_only_there(read: Read) -> None:
    """Behind "not only in" it did happen."""
    found = read("Protesters marched not only in Lima but also in Cusco on Monday.")
    assert found.who("Demonstration", "place") == {"Lima", "Cusco"}
