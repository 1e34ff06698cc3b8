"""Figures by speaker on one scale: from how many to how many each says."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph.model.explorer import ClaimView, FigureView
from newsgraph.web.pages.words import amount, short_number, stance, worded

WIDTH = 240


@dataclass(frozen=True, slots=True)
class Line:
    """What one speaker says: where it begins and ends on the scale, and whether either end is open."""

    figure: FigureView
    claim: ClaimView | None
    words: str
    x: float
    width: float
    open_low: bool
    open_high: bool
    stance: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is said of one count ("Deaths") of one thing."""

    title: str
    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool
    width: int = WIDTH


def charts(figures: Iterable[FigureView], *, about: str = "") -> list[Chart]:
    """A chart for each thing that is counted, in the order in which they come.

    Titles say of what it is counted, but of the thing `about` whose page it is.
    """
    groups: dict[tuple[str, str], list[FigureView]] = {}
    for figure in figures:
        groups.setdefault((figure.counts, figure.of.iri if figure.of else ""), []).append(figure)
    return [_chart(group, about) for group in groups.values()]


def _chart(group: Sequence[FigureView], about: str) -> Chart:
    scale = _scale([end for one in group for end in (one.minimum, one.maximum) if end is not None])
    ordered = sorted(group, key=lambda one: (one.day or "", one.minimum or 0, one.maximum or math.inf, one.node.iri))
    lines = tuple(line for one in ordered for line in _lines(one, scale))
    of = group[0].of
    title = worded(group[0].counts) + (f": {of.label}" if of and of.iri != about else "")
    return Chart(title, lines, tuple((scale.at(tick), short_number(tick)) for tick in scale.ticks), scale.logarithmic)


def _lines(figure: FigureView, scale: "_Scale") -> Iterable[Line]:
    low = 0.0 if figure.minimum is None else scale.at(figure.minimum)
    high = float(WIDTH) if figure.maximum is None else scale.at(figure.maximum)
    ends = low, round(max(high - low, 0.0), 2), figure.minimum is None, figure.maximum is None
    for claim in figure.claims or (None,):
        how = stance(claim.speakers[0]) if claim and claim.speakers else "affirms"
        yield Line(figure, claim, amount(figure), *ends, how)


@dataclass(frozen=True, slots=True)
class _Scale:
    top: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """The place of a value, 0 being at the left; the right end leaves room for what is open."""
        share = math.log10(1 + max(value, 0)) / math.log10(1 + self.top) if self.logarithmic else value / self.top
        return round(min(max(share, 0.0), 1.0) * WIDTH * 0.82, 2)


def _scale(ends: Iterable[float]) -> _Scale:
    known = [end for end in ends if math.isfinite(end) and end > 0]
    highest = max(known, default=1.0)
    if highest >= 50 * min(known, default=1.0):
        decades = [10.0**power for power in range(math.ceil(math.log10(highest)) + 1)]
        return _Scale(highest, True, tuple(decade for decade in _thin(decades) if decade <= highest))
    step = _round(highest / 4)
    return _Scale(highest, False, tuple(step * n for n in range(int(highest / step) + 1)))


def _thin(decades: list[float]) -> list[float]:
    """At most about five of them."""
    return decades[:: -(-len(decades) // 5)]


def _round(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    unit = 10.0 ** math.floor(math.log10(value))
    return max(next(unit * n for n in (1, 2, 5, 10) if unit * n >= value * 0.999), 1.0 if value >= 0.2 else 0.0)
