"""Write src/newsgraph/web/data/world.json, the countries that the map is drawn on. For developers only.

Needs the npm package world-atlas, which holds Natural Earth's shapes as TopoJSON: give the path of its
countries-110m.json.

    python tools/make_world.py frontend/node_modules/world-atlas/countries-110m.json

The shapes there run on over the antimeridian (and around a pole), where a flat map ends: they are cut there.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
OUT = Path(__file__).resolve().parent.parent / "src" / "newsgraph" / "web" / "data" / "world.json"
SOURCE = "Natural Earth (naturalearthdata.com, public domain), 1:110m, through world-atlas {}"
WIDTH, HEIGHT = 1000, 500
TURN = 360.0
HALF = TURN / 2
POLE = 90.0


@dataclass(frozen=True, slots=True)
class Country:
    """A country's polygons, each its outer ring and its holes, as longitudes and latitudes."""

    id: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]


def main(arguments: Sequence[str]) -> None:
    """Write the file."""
    path = Path(arguments[0])
    shapes = sorted(countries(path), key=lambda country: (country.id, country.name))
    world = {
        "source": SOURCE.format(version(path)),
        "width": WIDTH,
        "height": HEIGHT,
        "projection": "equirectangular",
        "countries": [{"id": c.id, "name": c.name, "path": drawn(c)} for c in shapes],
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(world, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def version(path: Path) -> str:
    """The version of the package that a file is from."""
    return str(json.loads((path.parent / "package.json").read_text(encoding="utf-8"))["version"])


def countries(path: Path) -> Iterator[Country]:
    """The countries of a TopoJSON file, cut where the map ends."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [tuple(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", [])
        listed = [polygons] if shape["type"] == "Polygon" else polygons
        cut = (flat(tuple(closed(ring, arcs) for ring in polygon)) for polygon in listed)
        yield Country(shape.get("id", ""), shape["properties"]["name"], tuple(part for parts in cut for part in parts))


def decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> Iterator[Point]:
    """An arc's points: each is stored as its distance from the one before, in steps of a grid."""
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for right, higher in arc:
        x, y = x + right, y + higher
        yield x * across + left, y * up + bottom


def closed(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A ring put together from arcs: a negative number stands for an arc that is run backwards."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def flat(polygon: tuple[Ring, ...]) -> Iterator[tuple[Ring, ...]]:
    """A polygon in the parts that it has on a map from -180 to 180 degrees."""
    rings = [unrolled(ring) for ring in polygon]
    for turn in (-TURN, 0.0, TURN):
        parts = (cut(ring, turn - HALF, turn + HALF) for ring in rings)
        kept = tuple(tuple((x - turn, y) for x, y in part) for part in parts if part)
        if kept:
            yield kept


def unrolled(ring: Ring) -> Ring:
    """A ring without jumps from one edge of the map to the other; one that goes around a pole is led through it."""
    points = [ring[0]]
    for x, y in ring[1:]:
        points.append((x + TURN * round((points[-1][0] - x) / TURN), y))
    if abs(points[-1][0] - points[0][0]) > HALF:
        pole = POLE if points[0][1] > 0 else -POLE
        points = [(points[0][0], pole), *points, (points[-1][0], pole), (points[0][0], pole)]
    return tuple(points)


def cut(ring: Ring, left: float, right: float) -> Ring:
    """What of a ring lies between two meridians."""
    return within(within(ring, left, 1), right, -1)


def within(ring: Ring, edge: float, side: int) -> Ring:
    """What of a ring lies east (side 1) or west (side -1) of a meridian."""
    kept: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(ring):
        inside, ends_inside = (x0 - edge) * side > 0, (x1 - edge) * side > 0
        if inside != ends_inside:
            kept.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
        if ends_inside:
            kept.append((x1, y1))
    return (*kept, kept[0]) if kept else ()


def drawn(country: Country) -> str:
    """A country as the path of an SVG."""
    rings = (ring for polygon in country.polygons for ring in polygon)
    return "".join(path for ring in rings if (path := outlined(ring)))


def outlined(ring: Ring) -> str:
    """A ring as a path; nothing where no more than a line would be left of it."""
    points = list(dict.fromkeys((place(x + HALF, WIDTH / TURN), place(POLE - y, HEIGHT / HALF)) for x, y in ring))
    return f"M{'L'.join(f'{x},{y}' for x, y in points)}Z" if len(points) > 2 else ""


def place(degrees: float, scale: float) -> str:
    """Where on the map, to a tenth."""
    return f"{round(degrees * scale, 1):g}"


if __name__ == "__main__":
    main(sys.argv[1:])
