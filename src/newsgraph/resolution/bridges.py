"""Bridges: an event that is like two others shows that they are one, though neither was like the other.

"An attack in Almaty" and "an attack by armed men" are one when somebody tells of the attack by armed men in Almaty.
"""

from newsgraph.resolution.index import Index


class Bridges:
    """Which bases are one by the bridges that rows make; what a change touches is gathered."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._homes: dict[int, int] = {}
        self._touched: set[int] = set()

    def span(self, row: int, base: int, others: tuple[int, ...]) -> None:
        """Say which other bases a row shows to be one with its own."""
        old = set(self.index.all("SELECT one, other FROM bridge WHERE row = ?", row))
        new = {(base, other) for other in others}
        if old != new:
            self.index.run("DELETE FROM bridge WHERE row = ?", row)
            self.index.many("INSERT INTO bridge VALUES (?, ?, ?)", ((row, *pair) for pair in sorted(new)))
            self._touched.update(end for pair in old ^ new for end in pair)

    def changed(self) -> set[int]:
        """The bases that may have another home since this was last asked."""
        loose = {one for base in self._touched for one in self.reach(base)} | self._touched
        self._homes.clear()
        self._touched.clear()
        return loose

    def home(self, base: int) -> int:
        """The smallest number of the bases that one is the same as."""
        if base not in self._homes:
            part = self.reach(base)
            self._homes.update(dict.fromkeys(part, min(part)))
        return self._homes[base]

    def reach(self, base: int) -> set[int]:
        """The bases that one is the same as."""
        found, queue = {base}, [base]
        while queue:
            one = queue.pop()
            near = self.index.column("SELECT other FROM bridge WHERE one = ?", one)
            near += self.index.column("SELECT one FROM bridge WHERE other = ?", one)
            new = set(near) - found
            found |= new
            queue.extend(new)
        return found
