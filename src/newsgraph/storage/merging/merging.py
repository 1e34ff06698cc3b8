"""Merging graphs of ours and of others into one, as lines that never stand in memory as a whole."""

import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.model.merging import Apart, Joined, Merged
from newsgraph.model.statements import Layer
from newsgraph.ontology.prefixes import DATA, expand
from newsgraph.storage.formats import Format, by_path
from newsgraph.storage.merging import tables
from newsgraph.storage.merging.choosing import Canonical, Choice, choose
from newsgraph.storage.merging.circles import Circles
from newsgraph.storage.merging.guard import CONFLICT, Clash, Guard
from newsgraph.storage.merging.known import Known, bit, know
from newsgraph.storage.merging.lines import joined, parted
from newsgraph.storage.merging.members import Links, gather
from newsgraph.storage.merging.normal import normal
from newsgraph.storage.merging.outcome import Teller
from newsgraph.storage.merging.provenance import merged_graph
from newsgraph.storage.merging.rewriting import Rewriter
from newsgraph.storage.merging.sources import Fetched, Progress, Source, read
from newsgraph.storage.sorting import in_order
from newsgraph.storage.store import QuadStore
from newsgraph.storage.writing import save, write

_EXACT, _SAME, _MERGED = (f"<{expand(name)}>".encode() for name in ("skos:exactMatch", "owl:sameAs", "ng:mergedFrom"))


def merge(
    inputs: Iterable[str | Path | Fetched],
    output: Path,
    *,
    format: Format | None = None,
    canonical: Canonical = Canonical.OURS,
    align: Path | None = None,
    same_as: bool = False,
    foreign: Collection[str] = (),
    base: str = DATA,
    progress: Progress | None = None,
) -> Merged:
    """Merge files, stores and answers of endpoints into a file; what was done.

    `canonical` says whose name a thing has that both sides know, `align` is a table of properties beside the program's,
    `same_as` asks for owl:sameAs beside skos:exactMatch, `foreign` names inputs that are others' even where they look
    like graphs of ours, `base` is where the names of sources begin. The file comes to be when it is whole, or not at
    all; the same inputs give the same bytes, in any order.
    """
    chosen = format or by_path(output)
    with tempfile.TemporaryDirectory(prefix="newsgraph-merge-") as folder:
        scratch = Path(folder)
        merging = _Merging(_read(inputs, scratch, base, foreign, progress), base, tables.properties(align), progress)
        merging.decide(canonical, same_as=same_as)
        counted = _Counted(merging.lines())
        save(_written(counted, chosen, scratch, base), output)
        return merging.outcome(counted.count)


def _read(
    inputs: Iterable[str | Path | Fetched],
    scratch: Path,
    base: str,
    foreign: Collection[str],
    progress: Progress | None,
) -> tuple[Source, ...]:
    """The sources, in an order of their own; what is given twice is taken once."""
    found = dict[tuple[str, str, str], Source]()
    for given in inputs:
        source = read(given, base, scratch, progress)
        if str(given) in foreign:
            if not source.digest:
                raise InputError(str(given), "is a store of newsgraph's, not a file of others")
            source = replace(source, ours=False)
        found[source.digest, source.name, str(given) if not source.digest else source.url] = source
    return tuple(found[key] for key in sorted(found))


