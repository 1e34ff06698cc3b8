"""Clusters out of matches: a union-find that can refuse."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias, TypeVar

from newsgraph.model.links import Match, Ref

# How many rows on each side of a large group are compared.
REACH = 16

Members: TypeAlias = tuple[Ref, ...]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Group:
    """A cluster that grows: its rows, the articles they are from, and the identifiers that they have."""

    members: list[Ref]
    articles: set[int]
    known: set[str]

    def take(self, other: Self) -> None:
        """Grow by another group."""
        self.members.extend(other.members)
        self.articles.update(other.articles)
        self.known.update(other.known)


def cluster(
    refs: Iterable[Ref],
    matches: Iterable[Match],
    allowed: Callable[[Group, Group], bool],
    known: Callable[[Ref], str | None] = lambda _: None,
) -> tuple[tuple[Members, ...], tuple[Match, ...]]:
    """The clusters that matches make, and the matches that were taken.

    The surest matches go first, and one that would join two clusters which `allowed` holds apart is passed over. Each
    row is in one cluster; members and clusters are sorted. `known` gives the identifier of a row.
    """
    home = {ref: Group([ref], {ref.article}, {name} if (name := known(ref)) else set()) for ref in refs}
    taken = []
    for match in sorted(set(matches), key=_turn):
        left, right = home[match.left], home[match.right]
        if left is right:
            taken.append(match)
        elif allowed(left, right):
            taken.append(match)
            _join(home, left, right)
    groups = {id(group): group for group in home.values()}
    return tuple(sorted(tuple(sorted(group.members)) for group in groups.values())), tuple(taken)


def _turn(match: Match) -> tuple[float, int, int, int, int, tuple[str, ...]]:
    """The place of a match in the order; in plain numbers, which sort faster than rows."""
    left, right = match.left, match.right
    return -match.score, left.article, left.index, right.article, right.index, match.reasons


def _join(home: dict[Ref, Group], left: Group, right: Group) -> None:
    """Make one group of two: the small one moves, so that no row moves often."""
    small, large = sorted((left, right), key=lambda group: len(group.members))
    home.update(dict.fromkeys(small.members, large))
    large.take(small)


def pairs(group: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row with those before it: with all of a small group, with the nearest and the first of a large one.

    Rows stand in the order of publication, so that a name which a thousand articles have costs no million pairs.
    """
    for place, ref in enumerate(group):
        nearest = range(max(0, place - REACH), place)
        yield from ((group[n], ref) for n in (*range(min(REACH, nearest.start)), *nearest))


def index(clusters: Sequence[Members]) -> dict[Ref, int]:
    """The number of the cluster that each row is in."""
    return {ref: number for number, members in enumerate(clusters) for ref in members}


def apart(left: Group, right: Group) -> bool:
    """Whether two clusters hold no two rows of one article: a text that tells two things apart is believed."""
    return left.articles.isdisjoint(right.articles)
