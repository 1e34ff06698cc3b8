"""Figures that exclude each other, and those that only follow one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product, takewhile
from math import inf
from typing import Self

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import FigureCard
from newsgraph.resolution.standing import ENOUGH

# "About 8" and 9 can both be right.
_LEEWAY = 0.1


@dataclass(frozen=True, slots=True)
class Observed:
    """A figure with the bounds that a number must keep to, who stands behind it, and as of which day."""

    place: str
    card: FigureCard
    low: float
    high: float
    day: str
    speakers: frozenset[str]

    @classmethod
    def of(cls, place: str, card: FigureCard, published: str) -> Self:
        """A figure of an article that was published on some day."""
        speakers = frozenset(claim.speaker for claim in card.claims)
        return cls(place, card, *_range(card), card.when or published, speakers)

    def misses(self, other: Self) -> bool:
        """Whether no number fits both."""
        return self.high < other.low or other.high < self.low

    def excludes(self, other: Self) -> bool:
        """Whether others say of one time what no number fits together with this."""
        return self.speakers.isdisjoint(other.speakers) and self.misses(other) and not self._follows(other)

    def _follows(self, other: Self) -> bool:
        """Whether the two are a series: as of two days, and what can only grow has grown."""
        if not (self.day and other.day) or self.day == other.day:
            return False
        first, second = sorted((self, other), key=lambda one: one.day)
        return not vocabulary().is_a(self.card.counts, "CumulativeMeasure") or first.high < second.low


def _range(figure: FigureCard) -> tuple[float, float]:
    low = -inf if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    slack = _LEEWAY if figure.approximate else 0.0
    return low - abs(low) * slack if low > -inf else low, high + abs(high) * slack if high < inf else high


def rivals(figures: Iterable[Observed]) -> Iterator[tuple[Observed, Observed]]:
    """Pairs of affirmed figures of one event by different speakers that exclude each other.

    A speaker who revises a figure does not contradict anybody. Where there are many figures, each that has rivals
    comes with some of them.
    """
    groups: dict[tuple[str, str | None], list[Observed]] = {}
    for one in figures:
        if any(claim.affirms for claim in one.card.claims):
            groups.setdefault((one.card.counts, one.card.unit), []).append(one)
    for _, group in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        candidates = combinations(group, 2) if len(group) <= 2 * ENOUGH else _extremes(group)
        found = {(a.place, b.place): (a, b) for a, b in candidates if a.excludes(b)}
        yield from (pair for _, pair in sorted(found.items(), key=lambda item: item[0]))


def _extremes(group: list[Observed]) -> Iterator[tuple[Observed, Observed]]:
    """Each figure with those that lie furthest from it, one for each circle of speakers and day.

    A figure that excludes any excludes the furthest of the same speakers and day too: none with a rival goes without.
    """
    highest = _first_of_each(sorted(group, key=lambda one: (-one.low, one.place)))
    lowest = _first_of_each(sorted(group, key=lambda one: (one.high, one.place)))
    for one, side in product(group, (highest, lowest)):
        found = filter(one.excludes, takewhile(one.misses, side))
        yield from (_in_order(one, other) for other in islice(found, ENOUGH))


def _in_order(one: Observed, other: Observed) -> tuple[Observed, Observed]:
    return (one, other) if one.place < other.place else (other, one)


def _first_of_each(group: list[Observed]) -> list[Observed]:
    found: dict[tuple[frozenset[str], str], Observed] = {}
    for one in group:
        found.setdefault((one.speakers, one.day), one)
    return list(found.values())
