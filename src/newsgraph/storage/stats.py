"""What a graph holds, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.model.statements import Layer, Rejected
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.layers import TYPE, layers_of
from newsgraph.storage.store import QuadStore

NG = PREFIXES["ng"]
STATUS, EVENT_TYPE = ox.NamedNode(expand("ng:status")), ox.NamedNode(expand("ng:eventType"))


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts, each largest first.

    `classes` counts nodes by class, `statuses` facts by status, `irrealis` what is told but no fact by its event type,
    `layers` triples by layer, `rejected` refusals by reason (known only of a graph that was just built).
    """

    triples: int
    classes: Mapping[str, int]
    statuses: Mapping[str, int]
    irrealis: Mapping[str, int]
    layers: Mapping[str, int]
    rejected: Mapping[str, int]


def stats(store: QuadStore, rejected: Iterable[Rejected]) -> Stats:
    """The numbers of a store."""
    triples = store.triples()
    layer = layers_of(triples)
    return Stats(
        len(triples),
        classes=_values(triples, TYPE),
        statuses=_values(triples, STATUS),
        irrealis=_values(triples, EVENT_TYPE),
        layers=_sorted(Counter(layer(triple).value for triple in triples), {known.value: 0 for known in Layer}),
        rejected=_sorted(Counter(one.reason for one in rejected)),
    )


def _values(triples: Iterable[ox.Triple], predicate: ox.NamedNode) -> Mapping[str, int]:
    """How often each value of a predicate occurs: our own terms by their local name, others in short form."""
    found = (t.object.value for t in triples if t.predicate == predicate and isinstance(t.object, ox.NamedNode))
    return _sorted(Counter(map(_short, found)))


def _short(iri: str) -> str:
    if iri.startswith(NG):
        return iri.removeprefix(NG)
    return next((f"{p}:{iri.removeprefix(base)}" for p, base in PREFIXES.items() if iri.startswith(base)), iri)


def _sorted(counts: Mapping[str, int], least: Mapping[str, int] | None = None) -> Mapping[str, int]:
    return dict(sorted({**(least or {}), **counts}.items(), key=lambda item: (-item[1], item[0])))
