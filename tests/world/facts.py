"""The world of the tests: places and bodies as the project's own knowledge files have them, and made-up persons.

Where the files have no identifier, one is made up in a range that no source uses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.city_items import item_of, part_of
from newsgraph.ontology.coordinates import coordinates
from newsgraph.ontology.knowledge_files import (
    Body,
    Settlement,
    Territory,
    _bodies,
    all_territories,
    capitals,
    cities,
    key,
    settlements_of,
)

WD = "http://www.wikidata.org/entity/"
MADE_UP = 900_000_000_000


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person who held an office of a country (by its code) for a time; or belongs to the country only."""

    name: str
    country: str
    office: str = ""
    start: str = ""
    end: str = ""
    names: tuple[str, ...] = ()


# The first two stand in the seeds; what is said of them here is made up, but for the office. The others are namesakes.
PERSONS = (
    Person("Kassym-Jomart Tokayev", "kz", "President", "2019-03-20", "", ("Tokayev",)),
    Person("Nikol Pashinyan", "am", "Prime Minister", "2018-05-08", "", ("Pashinyan",)),
    Person("Marta Quellin", "pt", "President", "1990-01-01", "1996-01-01"),
    Person("Marta Quellin", "br", "Prime Minister", "2019-01-01", ""),
    Person("Marta Quellin", "kz"),
    Person("Oskar Brandvold", "no", "Prime Minister", "2015-01-01", "2019-12-31"),
    Person("Ida Brandvold", "no", "Prime Minister", "2020-01-01", ""),
    Person("Jonas Weller", "de"),
    Person("Jonas Weller", "at"),
)


@cache
def made_up(*of: str) -> str:
    """The artificial number of something, the same in every run."""
    return str(MADE_UP + _numbers().setdefault(of, len(_numbers())))


@cache
def _numbers() -> dict[tuple[str, ...], int]:
    numbers: dict[tuple[str, ...], int] = {}
    for kind, names in (
        ("body", [body.name for body in _bodies()]),
        ("office", [f"{one.office}/{one.country}" for one in PERSONS if one.office]),
        ("person", [str(number) for number in range(len(PERSONS))]),
        ("land", sorted(all_territories())),
    ):
        for name in names:
            numbers.setdefault((kind, name), len(numbers))
    return numbers


def territories() -> Iterator[Territory]:
    """Countries and their parts, those of the past left out."""
    return (place for place in all_territories().values() if not place.former)


def bodies() -> tuple[Body, ...]:
    """Groups of states."""
    return _bodies()


@cache
def every_city() -> tuple[tuple[Settlement, tuple[str, ...]], ...]:
    """Cities with their other names, by GeoNames id."""
    lines = dict.fromkeys(line for found in cities().values() for line in found)
    pairs = ((settlements_of((line,))[0], tuple(filter(None, line.split("\t")[4].split("|")))) for line in lines)
    return tuple(sorted(pairs, key=lambda pair: pair[0].iri))


@cache
def some_cities(least: int) -> tuple[tuple[Settlement, tuple[str, ...]], ...]:
    """Those of so many people at least, and capitals."""
    seats = set(capitals())
    return tuple(pair for pair in every_city() if pair[0].population >= least or key(pair[0].name) in seats)


def seat(place: Territory, found: tuple[tuple[Settlement, tuple[str, ...]], ...]) -> Settlement | None:
    """The capital of a country, among some cities."""
    own = [city for city, _ in found if city.country == place.code and city.name == place.capital]
    return max(own, key=lambda city: city.population, default=None)


__all__ = [
    "PERSONS", "WD", "Person", "bodies", "coordinates", "every_city", "item_of", "made_up", "part_of", "seat",
    "some_cities", "territories",
]  # fmt: skip
