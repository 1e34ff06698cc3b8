"""Who is the target of what, and bombs that are thrown."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type", "patient"),
    [
        ("The embassy was the target of a bomb attack on Monday.", "Bombing", "embassy"),
        ("A mayor was the victim of an attack in Jos.", "Attack", "mayor"),
        ("Youths hurled bombs at a church in Jos.", "Bombing", "church"),
        ("An explosion damaged the embassy in Lima.", "Destruction", "embassy"),
    ],
)
def test_target(read: Read, text: str, type: str, patient: str) -> None:
    """What is called the target, or is aimed at, suffers the event."""
    assert read(text).who(type, "patient") == {patient}


@pytest.mark.parametrize(
    "text",
    ["The scandal damaged the party.", "A tax cut was the aim of the reform.", "He threw the ball at a wall."],
)
def test_no_violence(read: Read, text: str) -> None:
    """Damage without a blast or a blow, aims and balls hurt nobody."""
    assert not {"Destruction", "Bombing", "Attack"} & set(read(text).types)


def test_near_an_embassy(read: Read) -> None:
    """What happens outside the premises of a body happens there."""
    assert "embassy" in read("A bomb exploded outside the embassy in Lima.").who("Bombing", "place")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The embassy was the target of a bombing on Monday.", "Actual"),
        ("The men came with the aim of bombing the embassy.", "Planned"),
    ],
)
def test_aims(read: Read, text: str, modality: str) -> None:
    """The target of a bombing was bombed; whoever aims at one has not bombed yet."""
    assert read(text).state("Bombing")[1] == modality
