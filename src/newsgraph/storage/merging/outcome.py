"""What a merge did, in values that are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsgraph.model.merging import Apart, Input, Named, Reason, Told
from newsgraph.ontology.prefixes import expand
from newsgraph.storage.merging.circles import chain
from newsgraph.storage.merging.guard import Clash
from newsgraph.storage.merging.known import Known, bit
from newsgraph.storage.merging.lines import text
from newsgraph.storage.merging.members import KEY, Edge, Links
from newsgraph.storage.merging.provenance import graph_of
from newsgraph.storage.merging.sources import Source

# So many names and so many links of a chain are told at most; a hostile file can have any number.
MOST = 100
_EXACT = expand("skos:exactMatch")


@dataclass(frozen=True)
class Teller:
    """Tells what was found of names."""

    links: Links
    known: Known
    sources: Sequence[Source]
    base: str

    def inputs(self) -> tuple[Input, ...]:
        """What was merged."""
        return tuple(
            Input(one.name, one.digest, one.quads, one.ours, "" if one.ours else text(graph_of(one, self.base)))
            for one in self.sources
        )

    def named(self, names: Iterable[int]) -> tuple[Named, ...]:
        """Some names, in order."""
        ordered = sorted(names, key=self.links.names.__getitem__)[:MOST]
        return tuple(Named(self.name(one), self.known.label(one), self._told_by(one)) for one in ordered)

    def name(self, number: int) -> str:
        """A name as it is shown."""
        name = self.links.names[number]
        return name.removeprefix(KEY).decode() if name.startswith(KEY) else text(name)

    def _told_by(self, name: int) -> tuple[str, ...]:
        described = self.known.described.get(name, 0)
        tells = [
            one.name for number, one in enumerate(self.sources)
            if described & (bit(number, True) | bit(number, False))
        ]  # fmt: skip
        return tuple(dict.fromkeys(tells))

    def apart(self, names: Iterable[int], clashes: Iterable[Clash], edges: Sequence[Edge]) -> Apart:
        """Why some names stay apart."""
        scored = [self._scored(edge) for edge in edges]
        return Apart(self.named(names), tuple(self._reason(clash, scored) for clash in clashes))

    def _reason(self, clash: Clash, edges: Sequence[Edge]) -> Reason:
        found = chain(edges, clash.left, clash.right, self.links.names)
        told = sorted((self._told(edge) for edge in found), key=lambda one: (one.score, one.left, one.right))
        return Reason(self.name(clash.left), self.name(clash.right), clash.why, tuple(told[:MOST]))

    def _told(self, edge: Edge) -> Told:
        source = self.sources[edge.source].name if edge.source >= 0 else ""
        return Told(self.name(edge.left), self.name(edge.right), edge.by, source, edge.trust)

    def _scored(self, edge: Edge) -> Edge:
        """With the score that a graph of ours gives the link, where there is one."""
        score = self._scores.get((edge.left, edge.right)) if edge.by == _EXACT else None
        return edge if score is None else Edge(edge.left, edge.right, edge.by, score, edge.source)

    @cached_property
    def _scores(self) -> dict[tuple[int, int], float]:
        numbers = self.links.numbers
        found = {}
        for parts in self.links.judged.values():
            ends = [numbers.get(parts.get(end, b"")) for end in ("from", "to")]
            if (score := _decimal(parts.get("score", b""))) is not None and None not in ends:
                found[ends[0], ends[1]] = score
        return found  # type: ignore[return-value]


def _decimal(term: bytes) -> float | None:
    value = term.split(b'"')[1].decode() if term.startswith(b'"') else ""
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return None
