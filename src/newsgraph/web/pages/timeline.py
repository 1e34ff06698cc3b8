"""A bar chart of counts in time: places and sizes, for a template to draw."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.model.explorer import Bucket
from newsgraph.web.pages.dates import Stretch, stretch, ticks
from newsgraph.web.pages.words import number

WIDTH, HEIGHT, BOTTOM, LEFT, TOP = 720, 150, 22, 34, 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `first` and `last` are the days it covers."""

    x: float
    y: float
    width: float
    height: float
    words: str
    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over an axis of time; `lines` are heights with what they count."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    lines: tuple[tuple[float, str], ...]
    summary: str
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = HEIGHT - BOTTOM
    left: int = LEFT


def timeline(buckets: Sequence[Bucket]) -> Timeline | None:
    """The chart of some counts; None where none has a date."""
    dated = [(found, bucket.count) for bucket in buckets if (found := stretch(bucket.when)) and bucket.count > 0]
    if not dated:
        return None
    dated.sort(key=lambda pair: pair[0].first)
    scale = _Scale(dated[0][0], max((one for one, _ in dated), key=lambda one: one.beyond))
    top = max(count for _, count in dated)
    bars = tuple(_bar(scale, when, count, top) for when, count in dated)
    marks = tuple((scale.at(day.toordinal()), name) for day, name in ticks(scale.first.first, scale.last.beyond))
    lines = tuple((_y(count, top), number(count)) for count in ([top // 2, top] if top > 1 else [top]))
    return Timeline(bars, marks, lines, _summary(dated))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to places; a chart of little time keeps its bars slim by time to either side of it."""

    first: Stretch
    last: Stretch

    def at(self, day: float) -> float:
        begin, end = self.first.first.toordinal(), self.last.beyond.toordinal()
        room = WIDTH - LEFT
        return round(LEFT + room * (day - begin) / (end - begin), 2)


def _bar(scale: _Scale, when: Stretch, count: int, top: int) -> Bar:
    left, right = scale.at(when.first.toordinal()), scale.at(when.beyond.toordinal())
    width = min(max((right - left) * 0.86, 2.5), 34)
    y = _y(count, top)
    x = round(min((left + right - width) / 2, WIDTH - width), 2)
    first, last = when.first.isoformat(), when.last.isoformat()
    return Bar(x, y, round(width, 2), round(HEIGHT - BOTTOM - y, 2), when.words, count, first, last)


def _y(count: int, top: int) -> float:
    room = HEIGHT - BOTTOM - TOP
    return round(HEIGHT - BOTTOM - max(room * count / top, 1.5), 2)


def _summary(dated: Sequence[tuple[Stretch, int]]) -> str:
    when, count = max(dated, key=lambda pair: pair[1])
    total = sum(count for _, count in dated)
    span = f"{dated[0][0].words} to {dated[-1][0].words}" if len(dated) > 1 else dated[0][0].words
    return f"{number(total)} in all, {span}; the most, {number(count)}, in {when.words}."
