"""Which of our classes other people's classes mean, and which classes exclude each other."""

from collections import deque
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations

import pyoxigraph as ox

from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.ontology.vocabulary import Kind, vocabulary
from newsgraph.storage.merging.rows import Table
from newsgraph.storage.store import ontology_triples

NG = PREFIXES["ng"]
_SAME = tuple(expand(name) for name in ("rdfs:subClassOf", "skos:closeMatch", "skos:exactMatch", "owl:equivalentClass"))
_ROOTS = ("Entity", "Event")
_SCHEMA, _OLD_SCHEMA = PREFIXES["schema"], "http://schema.org/"
_FIRST, _REST, _NIL = (ox.NamedNode(expand(f"rdf:{name}")) for name in ("first", "rest", "nil"))


def of_ours(iri: str) -> str | None:
    """The local name of a class of ours; None for all else."""
    name = iri.removeprefix(NG)
    term = vocabulary().terms.get(name) if iri.startswith(NG) else None
    return name if term is not None and term.kind is Kind.CLASS else None


@cache
def aligned() -> Mapping[str, str]:
    """The local name of our class that another class means, by its IRI."""
    found = _of_alignments()
    table = Table.named("classes")
    for name, means, *_ in table.rows(2):
        found[table.iri(name)] = of_ours(table.iri(means)) or ""
    return {iri: name for iri, name in found.items() if name}


def _of_alignments() -> dict[str, str]:
    """Of ontology/alignments.ttl: where several classes of ours stand by one of others, none is meant."""
    several: dict[str, set[str]] = {}
    path = folder("ontology") / "alignments.ttl"
    for one in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if one.predicate.value in _SAME and isinstance(one.subject, ox.NamedNode):
            ours = of_ours(one.subject.value)
            if ours and isinstance(one.object, ox.NamedNode) and any(vocabulary().is_a(ours, root) for root in _ROOTS):
                several.setdefault(one.object.value, set()).add(ours)
    found = {iri: min(names) for iri, names in several.items() if len(names) == 1}
    return found | {_OLD_SCHEMA + i.removeprefix(_SCHEMA): n for i, n in found.items() if i.startswith(_SCHEMA)}


def meant(iri: str, parents: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Our classes that a class means: itself, or else the nearest above it that are known, by some data's own tree."""
    found, seen, waiting = set[str](), {iri}, deque([iri])
    while waiting:
        one = waiting.popleft()
        if name := of_ours(one) or aligned().get(one):
            found.add(name)
            continue
        above = [parent for parent in sorted(parents.get(one, ())) if parent not in seen]
        seen.update(above)
        waiting.extend(above)
    return frozenset(found)


@cache
def excluded(one: str, other: str) -> str | None:
    """Why two classes of ours exclude each other; None where they do not."""
    left, right = vocabulary().superclasses(one), vocabulary().superclasses(other)
    for a, b in _disjoint():
        if (a in left and b in right) or (b in left and a in right):
            return f"{one} and {other} exclude each other"
    return None


@cache
def kept_apart(one: str, other: str) -> str | None:
    """Why two classes exclude each other in a merge, though the ontology leaves it open; None where they do not."""
    left, right = vocabulary().superclasses(one), vocabulary().superclasses(other)
    for a, b, why in _exclusions():
        if (a in left and b in right) or (b in left and a in right):
            return why
    return None


@cache
def _exclusions() -> tuple[tuple[str, str, str], ...]:
    table = Table.named("exclusions")
    return tuple(
        (table.iri(one).removeprefix(NG), table.iri(other).removeprefix(NG), why) for one, other, why in table.rows(3)
    )


@cache
def _disjoint() -> tuple[tuple[str, str], ...]:
    """The pairs of classes that the ontology declares disjoint, by their local names."""
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in ontology_triples())
    found = set[tuple[str, str]]()
    for one in store.quads_for_pattern(None, ox.NamedNode(expand("owl:disjointWith")), None):
        found.update(_pairs([one.subject, one.object]))
    for one in store.quads_for_pattern(None, ox.NamedNode(expand("owl:members")), None):
        found.update(_pairs(_listed(store, one.object)))
    return tuple(sorted(found))


def _pairs(nodes: Iterable[object]) -> Iterable[tuple[str, str]]:
    names = [node.value.removeprefix(NG) for node in nodes if isinstance(node, ox.NamedNode)]
    return combinations(sorted(names), 2)


def _listed(store: ox.Store, node: object) -> Iterable[object]:
    """The members of a list."""
    while isinstance(node, ox.BlankNode):
        yield from (one.object for one in store.quads_for_pattern(node, _FIRST, None))
        node = next((one.object for one in store.quads_for_pattern(node, _REST, None)), None)
