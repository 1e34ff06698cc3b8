"""What is mended before anything is read off a parse."""

from collections.abc import Callable

import pytest

from extraction.story import YES, Story
from newsgraph.extraction.repair import without_dateline

Read = Callable[..., Story]


@pytest.mark.parametrize(
    "line",
    [
        "LUSAKA - ",
        "LUSAKA, Nov 12 - ",
        "LUSAKA, Zambia (AP) — ",
        "LUSAKA, Nov. 12 (Agency) -- ",
        "SAO PAULO, March 3, 2024 (ABC News) - ",
        "BERLIN/PARIS, March 3 - ",
    ],
)
def test_dateline_is_blanked(line: str) -> None:
    """A dateline is blanked out, and every offset behind it stays."""
    text = without_dateline(line + "Miners struck.")
    assert text == " " * len(line) + "Miners struck."


@pytest.mark.parametrize(
    "text",
    [
        "NATO allies - all but one - agreed.",
        "Lusaka - Miners struck.",
        "The mine in LUSAKA closed - miners said.",
        "EU-wide talks began.",
    ],
)
def test_no_dateline(text: str) -> None:
    """Capitals alone, and dashes inside a sentence, make no dateline."""
    assert without_dateline(text) == text


def test_offsets_after_a_dateline(read: Read) -> None:
    """Evidence behind a dateline stands where the text has it."""
    found = read("LUSAKA, March 12 (Agency) - Police arrested two miners.")
    assert found.extents("Arrest") == ["Police arrested two miners."]
    assert found.who("Arrest", "agent") == {"police"}


def test_trailing_report(read: Read) -> None:
    """A reporting clause at the end of a sentence speaks about all before it."""
    found = read("Police arrested two miners on Tuesday, the mayor said.")
    assert found.voices("Arrest") == [("mayor", *YES)]


def test_name_behind_the_place_of_an_office(read: Read) -> None:
    """A person's name behind "the mayor of X," is that of the mayor, not of the place."""
    found = read("The mayor of Beira, Ana Silva, criticised the government.")
    assert found.who("Criticism", "agent") == {"Ana Silva"}


def test_place_behind_a_name(read: Read) -> None:
    """Where two people met does not belong to the name before it."""
    found = read("The minister met the Peruvian ambassador, Ana Silva, in Lisbon.")
    assert found.who("Meeting", "place") == {"Lisbon"}


def test_named_storm(read: Read) -> None:
    """A storm with a name hits like one without."""
    assert read("Hurricane Olga hit the coast of Cuba.").who("Storm", "place") == {"coast of Cuba"}
