"""What people have judged: which names are one thing and which are not; their word wins over the program's.

A judgement is about two names. That the right one is another thing, or may be, takes the row of that name out of the
program's hands: it stays alone, and nothing joins it. That two are one binds their bases, whatever else speaks against
it; so does that they have one identifier elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from newsgraph.model.archive import Judgement
from newsgraph.model.things import Judged
from newsgraph.resolution.index import Index

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
Homes: TypeAlias = Callable[[int], int]
Node: TypeAlias = int | str
"""A base, or a name of which no article tells."""
T = TypeVar("T")


class Judgements:
    """The judgements in an index, with the bonds that they make between bases."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._bonds: dict[tuple[str, int], int] = {}
        self._bound_to: dict[int, list[int]] = {}
        self._named: dict[int, list[str]] = {}
        self._read()

    def replace(self, judgements: Iterable[Judgement]) -> frozenset[Judgement]:
        """Put judgements in the place of all that there were; those that have come or gone.

        Whatever tells of their names is to be taken out and put in again.
        """
        old, new = frozenset(self.all()), frozenset(judgements)
        self.index.run("DELETE FROM judgement")
        rows = ((one.left, one.right, one.verdict, one.judge, one.reason) for one in sorted(new, key=_place))
        self.index.many("INSERT INTO judgement VALUES (?, ?, ?, ?, ?)", rows)
        self._read()
        return old ^ new

    def all(self) -> tuple[Judgement, ...]:
        """All judgements, sorted."""
        rows = self.index.all("SELECT left, right, verdict, judge, reason FROM judgement ORDER BY left, right")
        return tuple(Judgement(*row) for row in rows)

    def of(self, name: str) -> tuple[Judgement, ...]:
        """The judgements whose left name is this one."""
        return self._of.get(name, ())

    def settled(self, one: str, other: str) -> bool:
        """Whether somebody has judged two names: what the program thinks of them is of no account then."""
        return any(right in (one, other) for left in (one, other) for right in self._rights.get(left, ()))

    def solo(self, name: str) -> bool:
        """Whether the row of a name is to stay alone."""
        return name in self._solo

    def home(self, kind: str, base: int) -> int:
        """The home of a base."""
        return self._bonds.get((kind, base), base)

    def bond(self, kind: str, homes: Homes = lambda base: base) -> set[int]:
        """Work out anew which bases are bound to others; those for which that has changed.

        `homes` gives what stands for a base where other things than judgements bind bases too.
        """
        old = {key: home for key, home in self._bonds.items() if key[0] == kind}
        new = {(kind, base): home for base, home in self._bound(kind, homes)}
        self._bonds = {key: home for key, home in self._bonds.items() if key[0] != kind} | new
        if kind == "entity":
            self._bound_to = _turned((home, base) for (_, base), home in new.items())
            self._named = _turned(self._nodes())
        return {base for (_, base) in old.keys() | new.keys() if old.get((kind, base)) != new.get((kind, base))}

    def identified(self, home: int) -> list[str]:
        """The names that judgements have brought to a home, of those that several rows may have: sorted.

        They are those of identified entities, and of publishers of which no text speaks.
        """
        bases = self._bound_to.get(home, (home,))
        sql = "SELECT name FROM entity WHERE base = ? AND identified = 1 LIMIT 1"
        found = {name for base in bases for name in self.index.column(sql, base)}
        said = {name for base in bases for name in self._named.get(base, ())}
        publishes = "SELECT 1 FROM entity WHERE name = ? AND row < 0 LIMIT 1"
        return sorted(found | {name for name in said if self.index.value(publishes, name)})

    def shown(self) -> dict[tuple[str, str], Judged]:
        """The judgements on two names that articles tell of, each with the one thing that they are, if they are."""
        found = {}
        for one in self.all():
            for kind in ("entity", "event"):
                left, right = (self._thing(kind, name) for name in (one.left, one.right))
                if left is not None and right is not None:
                    thing = left if one.verdict == SAME and left == right else None
                    found[one.left, one.right] = Judged(*_place(one), one.verdict, one.judge, one.reason, thing)
        return found

    def _read(self) -> None:
        self._of: dict[str, tuple[Judgement, ...]] = defaultdict(tuple)
        for one in self.all():
            self._of[one.left] += (one,)
        self._solo = {one.right for found in self._of.values() for one in found if one.verdict != SAME}
        self._rights = {left: {one.right for one in found} for left, found in self._of.items()}

    def _bound(self, kind: str, homes: Homes) -> Iterator[tuple[int, int]]:
        """Each bound base with the smallest number of those that it is bound to, which serves as their home."""
        near: dict[Node, set[Node]] = defaultdict(set)
        for one in (one for found in self._of.values() for one in found if one.verdict == SAME):
            left, right = (self._node(kind, name, homes) for name in (one.left, one.right))
            near[left].add(right)
            near[right].add(left)
        for node in near:
            bases = [base for base in _reach(near, node) if isinstance(base, int)]
            if isinstance(node, int) and len(bases) > 1:
                yield node, min(bases)

    def _nodes(self) -> Iterator[tuple[int, str]]:
        """The bases of entities that are judged to be one with something, with the names by which they are judged."""
        for one in (one for found in self._of.values() for one in found if one.verdict == SAME):
            for name in (one.left, one.right):
                node = self._node("entity", name, lambda base: base)
                if isinstance(node, int):
                    yield node, name

    def _node(self, kind: str, name: str, homes: Homes) -> Node:
        sql = f"SELECT base FROM {kind} WHERE name = ? AND base IS NOT NULL"
        base = self.index.value(sql, name)
        if base is None and kind == "entity":
            base = self.index.value("SELECT base FROM alias WHERE key = ?", f"={name}")
        return name if base is None else homes(base)

    def _thing(self, kind: str, name: str) -> str | None:
        """The name of the thing that a name is of."""
        home = self.index.value(f"SELECT home FROM {kind} WHERE name = ? LIMIT 1", name)
        found: str | None = self.index.value("SELECT name FROM thing WHERE kind = ? AND home = ?", kind, home)
        return found


def _place(one: Judgement) -> tuple[str, str]:
    return one.left, one.right


def _turned(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return dict(found)


def _reach(near: dict[Node, set[Node]], start: Node) -> set[Node]:
    found, queue = {start}, [start]
    while queue:
        new = near[queue.pop()] - found
        found |= new
        queue.extend(new)
    return found
