from collections.abc import Callable

import pytest

from extraction.story import Story

See = Callable[[str], object]
Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Former Brno mayor Viktor Danek was convicted of bribery.", "Brno", "City"),
        ("A suspect in the Garissa church shooting was arrested.", "Garissa", "City"),
        ("Some 20,000 people marched in Novi Sad on Saturday.", "Novi Sad", "City"),
        ("Police said that 2,500 people marched through Novi Sad on Saturday.", "Novi Sad", "City"),
        ("A hospital in Loikaw was bombed by warplanes on Sunday.", "Loikaw", "City"),
        ("A clinic in Tolvenko was bombed by warplanes on Sunday.", "Tolvenko", "Place"),
    ],
)
def test_places_by_where_they_stand(see: See, text: str, words: str, type_: str) -> None:
    """A name before "mayor", before what an attack hit, and behind "in" after what happens is that of a place."""
    assert see(text).type(words) == type_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The party lost its trust in Merkel.", "Merkel"),
        ("He was killed in Operation Nightfall.", "Nightfall"),
        ("Clashes in Parliament went on.", "Parliament"),
    ],
)
def test_no_places(see: See, text: str, words: str) -> None:
    """What somebody trusts in, operations and bodies are no places."""
    assert see(text).type(words) not in {"Place", "City"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen shot at people who were leaving a church.", "PlaceOfWorship"),
        ("A bomb exploded outside a church.", "PlaceOfWorship"),
        ("The church condemned the arrests.", "Organization"),
    ],
)
def test_churches(see: See, text: str, type_: str) -> None:
    """A church is a house where something happens at it, and a body where it speaks."""
    assert see(text).type("church") == type_


def test_place_and_target_of_an_attack(read: Read) -> None:
    """What stands before the noun for an attack is where it was and what it hit, not who did it."""
    found = read("A suspect in the Garissa church bombing was arrested near the border on Thursday.")
    assert (found.who("Bombing", "place"), found.who("Bombing", "patient")) == ({"Garissa"}, {"church"})
    assert found.who("Bombing", "agent") == set()
    assert found.label("Bombing") == "Bombing of church in Garissa"


def test_house_of_a_shooting(read: Read) -> None:
    """Shots are fired at people, so that a house before the noun is where."""
    found = read("A suspect in the Garissa church shooting was arrested near the border on Thursday.")
    assert found.all("Shooting", "place", "patient", "agent") == {("Garissa+church", "", "")}
    assert found.label("Shooting") == "Shooting in church in Garissa"


def test_church_and_the_church(see: See) -> None:
    """A body that speaks of a house is not that house."""
    seen = see("The Catholic church said on Monday that the church in Homs was shelled.")
    assert (seen.type("church", 0), seen.type("church", 1)) == ("Organization", "PlaceOfWorship")
