"""What is the same stands for it everywhere: eq-sym, eq-trans and the three eq-rep rules, carried out together.

Joining by those rules pair by pair is quadratic many times over. Here the terms fall into groups of the same thing, and
every triple that names one of a group is written once for each choice of names.
"""

from collections.abc import Iterator
from itertools import permutations

import numpy as np

from newsgraph.storage.reasoning.facts import Facts, Key
from newsgraph.storage.reasoning.relations import HALF, LOWER, Rows, pack
from newsgraph.storage.reasoning.rules import MEMBER, SAME


class Identity:
    """The groups of the same thing among some facts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.same: Key = ("property", facts.number(SAME))
        self._listed: Key = ("property", facts.number(MEMBER))
        self._groups: list[list[int]] = []
        self._pairs = 0

    def follow(self, changed: set[Key]) -> Iterator[tuple[Key, Rows]]:
        """What follows from identities, where some relations have new rows."""
        rows = self.facts.relation(self.same).rows
        if not len(rows):
            return
        all_anew = len(rows) != self._pairs
        if all_anew:
            self._groups, self._pairs = _groups(rows), len(rows)
            pairs = [pair for group in self._groups for pair in permutations(group, 2)]
            yield self.same, _packed(pairs)
        names = {one: group for group in self._groups for one in group}
        known = np.array(sorted(names), np.int64)
        for key, relation in self.facts.everything():
            if key not in {self.same, self._listed} and (all_anew or key in changed or key[1] in names):
                yield from self._renamed(key, relation.rows, names, known)

    def _renamed(self, key: Key, rows: Rows, names: dict[int, list[int]], known: Rows) -> Iterator[tuple[Key, Rows]]:
        """A relation under the other names of what it holds, and of itself."""
        more = _members(rows, names, known) if key[0] == "class" else _pairs(rows, names, known)
        if len(more):
            yield key, more
        for other in names.get(key[1], ()):
            if other != key[1] and self.facts.terms.texts[other].startswith("<"):
                yield (key[0], other), np.concatenate((rows, more))


def _members(rows: Rows, names: dict[int, list[int]], known: Rows) -> Rows:
    named = rows[np.isin(rows, known)].tolist()
    return np.array([other for one in named for other in names[one]], np.int64)


def _pairs(rows: Rows, names: dict[int, list[int]], known: Rows) -> Rows:
    touched = rows[np.isin(rows >> HALF, known) | np.isin(rows & LOWER, known)]
    ends = zip((touched >> HALF).tolist(), (touched & LOWER).tolist(), strict=True)
    return _packed(
        [(one, two) for left, right in ends for one in names.get(left, (left,)) for two in names.get(right, (right,))]
    )


def _packed(pairs: list[tuple[int, int]]) -> Rows:
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return pack(both[:, 0], both[:, 1])


def _groups(rows: Rows) -> list[list[int]]:
    """The groups that pairs of the same thing make, each sorted."""
    root: dict[int, int] = {}

    def top(one: int) -> int:
        while (above := root.setdefault(one, one)) != one:
            root[one] = root[above]
            one = above
        return one

    for left, right in zip((rows >> HALF).tolist(), (rows & LOWER).tolist(), strict=True):
        first, second = top(left), top(right)
        root[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for one in sorted(root):
        groups.setdefault(top(one), []).append(one)
    return [group for group in groups.values() if len(group) > 1]
