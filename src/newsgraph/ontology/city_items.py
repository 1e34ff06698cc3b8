"""What city-items.tsv under ontology/knowledge/ adds to the cities, and the counties of counties.tsv."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.knowledge_files import GEONAMES, WIKIDATA, key

COLUMNS = 3


@dataclass(frozen=True, slots=True)
class County:
    """A county (in Louisiana a parish, in Alaska a borough) of the United States; `state` is a territory's code."""

    name: str
    iri: str
    state: str


def item_of(iri: str) -> str | None:
    """The Wikidata item (an IRI) of the city that a GeoNames IRI names, where the file has it.

    >>> item_of("https://sws.geonames.org/0/") is None
    True
    """
    item = _rows().get(iri, ("", ""))[0]
    return WIKIDATA + item if item else None


def part_of(iri: str) -> str | None:
    """The code of the territory below its country that the city of a GeoNames IRI lies in, where it is known."""
    return _rows().get(iri, ("", ""))[1] or None


def counties(name: str) -> tuple[County, ...]:
    """The counties of that name, by state.

    >>> len({county.state for county in counties("Orange County")}) > 1
    True
    """
    return _counties().get(key(name), ())


@cache
def _counties() -> Mapping[str, tuple[County, ...]]:
    found: dict[str, list[County]] = defaultdict(list)
    for name, item, state in _cells("counties.tsv"):
        found[key(name)].append(County(name, WIKIDATA + item, state))
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _rows() -> Mapping[str, tuple[str, str]]:
    return {GEONAMES.format(city): (item, part) for city, item, part in _cells("city-items.tsv")}


def _cells(name: str) -> list[list[str]]:
    path = folder("ontology") / "knowledge" / name
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    except OSError as error:
        raise OntologyError(str(path), f"cannot be read: {error}") from error
    cells = [line.split("\t") for line in lines]
    if any(len(row) != COLUMNS for row in cells):
        raise OntologyError(str(path), f"has a line without its {COLUMNS} columns")
    return cells
