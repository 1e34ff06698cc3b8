"""Who is at the two ends of a deed: whoever acts, and whoever it is done to or is named in what it is about."""

from collections.abc import Container, Iterable, Mapping
from itertools import groupby

from benchmarks.deeds import RALLIED, Deed, deeds, local
from benchmarks.records import rows
from newsgraph import Graph

# The roles of whoever is at the other end, the nearest first.
TARGETS = ("patient", "recipient", "topic", "origin", "destination", "place", "cause")
INNER = ("recipient", "patient", "agent", "topic", "origin", "destination", "place")
THINGS = frozenset("Topic Law Office Product Weapon Vehicle Facility Building Infrastructure Street Report".split())
DEEPEST = 3


class Reading:
    """The deeds of a graph, with the words and the classes of those who take part in them."""

    def __init__(self, graph: Graph) -> None:
        self.deeds = {deed.node: deed for deed in deeds(graph)}
        found = sorted(rows(graph, "plover_gsr"), key=lambda r: (r.entity, r.start, r.end))
        grouped = {node: list(group) for node, group in groupby(found, key=lambda r: r.entity)}
        self.types: Mapping[str, str] = {node: local(group[0].type) for node, group in grouped.items()}
        self.spans: Mapping[str, list[tuple[int, int]]] = {
            node: list(dict.fromkeys((r.start, r.end) for r in group)) for node, group in grouped.items()
        }

    def main(self, also: Container[str] = ()) -> Deed | None:
        """The first deed of somebody that is no part of another; of a PLOVER type or one of these classes."""
        coded = [d for d in self.deeds.values() if d.code is not None or d.type in also]
        inner = self.inner(coded)
        return min(
            coded,
            key=lambda d: (d.node in inner, d.purpose, self._named(d), not self.sources(d), d.start),
            default=None,
        )

    def rallied(self, deed: Deed) -> Deed | None:
        """For "called for sanctions against" what is called for: PLOVER takes it for a deed of who calls."""
        if deed.code != "REQUEST" or deed.due:
            return None
        asked = (self.deeds[f] for f in deed.fillers("topic") if f in self.deeds)
        return next((d for d in asked if d.plain in RALLIED), None)

    def inner(self, coded: Iterable[Deed]) -> frozenset[str]:
        """The events that are what another deed is about."""
        return frozenset(f for d in coded for f in d.fillers("topic", "cause", "patient"))

    def _named(self, deed: Deed) -> bool:
        """Whether its word stands inside the words for somebody: the ousted president."""
        return any(s <= deed.start < e for spans in self.spans.values() for s, e in spans)

    def sources(self, deed: Deed) -> list[str]:
        """Who acts, in the order of the text; with what, or by what, where nobody does."""
        if deed.due:
            return self._known([deed.claimant])
        found = self._known(deed.fillers("agent")) or self._known(deed.fillers("instrument"))
        causes = list(deed.fillers("cause"))
        return (
            found or self._known(causes) or [a for c in causes if c in self.deeds for a in self.sources(self.deeds[c])]
        )

    def targets(self, deed: Deed) -> list[str]:
        """Who is at the other end; nobody where several act together on one another."""
        known = set(self.sources(deed))
        if deed.due:
            return [a for a in self._known(deed.fillers("agent")) if a not in known]
        if deed.mutual and len(known) > 1:
            return []
        return self._others(deed, known, TARGETS, 0) or self._behind(deed, known)

    def _known(self, found: Iterable[str]) -> list[str]:
        return sorted((a for a in found if a in self.spans), key=lambda a: self.spans[a])

    def _others(self, deed: Deed, known: set[str], roles: tuple[str, ...], depth: int) -> list[str]:
        for role in roles:
            found = [a for f in deed.fillers(role) for a in self._actors(f, known, depth) if a not in known]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _actors(self, filler: str, known: set[str], depth: int) -> list[str]:
        if filler in self.deeds:
            return self._others(self.deeds[filler], known, INNER, depth + 1) if depth < DEEPEST else []
        return self.named_in(filler)[:1] if self.types.get(filler) in THINGS else [filler]

    def _behind(self, deed: Deed, known: set[str]) -> list[str]:
        """The next actor that its clause names behind its word, where no role tells who is meant."""
        after = [
            (place, other)
            for other, places in self.spans.items()
            if other not in known and self.types.get(other) not in THINGS
            for place in places
            if deed.start < place[0] and place[1] <= deed.clause[1]
        ]
        return [other for _, other in sorted(after)][:1]

    def named_in(self, node: str) -> list[str]:
        """The actors named in the words for something else, in the order of the text."""
        spans = self.spans.get(node, [])
        found = [
            (place, other)
            for other, places in self.spans.items()
            if other != node and self.types.get(other) not in THINGS
            for place in places
            if any(s <= place[0] and place[1] <= e for s, e in spans)
        ]
        return list(dict.fromkeys(other for _, other in sorted(found)))
