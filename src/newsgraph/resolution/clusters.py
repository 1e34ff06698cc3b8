"""Clusters out of matches: a union-find that can refuse."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from newsgraph.model.links import Match, Ref

# How many rows on each side of a large group are compared.
REACH = 16

Members: TypeAlias = tuple[Ref, ...]


def cluster(
    refs: Iterable[Ref], matches: Iterable[Match], allowed: Callable[[Members, Members], bool]
) -> tuple[tuple[Members, ...], tuple[Match, ...]]:
    """The clusters that matches make, and the matches that were taken.

    The surest matches go first, and one that would join two clusters which `allowed` holds apart is passed over. Each
    row is in one cluster; members and clusters are sorted.
    """
    home: dict[Ref, Members] = {ref: (ref,) for ref in refs}
    taken = []
    for match in sorted(set(matches), key=lambda m: (-m.score, m.left, m.right, m.reasons)):
        left, right = home[match.left], home[match.right]
        if left is right:
            taken.append(match)
        elif allowed(left, right):
            taken.append(match)
            joined = tuple(sorted({*left, *right}))
            home.update(dict.fromkeys(joined, joined))
    return tuple(sorted(set(home.values()))), tuple(taken)


def pairs(group: Sequence[Ref]) -> Iterator[tuple[Ref, Ref]]:
    """Each row with those before it: with all of a small group, with the nearest and the first of a large one.

    Rows stand in the order of publication, so that a name which a thousand articles have costs no million pairs.
    """
    for place, ref in enumerate(group):
        nearest = range(max(0, place - REACH), place)
        yield from ((group[n], ref) for n in (*range(min(REACH, nearest.start)), *nearest))


def index(clusters: Sequence[Members]) -> dict[Ref, int]:
    """The number of the cluster that each row is in."""
    return {ref: number for number, members in enumerate(clusters) for ref in members}


def apart(left: Members, right: Members) -> bool:
    """Whether two clusters hold no two rows of one article: a text that tells two things apart is believed."""
    return not {ref.article for ref in left} & {ref.article for ref in right}
