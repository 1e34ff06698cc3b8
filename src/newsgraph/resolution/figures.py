"""Figures that exclude each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, product, takewhile
from math import inf
from typing import Self

from newsgraph.model.findings import Claim, Figure, TargetKind
from newsgraph.model.links import Article, Ref, rows
from newsgraph.resolution.speakers import ENOUGH, speakers
from newsgraph.resolution.views import affirms

# "About 8" and 9 can both be right.
_LEEWAY = 0.1


@dataclass(frozen=True, slots=True)
class Observed:
    """A figure with the bounds that a number must keep to, and who stands behind it."""

    ref: Ref
    low: float
    high: float
    speakers: frozenset[str]

    def misses(self, other: Self) -> bool:
        """Whether no number fits both."""
        return self.high < other.low or other.high < self.low

    def excludes(self, other: Self) -> bool:
        """Whether others say what no number fits together with this."""
        return self.speakers.isdisjoint(other.speakers) and self.misses(other)


def _range(figure: Figure) -> tuple[float, float]:
    low = -inf if figure.minimum is None else figure.minimum
    high = inf if figure.maximum is None else figure.maximum
    slack = _LEEWAY if figure.approximate else 0.0
    return low - abs(low) * slack if low > -inf else low, high + abs(high) * slack if high < inf else high


def rival_figures(
    articles: tuple[Article, ...], owners: Mapping[Ref, int], told: Mapping[Ref, Mapping[Ref, Claim]]
) -> Iterator[tuple[int, Ref, Ref]]:
    """(event cluster, figure, figure) for affirmed figures of one event by different speakers that exclude each other.

    A speaker who revises a figure does not contradict anybody. Where there are many figures, each that has rivals
    comes with some of them.
    """
    groups: dict[tuple[int, str, str | None], list[Observed]] = {}
    for ref in rows(articles, TargetKind.FIGURE):
        figure = articles[ref.article].findings.figures[ref.index]
        if figure.of.kind is TargetKind.EVENT and any(map(affirms, told.get(ref, {}).values())):
            key = (owners[Ref(ref.article, figure.of.index)], figure.counts, figure.unit)
            groups.setdefault(key, []).append(Observed(ref, *_range(figure), speakers(articles, told[ref])))
    for (event, _, _), group in groups.items():
        candidates = combinations(group, 2) if len(group) <= 2 * ENOUGH else _extremes(group)
        found = {(min(a.ref, b.ref), max(a.ref, b.ref)) for a, b in candidates if a.excludes(b)}
        yield from ((event, left, right) for left, right in sorted(found))


def _extremes(group: list[Observed]) -> Iterator[tuple[Observed, Observed]]:
    """Each figure with those that lie furthest from it, one for each circle of speakers.

    A figure that excludes any excludes the furthest of the same speakers too: none with a rival goes without one.
    """
    highest = _first_of_each(sorted(group, key=lambda one: (-one.low, one.ref)))
    lowest = _first_of_each(sorted(group, key=lambda one: (one.high, one.ref)))
    for one, side in product(group, (highest, lowest)):
        rivals = filter(one.excludes, takewhile(one.misses, side))
        yield from ((one, other) for other in islice(rivals, ENOUGH))


def _first_of_each(group: list[Observed]) -> list[Observed]:
    found: dict[frozenset[str], Observed] = {}
    for one in group:
        found.setdefault(one.speakers, one)
    return list(found.values())
