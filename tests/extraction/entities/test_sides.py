from collections.abc import Callable

import pytest

See = Callable[[str], object]
MATCH = "The rugby match was the last of the tournament, and the fly-half scored all the points. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("England beat Samoa on Sunday.", "England"),
        ("England beat Samoa on Sunday.", "Samoa"),
        ("England and Tonga met only once.", "Tonga"),
        ("The Scotland captain was injured.", "Scotland"),
        ("Fiji will play against Japan.", "Japan"),
    ],
)
def test_sides(see: See, text: str, side: str) -> None:
    """In a story of sport, who contends is a team."""
    assert see(MATCH + text).type(side) == "SportsTeam"


@pytest.mark.parametrize("text", ["The game was played in England.", "England has many cities."])
def test_places_of_sport(see: See, text: str) -> None:
    """In a story of sport, a country is a country where nobody contends."""
    assert see(MATCH + text).type("England") == "Region"


@pytest.mark.parametrize(
    "text",
    [
        "France faces Germany over the treaty.",
        "Kenya and Uganda met on Monday.",
        "Iran lost the case against Iraq in the final round; the captain of the ship won the season's match.",
    ],
)
def test_no_sport(see: See, text: str) -> None:
    """In other stories the same verbs leave countries what they are."""
    assert see(text).type(text.split()[0]) == "Country"


def test_versus(see: See) -> None:
    """ "X versus Y" in a sentence of sport is about teams, in any story."""
    seen = see("The song was played during the Alabama versus Oregon football game.")
    assert (seen.type("Alabama"), seen.type("Oregon")) == ("SportsTeam", "SportsTeam")
