from collections.abc import Callable

import pytest

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("He studied at Ohio State before the war.", "State", "Ohio State"),
        ("She visited the Museum of Modern Art of Lille on Monday.", "Lille", "Museum of Modern Art of Lille"),
        (
            "Shelter Aid (England and Wales) said that victims need help.",
            "Wales",
            "Shelter Aid (England and Wales)",
        ),
    ],
)
def test_places_at_the_end_of_names(see: See, text: str, part: str, name: str) -> None:
    """A place that a body's name ends with is a part of that name."""
    assert see(text).label(part) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The storm hit New York State.", "New York"),
        ("Senator Mark Doyle (Texas) agreed.", "Texas"),
        ("Police in Ohio said so.", "Ohio"),
    ],
)
def test_places_beside_names(see: See, text: str, place: str) -> None:
    """A state of America, a ministry's country, a senator's state are places by themselves."""
    assert see(text).type(place) in {"City", "Region", "Country"}


def test_counties_that_share_a_noun(see: See) -> None:
    """ "A, B and C Counties" are three counties, none of them a city."""
    seen = see("The fire spread through Los Angeles, Riverside and Ventura Counties in California.")
    found = [(seen.type(name), seen.label(name)) for name in ("Los Angeles", "Riverside", "Ventura")]
    assert found == [("Region", f"{name} County") for name in ("Los Angeles", "Riverside", "Ventura")]


def test_postal_letters(see: See) -> None:
    """ "Houston, TX" lies in Texas."""
    seen = see("The company moved to Houston, TX last year.")
    assert (seen.type("TX"), seen.label("TX")) == ("Region", "Texas")


def test_city_behind_whose_name_its_state_stands(see: See) -> None:
    """ "London, Ontario" is not the London that everybody knows."""
    one, other = see("He lives in London, Ontario.").of("London"), see("He lives in London.").of("London")
    assert one.type == other.type == "City"
    assert None not in {one.known, other.known}
    assert one.known != other.known


@pytest.mark.parametrize(("beside", "type"), [("Atlanta", "Region"), ("Tbilisi", "Country")])
def test_georgia(see: See, beside: str, type: str) -> None:
    """Georgia is the state or the country, as the story's other places tell."""
    assert see(f"Farmers in Georgia met in {beside} on Monday.").type("Georgia") == type
