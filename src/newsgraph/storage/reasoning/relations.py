"""Relations over numbered terms, as sorted arrays of numbers without repetition.

A class is the array of its members. A property is the array of its pairs, both numbers packed into one: the subject
in the upper half, so that the pairs of a subject stand together.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Rows: TypeAlias = npt.NDArray[np.int64]
HALF = np.int64(32)
LOWER = np.int64((1 << 32) - 1)
NONE: Rows = np.empty(0, np.int64)


@dataclass(slots=True)
class Relation:
    """What is told or known of a class or property: `asserted` of it is told, `rows` is all, `new` came last."""

    rows: Rows = field(default_factory=lambda: NONE)
    asserted: Rows = field(default_factory=lambda: NONE)
    new: Rows = field(default_factory=lambda: NONE)
    _turned: Rows | None = None

    def tell(self, rows: Rows) -> None:
        """Add what is told."""
        told = unique(rows)
        self.asserted = union(self.asserted, told)
        self.add(told)

    def add(self, rows: Rows) -> bool:
        """Add rows that are sorted and without repetition; whether any was not there. They are `new` until the next."""
        self.new = difference(rows, self.rows)
        if len(self.new):
            self.rows, self._turned = union(self.rows, self.new), None
        return bool(len(self.new))

    @property
    def turned(self) -> Rows:
        """The pairs with the object in the upper half."""
        if self._turned is None:
            self._turned = turn(self.rows)
        return self._turned

    @property
    def inferred(self) -> Rows:
        """What is known without being told."""
        return difference(self.rows, self.asserted)


def pack(subjects: Rows, objects: Rows) -> Rows:
    """Pairs as single numbers."""
    return (subjects << HALF) | objects


def turn(rows: Rows) -> Rows:
    """Pairs with their halves exchanged, sorted."""
    turned = pack(rows & LOWER, rows >> HALF)
    turned.sort()
    return turned


def unique(rows: Rows) -> Rows:
    """The numbers sorted, each once."""
    if len(rows) < 2:
        return rows
    ordered = np.sort(rows)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def member(rows: Rows, values: Rows) -> npt.NDArray[np.bool_]:
    """Which of some values stand in sorted rows."""
    if not len(rows):
        return np.zeros(len(values), np.bool_)
    places = np.searchsorted(rows, values)
    places[places == len(rows)] = 0
    found: npt.NDArray[np.bool_] = rows[places] == values
    return found


def difference(rows: Rows, without: Rows) -> Rows:
    """The rows that do not stand in others."""
    return rows if not len(without) or not len(rows) else rows[~member(without, rows)]


def union(first: Rows, second: Rows) -> Rows:
    """The rows of both, which have none in common unless they are sorted anew."""
    if not len(first) or not len(second):
        return first if len(first) else second
    return unique(np.concatenate((first, second)))
