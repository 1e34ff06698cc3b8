"""What a mirror has yet to hear, brought to another store batch by batch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from newsgraph.errors import EndpointError
from newsgraph.storage.archive import Archive
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.mirror_log import Log, Place, Stage, Told
from newsgraph.storage.store import ONTOLOGY, batches

# From so many refused lines on, and more than were taken, it is not the lines that are wrong.
MOST_REFUSED = 100


class Remote(Protocol):
    """A store elsewhere. What it refuses because of what is in it, it gives back as a reason; all else that goes wrong
    is an EndpointError.
    """

    url: str
    whole: bool
    """Whether it takes something out of a graph only by another graph in its place."""
    most_lines: int
    most_bytes: int

    def ready(self) -> None:
        """Raise an EndpointError where it takes no changes."""
        ...

    def send(self, comes: bool, lines: Sequence[str]) -> str | None:
        """Put lines of N-Quads in, or take them out."""
        ...

    def put(self, graph: str, parts: Iterable[Sequence[str]]) -> str | None:
        """Put lines in the place of a graph."""
        ...

    def clear(self, graph: str) -> None:
        """Empty a graph."""
        ...

    def graphs(self, prefix: str) -> Iterator[str] | None:
        """The names of its graphs that begin so; None where it cannot tell."""
        ...

    def holds(self, lines: Sequence[str]) -> bool | None:
        """Whether it holds all of some lines; None where it cannot tell."""
        ...


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that the other store does not take, and why."""

    line: str
    reason: str


@dataclass(slots=True)
class Mirrored:
    """What was done: how many lines came and went, which were refused, and whether all was sent once more."""

    come: int = 0
    gone: int = 0
    refused: list[Refused] = field(default_factory=list)
    anew: bool = False


class Work:
    """Tells a remote store what a log holds for it."""

    def __init__(self, path: Path, log: Log, remote: Remote, progress: Callable[[int, int], None] | None) -> None:
        self.path, self.log, self.remote, self.progress = path, log, remote, progress
        self.done = Mirrored()
        self._total, self._ready = 0, False

    def catch_up(self, *, anew: bool = False) -> None:
        """Bring it up to date."""
        self.done.anew = self.done.anew or anew
        if self.log.place.stage is Stage.EMPTY:
            self._empty()
        self._total = self.log.waiting
        if self.remote.whole:
            self._follow(self.log.first())
            self._replace()
        else:
            self._follow(self.log.lines())

    def lost(self) -> bool:
        """Whether it does not hold what it should, being up to date."""
        samples = self.log.samples()
        return bool(samples) and self.log.waiting == 0 and self.remote.holds(samples) is False

    def _empty(self) -> None:
        """Empty its graphs: those that it names, or else those that our store has."""
        self._greet()
        base = f"{self.log.ledger.base}graph/"
        names = self.remote.graphs(base)
        for name in self._own() if names is None else list(names):
            self.remote.clear(name)
        self.log.begin(Stage.UNIT)

    def _own(self) -> list[str]:
        with Archive.read(self.path) as archive:
            names = archive.store().store.named_graphs()
            return sorted(name.value for name in names if isinstance(name, ox.NamedNode) and name != ONTOLOGY)

    def _follow(self, told: Iterable[Told]) -> None:
        last = None
        for comes, lines, place in self._batches(told):
            self._deliver(comes, lines)
            last = place
            self.log.keep(place)
            self._tell()
        self.log.finish(last)

    def _replace(self) -> None:
        """Bring it the changes: what comes into graphs that lose nothing, and those that lose something as a whole."""
        last, changed = None, set()
        for one in self.log.deltas():
            last = one.place
            if not one.comes:
                changed.add(_graph(one.line))
        if last is None:
            return
        known = (one for one in self.log.deltas() if int(one.place.key) <= int(last.key))
        for comes, lines, _ in self._batches(one for one in known if _graph(one.line) not in changed):
            self._deliver(comes, lines)
        for graph in sorted(changed):
            self._put(graph)
        self.log.finish(last)
        self._tell()

    def _put(self, graph: str) -> None:
        self._greet()
        with Archive.read(self.path) as archive:  # which is let go of before the graph travels
            lines = list(_lines(archive.store(), graph))
        parts = list(batches(lines, self.remote.most_lines))
        if self.remote.put(graph, parts) is None:
            self.done.come += len(lines)
            return
        self.remote.clear(graph)
        for part in parts:
            self._deliver(True, part)

    def _batches(self, told: Iterable[Told]) -> Iterator[tuple[bool, list[str], Place]]:
        """Lines that all come or all go, with the place after them."""
        lines: list[str] = []
        size, before = 0, None
        for one in told:
            length = len(one.line.encode())
            full = len(lines) >= self.remote.most_lines or size + length > self.remote.most_bytes
            if before is not None and (full or one.comes != before.comes):
                yield before.comes, lines, before.place
                lines, size = [], 0
            lines.append(one.line)
            size, before = size + length, one
        if before is not None:
            yield before.comes, lines, before.place

    def _deliver(self, comes: bool, lines: Sequence[str]) -> None:
        """Send lines; what is refused as a whole is sent in halves, down to the single line that is to blame."""
        self._greet()
        reason = self.remote.send(comes, lines)
        if reason is None:
            self.done.come += len(lines) if comes else 0
            self.done.gone += 0 if comes else len(lines)
        elif len(lines) > 1:
            self._deliver(comes, lines[: len(lines) // 2])
            self._deliver(comes, lines[len(lines) // 2 :])
        else:
            self._refuse(Refused(lines[0], reason))

    def _refuse(self, one: Refused) -> None:
        self.done.refused.append(one)
        if len(self.done.refused) > max(MOST_REFUSED, self.done.come + self.done.gone):
            raise EndpointError(self.remote.url, f"takes next to nothing: {one.reason}")

    def _greet(self) -> None:
        if not self._ready:
            self.remote.ready()
            self._ready = True

    def _tell(self) -> None:
        if self.progress is not None:
            left = self.log.waiting
            self._total = max(self._total, left)
            self.progress(self._total - left, self._total)


def _graph(line: str) -> str:
    return line.rsplit(" ", 2)[1][1:-1]


def _lines(store: DiskStore, graph: str) -> Iterator[str]:
    """What a graph of a store holds, as lines of N-Quads."""
    for quad in store.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
        yield (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"").decode()
