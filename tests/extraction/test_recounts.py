"""Numbers told again without what they count."""

from collections.abc import Callable

import pytest

from extraction.story import YES, Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Some 20,000 people marched in Novi Sad, organisers said; police put the number at 6,000.",
            {("Participants", "Demonstration", 20000, 20000), ("Participants", "Demonstration", 6000, 6000)},
        ),
        (
            "Thousands of people protested in Madrid. Organisers put turnout at 60,000.",
            {("Participants", "Protest", 2000, None), ("Participants", "Protest", 60000, 60000)},
        ),
        (
            "The fire killed 12 people. The ministry put the figure at 15.",
            {("Deaths", "Killing", 12, 12), ("Deaths", "Killing", 15, 15)},
        ),
    ],
)
def test_second_number(read: Read, text: str, figures: set[tuple[str, str, float, float | None]]) -> None:
    """A bare number counts what was counted last, of the same event."""
    assert read(text).figured == figures


def test_second_speaker(read: Read) -> None:
    """Behind a semicolon another one speaks, and the one before it does not speak of that."""
    found = read("Some 20,000 people marched in Novi Sad, organisers said; police put the number at 6,000.")
    assert found.figure_voices("Participants") == [[("organisers", *YES)], [("police", *YES)]]


def test_other_number(read: Read) -> None:
    """A number that says of what it is counts something else."""
    found = read("Twelve people died in the fire. The number of flats in the house is 90.")
    assert found.figured == {("Deaths", "Death", 12, 12)}
