"""What people have judged: which names are one thing and which are not; their word wins over the program's.

A judgement is about two names. That the right one is another thing, or may be, takes the row of that name out of the
program's hands: it stays alone. That two are one binds their bases, whatever else speaks against it.
"""

from collections import defaultdict
from collections.abc import Iterator

from newsgraph.resolution.index import Index

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


class Judgements:
    """The judgements in an index, with the bonds that they make between bases."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._solo = set(index.column("SELECT right FROM judgement WHERE verdict != ?", SAME))
        self._bonds: dict[tuple[str, int], int] = {}
        for kind in ("entity", "event"):
            self.bond(kind)

    def solo(self, name: str) -> bool:
        """Whether the row of a name is to stay alone."""
        return name in self._solo

    def home(self, kind: str, base: int) -> int:
        """The home of a base."""
        return self._bonds.get((kind, base), base)

    def bond(self, kind: str) -> set[int]:
        """Work out anew which bases are bound to others; those for which that has changed."""
        old = {key: home for key, home in self._bonds.items() if key[0] == kind}
        new = {(kind, base): home for base, home in self._bound(kind)}
        self._bonds = {key: home for key, home in self._bonds.items() if key[0] != kind} | new
        return {base for (_, base) in old.keys() | new.keys() if old.get((kind, base)) != new.get((kind, base))}

    def _bound(self, kind: str) -> Iterator[tuple[int, int]]:
        """Each bound base with the smallest number of those that it is bound to, which serves as their home."""
        near: dict[int, set[int]] = defaultdict(set)
        pairs = self.index.all("SELECT left, right FROM judgement WHERE verdict = ? ORDER BY left, right", SAME)
        for left, right in pairs:
            ends = [base for name in (left, right) if (base := self._base(kind, name)) is not None]
            if len(set(ends)) == 2:
                near[ends[0]].add(ends[1])
                near[ends[1]].add(ends[0])
        for base in near:
            yield base, min(_reach(near, base))

    def _base(self, kind: str, name: str) -> int | None:
        base: int | None = self.index.value(f"SELECT base FROM {kind} WHERE name = ? AND base IS NOT NULL", name)
        return base


def _reach(near: dict[int, set[int]], start: int) -> set[int]:
    found, queue = {start}, [start]
    while queue:
        new = near[queue.pop()] - found
        found |= new
        queue.extend(new)
    return found
