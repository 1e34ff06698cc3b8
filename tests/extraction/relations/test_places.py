from collections.abc import Callable

import pytest

from newsgraph.extraction import entities, relations
from newsgraph.extraction.parse import Doc

Parse = Callable[[str], Doc]


def places(parse: Parse, text: str) -> set[tuple[str, str]]:
    """Which place a text puts inside which."""
    doc = parse(text)
    index, found = relations.find(doc, entities.find(doc))
    label = [e.label for e in index.entities]
    return {(label[r.subject], label[r.object]) for r in found if r.predicate == "locatedIn"}


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("They were flown to Niamey in neighbouring Niger aboard a plane.", "Niamey", "Niger"),
        ("The ship left the port of Kismayo in Somalia.", "Kismayo", "Somalia"),
        ("A boat sank on Lake Toba in North Sumatra.", "Lake Toba", "North Sumatra"),
        ("Soldiers were sent to the capital Maseru. Lesotho is calm.", "Maseru", "Lesotho"),
        ("MASERU, Lesotho - Shops were closed.", "Maseru", "Lesotho"),
        ("Shells hit the Nigerien capital Niamey.", "Niamey", "Niger"),
    ],
)
def test_place_lies_in_a_wider_one(parse: Parse, text: str, small: str, large: str) -> None:
    """A city lies in the country that the text names for it, or that the files know and the text mentions."""
    assert (small, large) in places(parse, text)


def test_country_that_is_not_mentioned(parse: Parse) -> None:
    """What the files know of a city is told, though the text does not name its country."""
    assert places(parse, "Shops closed in Maseru.") == {("Maseru", "Lesotho")}


def test_namesakes(parse: Parse) -> None:
    """A city with namesakes of its size lies in no country that the text does not name."""
    assert places(parse, "Shops closed in Valencia.") == set()


def test_city_of_another_country(parse: Parse) -> None:
    """A city does not lie in a country just because both are mentioned."""
    assert ("Paris", "Lesotho") not in places(parse, "A minister of Lesotho flew to Paris.")