@dataclass
class _Merging:
    sources: tuple[Source, ...]
    base: str
    meanings: dict[str, tables.Meaning]
    progress: Progress | None
    links: Links = field(default_factory=Links)
    known: Known = field(default_factory=Known)
    choices: list[tuple[Choice, list[int]]] = field(default_factory=list)
    conflicts: list[Apart] = field(default_factory=list)
    doubtful: list[Apart] = field(default_factory=list)
    extra: list[bytes] = field(default_factory=list)
    rewriter: Rewriter | None = None

    @cached_property
    def teller(self) -> Teller:
        """What tells of names."""
        return Teller(self.links, self.known, self.sources, self.base)

    def decide(self, canonical: Canonical, *, same_as: bool) -> None:
        """Find which names are of one thing, and which stays."""
        for number, source in enumerate(self.sources):
            self._say(f"looking for links in {source.name}", source.quads)
            gather(self.links, source, number, self.meanings)
        for number, source in enumerate(self.sources):
            self._say(f"comparing what {source.name} tells", source.quads)
            know(self.known, source, number, self.links, self.meanings)
        self._judge(canonical)
        self.extra = list(self._aliases(same_as))
        self.rewriter = self._rewriter()

    def _judge(self, canonical: Canonical) -> None:
        circles = Circles(self.links)
        every = circles.all()
        guard = Guard(self.links, self.known, circles)
        clashes = {circle: found for circle, names in every.items() if (found := guard.clashes(names))}
        self._tell(every, clashes, circles)
        for circle, names in every.items():
            if circle not in clashes and (choice := choose(names, self.links, self.known, self.ours, canonical)):
                self.choices.append((choice, names))
        self.choices.sort(key=lambda one: one[0].stays)

    def _tell(self, every: dict[int, list[int]], clashes: dict[int, list[Clash]], circles: Circles) -> None:
        edges = circles.edges(clashes)
        for circle, found in sorted(clashes.items(), key=lambda one: self._first(every[one[0]])):
            apart = self.teller.apart(every[circle], found, edges[circle])
            (self.conflicts if found[0].level == CONFLICT else self.doubtful).append(apart)

    def _first(self, names: Iterable[int]) -> bytes:
        return min(self.links.names[name] for name in names)

    @property
    def ours(self) -> int:
        """The bits of what is ours."""
        return sum(bit(number, True) for number, source in enumerate(self.sources) if source.ours)

    def _aliases(self, same_as: bool) -> Iterator[bytes]:
        home = merged_graph(self.base)
        for choice, _ in self.choices:
            for other in choice.replaced:
                yield joined(choice.stays, _MERGED, other, home)
            for other in choice.others:
                yield joined(choice.stays, _EXACT, other, home)
            for other in (*choice.replaced, *choice.others) if same_as else ():
                yield joined(choice.stays, _SAME, other, home)

    def _rewriter(self) -> Rewriter:
        stays = {name: one.stays for one, _ in self.choices for name in (*one.replaced, *one.others)}
        stays |= {
            self.links.names[name]: choice.stays for choice, names in self.choices for name in names
            if name in self.known.targets and self.links.names[name] != choice.stays
        }  # fmt: skip
        described = self.known.described
        mine = {self.links.names[name] for name, bits in described.items() if bits & self.ours}
        ours = frozenset(stays.get(name, name) for name in mine)
        return Rewriter(self.base, stays, ours, self.meanings, self.links.parents)

    def lines(self) -> Iterator[bytes]:
        """The lines of the merged graph, in order."""
        assert self.rewriter is not None
        parts = (self.rewriter.lines(source) for source in self.sources)
        return normal(in_order(chain(self.extra, *parts)), self.base)

    def outcome(self, quads: int) -> Merged:
        """What was done."""
        assert self.rewriter is not None
        told = [(choice, [n for n in names if n in self.known.described]) for choice, names in self.choices]
        return Merged(
            self.teller.inputs(),
            tuple(Joined(c.stays[1:-1].decode(), self.teller.named(names)) for c, names in told if len(names) > 1),
            tuple(self.doubtful),
            tuple(self.conflicts),
            quads,
            self.rewriter.external,
            self.rewriter.aligned,
            self.links.refused,
        )

    def _say(self, what: str, count: int) -> None:
        if self.progress is not None:
            self.progress(what, count)


class _Counted:
    """Lines that are counted as they go by."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines, self.count = lines, 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            self.count += 1
            yield line


def _written(lines: Iterable[bytes], format: Format, scratch: Path, base: str) -> Iterator[bytes]:
    """The lines in a format: those of lines as they come, the others through memory."""
    if format is Format.NQUADS:
        yield from lines
    elif format is Format.NTRIPLES:
        yield from in_order(joined(*parted(line[:-1])[:3], b"") for line in lines)
    else:
        path = scratch / "merged.nq"
        with path.open("wb") as out:
            out.writelines(lines)
        store = QuadStore(base)
        store.load(path, Format.NQUADS)
        yield write(store, format, frozenset(Layer)).encode()
