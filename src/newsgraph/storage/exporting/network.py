"""A graph as nodes and edges with attributes, for programs that know property graphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from newsgraph.ontology.vocabulary import Kind, vocabulary
from newsgraph.storage.explorer.kinds import ENTITIES, FACTS, ROLES
from newsgraph.storage.exporting.places import matches, where
from newsgraph.storage.exporting.source import NG, Source
from newsgraph.storage.exporting.supports import Edge, relation_edges, supports
from newsgraph.storage.exporting.telling import telling
from newsgraph.storage.exporting.times import when

KINDS = (*ENTITIES, *FACTS[:2])
"""The kinds of nodes: entities, events, and (on request) what is told but no fact."""
TOLD = "Told"
"""The status of what is told but no fact."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or an event. `begin`, `end` and `sources` are of an event, latitude and longitude of a place.

    `articles` counts those that tell of an event, or speak of an entity.
    """

    iri: str
    label: str
    kind: str
    type: str
    status: str
    begin: str
    end: str
    sources: int | None
    articles: int
    latitude: float | None
    longitude: float | None
    matches: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An edge. `kind` is role, relation, shortcut, event (between two events) or inferred (it follows from others).

    `sources` are those of the facts that it rests on.
    """

    start: str
    end: str
    type: str
    kind: str
    status: str
    sources: int


class Network:
    """The nodes and edges of a graph, each in the order of IRIs, made one by one."""

    def __init__(self, source: Source) -> None:
        self.source = source
        kinds = KINDS if source.told else tuple(kind for kind in KINDS if kind != "told")
        self.iris = source.of_kind(*kinds)
        self._known = frozenset(self.iris)
        self._supports = supports(source)

    def nodes(self) -> Iterator[Node]:
        """All nodes."""
        return map(self._node, self.source.each(self.iris))

    def links(self) -> Iterator[Link]:
        """All edges."""
        told = self._only_told() if self.source.told else {}
        for iri in self.source.each(self.iris):
            found = {*self._direct(iri), *told.get(iri, ())}
            yield from sorted(found, key=lambda one: (one.type, one.end, one.kind))

    def _node(self, iri: str) -> Node:
        source, time = self.source, when(self.source, iri)
        kind, here = source.kind(iri), where(source, iri) or (None, None)
        event = kind in ("event", "told")
        told = telling(source, [iri]) if event else None
        return Node(
            iri=iri,
            label=source.label(iri),
            kind=kind,
            type=source.class_of(iri),
            status=(source.text(iri, "ng:status") or TOLD) if event else "",
            begin=time.start,
            end=time.end or ("" if time.precision == "span" else time.start),
            sources=None if told is None else len(told.sources),
            articles=len(_speaking(source, iri) if told is None else told.articles),
            latitude=here[0],
            longitude=here[1],
            matches=tuple(matches(source, iri)),
            names=tuple(source.values(iri, "skos:altLabel")),
        )

    def _direct(self, iri: str) -> Iterator[Link]:
        """What stands in the graph as a triple."""
        for predicate, values in self.source.of(iri).items():
            name = predicate.removeprefix(NG)
            if predicate.startswith(NG) and name in _properties():
                ends = (one.value for one in values if isinstance(one, ox.NamedNode) and one.value in self._known)
                yield from (self._link((iri, name, end)) for end in ends)

    def _link(self, edge: Edge) -> Link:
        start, name, end = edge
        if self.source.kind(start) in ("event", "told"):
            status = self.source.text(start, "ng:status") or TOLD
            kind = "role" if name in ROLES else "event"
            return Link(start, end, name, kind, status, len(telling(self.source, [start]).sources))
        facts = [one for one in self._supports.get(edge, ()) if self.source.text(one, "ng:status")]
        kinds = {self.source.kind(fact) for fact in facts}
        kind = "relation" if "relation" in kinds else "shortcut" if kinds else "inferred"
        return Link(start, end, name, kind, _best(self.source, facts), len(telling(self.source, facts).sources))

    def _only_told(self) -> dict[str, list[Link]]:
        """The relations that are told but hold for no fact, by where they begin."""
        found: dict[str, list[Link]] = {}
        for relation in self.source.of_kind("relation"):
            for start, name, end in relation_edges(self.source, relation):
                known = {start, end} <= self._known
                if known and not self.source.text(relation, "ng:status"):
                    found.setdefault(start, []).append(Link(start, end, name, "relation", TOLD, 0))
        return found


def _speaking(source: Source, entity: str) -> set[str]:
    """The articles that speak of an entity."""
    mentions = source.subjects("ng:refersTo", entity)
    return {article for mention in mentions for article in source.iris(mention, "oa:hasSource")}


def _best(source: Source, facts: list[str]) -> str:
    """How the best of some facts stands."""
    found = {source.text(fact, "ng:status") for fact in facts}
    return next((one for one in ("Corroborated", "Reported", "Asserted", "Disputed") if one in found), "")


@cache
def _properties() -> frozenset[str]:
    """What may be an edge; who merged what is no part of the world."""
    return vocabulary().of_kind(Kind.OBJECT_PROPERTY) - {"mergedFrom", "evidence", "status", "eventType"}
