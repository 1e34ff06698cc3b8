"""Which names hang together, whatever links them."""

from array import array
from collections import deque
from collections.abc import Iterable

from newsgraph.storage.merging.members import Edge, Links


class Circles:
    """Union-find over the names that links have; a circle is a set of names that hang together."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._above = array("L", range(len(links.names)))
        for left, right in zip(links.left, links.right, strict=True):
            one, other = self.of(left), self.of(right)
            # The smaller number stays on top, so that the outcome does not depend on the order of links.
            self._above[max(one, other)] = min(one, other)

    def of(self, name: int) -> int:
        """The number of the circle of a name."""
        above = self._above
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    def all(self) -> dict[int, list[int]]:
        """The names of each circle of more than one."""
        found: dict[int, list[int]] = {}
        for name in range(len(self.links.names)):
            found.setdefault(self.of(name), []).append(name)
        return {circle: names for circle, names in found.items() if len(names) > 1}

    def edges(self, circles: Iterable[int]) -> dict[int, list[Edge]]:
        """The links within some circles."""
        wanted: dict[int, list[Edge]] = {circle: [] for circle in circles}
        for edge in self.links.edges() if wanted else ():
            if (found := wanted.get(self.of(edge.left))) is not None:
                found.append(edge)
        return wanted


def chain(edges: Iterable[Edge], start: int, end: int, names: list[bytes]) -> list[Edge]:
    """The shortest way from one name to another by some links, the surest of several between two names."""
    ways: dict[int, dict[int, Edge]] = {}
    for edge in sorted(edges, key=lambda one: (one.trust, one.by, one.source)):
        ways.setdefault(edge.left, {})[edge.right] = edge
        ways.setdefault(edge.right, {})[edge.left] = edge
    back: dict[int, int] = {start: start}
    waiting = deque([start])
    while waiting and end not in back:
        one = waiting.popleft()
        for other in sorted(ways.get(one, ()), key=names.__getitem__):
            if other not in back:
                back[other] = one
                waiting.append(other)
    found = list[Edge]()
    while end in back and end != start:
        found.append(ways[back[end]][end])
        end = back[end]
    return found[::-1]
