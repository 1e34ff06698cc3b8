"""Charts and the map: places and sizes."""

from pathlib import Path

import pytest

from newsgraph.model.explorer import Bucket, MapPoint, Node, Span
from newsgraph.web.pages.dates import span_words, stretch, ticks
from newsgraph.web.pages.timeline import HEIGHT, WIDTH, timeline
from newsgraph.web.pages.worldmap import SHAPES, Shapes, shapes, world_map
from web.pages.reading import page


def point(name: str, latitude: float, longitude: float, count: int = 1) -> MapPoint:
    """A place."""
    return MapPoint(Node(f"urn:{name}", name, "place"), latitude, longitude, count)


def test_bars_are_as_high_as_what_they_count() -> None:
    """Twice as many are twice as high."""
    chart = timeline([Bucket("2022-01-05", 4), Bucket("2022-01-06", 8)])
    assert chart is not None
    low, high = chart.bars
    assert high.height == pytest.approx(2 * low.height)


@pytest.mark.parametrize(
    "days", [["2022"], ["1990", "2022"], ["2022-01", "2022-02-03"], ["0001", "9998"], ["2022-01-06"] * 2]
)
def test_bars_stay_in_the_chart(days: list[str]) -> None:
    """Whatever their days, bars and marks stand inside, in order of time."""
    chart = timeline([Bucket(day, 1) for day in days])
    assert chart is not None
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.01 and 0 <= bar.y <= HEIGHT for bar in chart.bars)
    assert [bar.x for bar in chart.bars] == sorted(bar.x for bar in chart.bars)


def test_what_has_no_date_is_in_no_chart() -> None:
    """Without a date there is nothing to draw."""
    assert timeline([Bucket("some day", 3), Bucket("9999", 1), Bucket("2022-13", 1)]) is None


def test_a_bar_covers_the_days_of_its_month() -> None:
    """A month's bar goes from its first day to its last."""
    chart = timeline([Bucket("2024-02", 1)])
    assert chart is not None
    assert (chart.bars[0].first, chart.bars[0].last) == ("2024-02-01", "2024-02-29")


@pytest.mark.parametrize(
    ("first", "last"), [("2022-01-01", "2022-01-06"), ("2021-11", "2022-03"), ("1800", "2022"), ("0001", "9998")]
)
def test_an_axis_has_some_marks(first: str, last: str) -> None:
    """Any stretch of time has from one to a dozen marks."""
    begin, end = stretch(first), stretch(last)
    assert begin and end
    assert 1 <= len(ticks(begin.first, end.beyond)) <= 12


def test_a_day_is_told_once() -> None:
    """What begins and ends on one day is on that day."""
    assert span_words(Span("2022-01-06", "2022-01-06")) == "6 January 2022"
    assert span_words(Span()) == ""


def test_a_place_stands_where_it_is() -> None:
    """Greenwich on the equator is in the middle of the world."""
    circle = world_map([point("a", 0, 0)], whole=True).circles[0]
    assert (circle.x, circle.y) == (500, 250)


@pytest.mark.parametrize("places", [[(0, 0)], [(90, 180)], [(-90, -180), (90, 180)], [(43.2, 76.9), (55.7, 37.6)]])
def test_the_cut_out_holds_all_places(places: list[tuple[float, float]]) -> None:
    """Every place lies in the part of the world that is shown, and that lies in the world."""
    drawn = world_map([point(str(n), *place) for n, place in enumerate(places)])
    x, y, width, height = drawn.view
    assert x >= 0 and y >= 0 and x + width <= 1000.01 and y + height <= 500.01
    assert all(x <= circle.x <= x + width and y <= circle.y <= y + height for circle in drawn.circles)


def test_more_events_are_a_larger_circle() -> None:
    """The area beyond the least grows with the number; the largest are drawn first, so that none is hidden."""
    large, small = world_map([point("a", 0, 0, 1), point("b", 10, 10, 100)], whole=True).circles
    assert (large.point.place.label, small.point.place.label) == ("b", "a")
    assert large.radius > small.radius > 0


def test_places_off_the_earth_are_left_out() -> None:
    """Coordinates that are none are not drawn."""
    assert world_map([point("a", 91, 0), point("b", 0, 500), point("c", float("nan"), 0)]).circles == ()


def test_a_map_without_shapes_has_its_circles() -> None:
    """A missing file of shapes leaves the circles."""
    none = shapes(Path("no such file"))
    assert none == Shapes()
    assert len(world_map([point("a", 0, 0)], outlines=none).circles) == 1


def test_the_shapes_are_bundled_with_their_source() -> None:
    """The file of shapes has countries and says where it has them from."""
    assert len(shapes(SHAPES).countries) > 100
    assert "Natural Earth" in shapes(SHAPES).source


def test_the_map_has_a_table() -> None:
    """Each place of the map stands in a table with its number and its events."""
    rows = page("/map").one("table", class_="data").one("tbody").all("tr")
    assert [(row.one("th").text, row.all("td")[0].text) for row in rows] == [("Almaty", "12"), ("Russia", "3")]
