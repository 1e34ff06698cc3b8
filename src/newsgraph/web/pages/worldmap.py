"""A map of the world with a circle for each place, in the equirectangular projection of the bundled shapes."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.model.explorer import MapPoint

SHAPES = Path(__file__).parents[1] / "data" / "world.json"
WIDTH, HEIGHT = 1000.0, 500.0
_CLOSEST = 0.12
"""The least share of the world's width that a map shows: closer, the shapes are too coarse."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The outlines of countries, by name, as paths of SVG; none where the file is missing."""

    width: float = WIDTH
    height: float = HEIGHT
    countries: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A place: where and how large its circle is; `named` where there is room for its name."""

    point: MapPoint
    x: float
    y: float
    radius: float
    named: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A cut-out of the world, `unit` of it being one pixel of a map 1000 pixels wide, and its circles."""

    shapes: Shapes
    view: tuple[float, float, float, float]
    unit: float
    circles: tuple[Circle, ...]


@cache
def shapes(path: Path = SHAPES) -> Shapes:
    """The bundled outlines."""
    try:
        world = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Shapes()
    countries = tuple((str(one["name"]), str(one["path"])) for one in world["countries"])
    return Shapes(float(world["width"]), float(world["height"]), countries, str(world["source"]))


def world_map(points: Sequence[MapPoint], *, whole: bool = False, outlines: Shapes | None = None) -> Map:
    """The map of some places: the part of the world where they are, or all of it."""
    land = shapes() if outlines is None else outlines
    placed = [(point, *_place(point, land)) for point in points if _sound(point)]
    view = (0.0, 0.0, land.width, land.height)
    if placed and not whole:
        view = _around([x for _, x, _ in placed], [y for _, _, y in placed], land)
    unit = view[2] / 1000
    most = max((point.count for point, _, _ in placed), default=1)
    ordered = sorted(placed, key=lambda one: (-one[0].count, one[0].place.iri))
    circles = (
        Circle(point, x, y, round(unit * (5 + 17 * math.sqrt(point.count / most)), 3), number < 12)
        for number, (point, x, y) in enumerate(ordered)
    )
    return Map(land, view, round(unit, 4), tuple(circles))


def _sound(point: MapPoint) -> bool:
    return abs(point.latitude) <= 90 and abs(point.longitude) <= 180 and point.count > 0


def _place(point: MapPoint, land: Shapes) -> tuple[float, float]:
    x, y = (point.longitude + 180) * land.width / 360, (90 - point.latitude) * land.height / 180
    return round(x, 2), round(y, 2)


def _around(xs: Sequence[float], ys: Sequence[float], land: Shapes) -> tuple[float, float, float, float]:
    """The cut-out with all of them and some room around, twice as wide as high."""
    ratio = land.width / land.height
    span = max(max(xs) - min(xs), (max(ys) - min(ys)) * ratio) * 1.3
    width = min(max(span, land.width * _CLOSEST), land.width)
    height = width / ratio
    left = (min(xs) + max(xs) - width) / 2
    top = (min(ys) + max(ys) - height) / 2
    corner = min(max(left, 0), land.width - width), min(max(top, 0), land.height - height)
    return round(corner[0], 2), round(corner[1], 2), round(width, 2), round(height, 2)
