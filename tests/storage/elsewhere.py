"""A store elsewhere in the hands of tests: it keeps what it is sent in memory, and can go away at any time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

NQUADS = ox.RdfFormat.N_QUADS


class GoneError(Exception):
    """The other side, or our own, is no longer there."""


@dataclass
class Elsewhere:
    """Takes lines; `before` is called with the number of each request, and may change things, or raise."""

    url: str = "http://elsewhere.example/update"
    whole: bool = False
    most_lines: int = 7
    most_bytes: int = 100_000
    before: Callable[[int], None] = lambda number: None
    refuses: Callable[[str], bool] = lambda line: False
    tells: bool = True
    requests: int = 0
    store: ox.Store = field(default_factory=ox.Store)

    def ready(self) -> None:
        """It always is."""

    def send(self, comes: bool, lines: Sequence[str]) -> str | None:
        """Take lines in or out."""
        self._request()
        assert 0 < len(lines) <= self.most_lines
        assert comes or not self.whole
        if any(map(self.refuses, lines)):
            return "no"
        for quad in ox.parse("".join(lines), format=NQUADS):
            (self.store.add if comes else self.store.remove)(quad)
        return None

    def put(self, graph: str, parts: Iterable[Sequence[str]]) -> str | None:
        """Take a whole graph."""
        self.clear(graph)
        told = (self.send(True, part) for part in parts)
        return next(filter(None, told), None)

    def clear(self, graph: str) -> None:
        """Empty a graph."""
        self._request()
        self.store.remove_graph(ox.NamedNode(graph))

    def graphs(self, prefix: str) -> Iterator[str] | None:
        """The names of its graphs."""
        names = [name.value for name in self.store.named_graphs() if isinstance(name, ox.NamedNode)]
        return (name for name in names if name.startswith(prefix)) if self.tells else None

    def holds(self, lines: Sequence[str]) -> bool | None:
        """Whether lines are there."""
        return all(quad in self.store for quad in ox.parse("".join(lines), format=NQUADS)) if self.tells else None

    def lines(self) -> str:
        """What it holds, as N-Quads in the one order."""
        return "".join(
            sorted(f"{line}\n" for line in (self.store.dump(format=NQUADS) or b"").decode().split("\n") if line)
        )

    def _request(self) -> None:
        self.requests += 1
        self.before(self.requests)
