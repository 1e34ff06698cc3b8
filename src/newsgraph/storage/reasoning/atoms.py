"""Rules as joins of relations, and how a join is worked out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from newsgraph.storage.reasoning.facts import Facts, Key
from newsgraph.storage.reasoning.relations import HALF, LOWER, Rows, member, pack, turn
from newsgraph.storage.reasoning.rules import Rule
from newsgraph.storage.reasoning.values import other_values

Slot: TypeAlias = str | int
"""A variable, or the number of a term."""


@dataclass(frozen=True, slots=True)
class Atom:
    """That something is of a class, or that a property holds; a class has no object."""

    key: Key
    subject: Slot
    object: Slot | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What stands in it."""
        return (self.subject,) if self.object is None else (self.subject, self.object)


@dataclass(frozen=True, slots=True)
class Condition:
    """That two terms differ, or (`by_value`) that they are literals of different values."""

    left: Slot
    right: Slot
    by_value: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """A rule for given properties and classes."""

    rule: Rule
    premises: tuple[Atom, ...]
    conditions: tuple[Condition, ...]
    conclusions: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Solutions: a column of numbers for each variable, and how many there are."""

    size: int
    columns: dict[str, Rows]

    def column(self, slot: Slot) -> Rows | None:
        """The numbers that a slot has; None for a variable that is open."""
        if isinstance(slot, int):
            return np.full(self.size, slot, np.int64)
        return self.columns.get(slot)

    def taken(self, chosen: npt.NDArray[np.bool_] | Rows) -> "Table":
        """Some of the solutions, by a mask or by their places, which may repeat."""
        size = int(np.count_nonzero(chosen)) if chosen.dtype == np.bool_ else len(chosen)
        return Table(size, {name: column[chosen] for name, column in self.columns.items()})

    def having(self, slot: Slot | None, column: Rows) -> "Table":
        """With a column more."""
        return Table(self.size, {**self.columns, slot: column} if isinstance(slot, str) else self.columns)


UNIT = Table(1, {})


def solve(join: Join, facts: Facts, fresh: int | None = None) -> Table:
    """The solutions of a rule's premises; of one premise (`fresh`) only what came last."""
    table, waiting = UNIT, list(join.premises)
    if fresh is not None:
        atom = waiting.pop(fresh)
        new = facts.relation(atom.key).new
        table = _extended(table, atom, new, lambda: turn(new))
    while waiting and table.size:
        atom = min(waiting, key=lambda one: _cost(one, table, facts))
        waiting.remove(atom)
        relation = facts.relation(atom.key)
        table = _extended(table, atom, relation.rows, lambda relation=relation: relation.turned)  # type: ignore[misc]
    for condition in join.conditions if table.size else ():
        table = table.taken(_holds(condition, table, facts))
    return table


def rows_of(atom: Atom, table: Table) -> Rows:
    """What an atom says in all solutions."""
    subjects = table.column(atom.subject)
    objects = None if atom.object is None else table.column(atom.object)
    if subjects is None or (objects is None and atom.object is not None):
        raise ValueError(f"a conclusion about what no premise names: {atom}")
    return subjects if objects is None else pack(subjects, objects)


def _cost(atom: Atom, table: Table, facts: Facts) -> tuple[int, int]:
    """What to look at first: what is bound most, then what is smallest."""
    open_ = sum(isinstance(slot, str) and slot not in table.columns for slot in atom.slots)
    return (open_ if open_ < len(atom.slots) else 3), len(facts.relation(atom.key).rows)


def _extended(table: Table, atom: Atom, rows: Rows, turned: Callable[[], Rows]) -> Table:
    """The solutions with what an atom adds or takes away."""
    subjects = table.column(atom.subject)
    if atom.object is None:
        return _crossed(table, {atom.subject: rows}) if subjects is None else table.taken(member(rows, subjects))
    objects = table.column(atom.object)
    if subjects is not None and objects is not None:
        return table.taken(member(rows, pack(subjects, objects)))
    if subjects is not None:
        return _followed(table, subjects, rows, atom.object)
    if objects is not None:
        return _followed(table, objects, turned(), atom.subject)
    if atom.subject == atom.object:
        return _crossed(table, {atom.subject: rows[(rows >> HALF) == (rows & LOWER)] & LOWER})
    return _crossed(table, {atom.subject: rows >> HALF, atom.object: rows & LOWER})


def _followed(table: Table, known: Rows, rows: Rows, slot: Slot) -> Table:
    """Each solution once for every pair that begins with what it knows."""
    starts, ends = np.searchsorted(rows, known << HALF), np.searchsorted(rows, (known + 1) << HALF)
    counts = ends - starts
    places = np.repeat(np.arange(table.size), counts)
    offsets = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    return table.taken(places).having(slot, rows[np.repeat(starts, counts) + offsets] & LOWER)


def _crossed(table: Table, columns: dict[Slot, Rows]) -> Table:
    """Every solution with every row."""
    size = len(next(iter(columns.values())))
    named: Iterable[tuple[str, Rows]] = ((name, one) for name, one in columns.items() if isinstance(name, str))
    if table is UNIT:
        return Table(size, dict(named))
    wide = table.taken(np.repeat(np.arange(table.size), size))
    return Table(wide.size, {**wide.columns, **{name: np.tile(one, table.size) for name, one in named}})


def _holds(condition: Condition, table: Table, facts: Facts) -> npt.NDArray[np.bool_]:
    left, right = table.column(condition.left), table.column(condition.right)
    if left is None or right is None:
        raise ValueError(f"a condition on what no premise names: {condition}")
    return other_values(left, right, facts.terms.texts) if condition.by_value else left != right
