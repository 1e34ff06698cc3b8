"""Whether a graph says what a careful reader of its story would say: `holds(world, item)`.

An item of expected.json has a "kind" and a "say" (the fact in words). Labels, types and roles may list alternatives
with "|". A label fits where some label of the node holds it as whole words and is hardly longer than it. What is told
as no fact must stand apart from the facts: an irrealis event that is also typed as a fact fits nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

NG = "https://w3id.org/newsgraph/ontology#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = (RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel")
STAMPS = tuple(SEM + name for name in ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp"))
SPARE_WORDS = 6  # a label may be that much longer than what is looked for; beyond that it is a passage

Item = Mapping[str, Any]
Links = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class World:
    """The triples of a graph by subject and by object, and the tree of terms that an ontology gives."""

    forward: Links
    backward: Links
    children: Links

    def values(self, node: str, *predicates: str) -> set[str]:
        """The objects of a node under any of some predicates."""
        return {value for predicate in predicates for value in self.forward.get((node, predicate), ())}

    def having(self, predicate: str, value: str) -> frozenset[str]:
        """The subjects that have a value."""
        return self.backward.get((value, predicate), frozenset())

    def terms(self, names: str, link: str = "subClassOf") -> set[str]:
        """The named terms ("Killing|Death") and all that the ontology sets below them."""
        found: set[str] = set()
        queue = [NG + name for name in names.split("|")]
        while queue:
            term = queue.pop()
            if term not in found:
                found.add(term)
                queue.extend(self.children.get((term, RDFS + link), ()))
        return found

    def fits(self, node: str, wanted: str) -> bool:
        """Whether a label of the node is one of the wanted ones, give or take a few words."""
        labels = [label.casefold() for label in self.values(node, *LABELS)]
        return any(_within(words.strip().casefold(), label) for words in wanted.split("|") for label in labels)

    def kinds(self, names: str, *, fact: bool) -> Iterator[str]:
        """The events of some classes that are facts, or those that are told but are none."""
        link = RDF_TYPE if fact else NG + "eventType"
        for event in sorted({e for term in self.terms(names) for e in self.having(link, term)}):
            leaked = bool(self.values(event, RDF_TYPE) & self.terms("Event"))
            if leaked == fact and all(len(self.values(event, stamp)) < 2 for stamp in STAMPS):
                yield event

    def fills(self, event: str, roles: Mapping[str, str]) -> bool:
        """Whether every role has a filler of the wanted label."""
        return all(
            any(self.fits(node, wanted) for node in self.values(event, *self.terms(role, "subPropertyOf")))
            for role, wanted in roles.items()
        )

    def claims(self, target: str) -> list[str]:
        """The claims about a node that give it one factuality at most."""
        return [c for c in self.having(NG + "about", target) if len(self.values(c, NG + "factuality")) < 2]

    def told_by(self, claim: str, speakers: list[str]) -> bool:
        """Whether the claim and those it is embedded in have these speakers, from the innermost outwards."""
        if speakers and any(self.fits(c, speakers[0]) for c in self.values(claim, NG + "claimant")):
            speakers = speakers[1:]
        return not speakers or any(self.told_by(o, speakers) for o in self.values(claim, NG + "embeddedIn") - {claim})


def _within(wanted: str, label: str) -> bool:
    spare = len(label.split()) - len(wanted.split())
    return spare <= SPARE_WORDS and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", label) is not None


def world(graph: Iterable[ox.Triple], ontology: Iterable[Path]) -> World:
    """The world that some triples describe, read with the tree of some ontology files."""
    tree = (t for path in ontology for t in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    triples = [(_text(t.subject), t.predicate.value, _text(t.object)) for t in graph]
    return World(
        _index((s, p, o) for s, p, o in triples),
        _index((o, p, s) for s, p, o in triples),
        _index((_text(t.object), t.predicate.value, _text(t.subject)) for t in tree),
    )


def _index(triples: Iterable[tuple[str, str, str]]) -> Links:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node, predicate, value in triples:
        found[node, predicate].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def holds(world: World, item: Item) -> bool:
    """Whether the world says what the item says."""
    return CHECKS[item["kind"]](world, item)


def _said(world: World, target: str, item: Item) -> bool:
    return "claimants" not in item or any(world.told_by(c, item["claimants"]) for c in world.claims(target))


def _dated(world: World, event: str, item: Item) -> bool:
    wanted = tuple(item["date"].split("|")) if "date" in item else ("",)
    return "date" not in item or any(stamp.startswith(wanted) for stamp in world.values(event, *STAMPS))


def _marked(world: World, nodes: Iterable[str], item: Item, key: str) -> bool:
    wanted = {NG + name for name in item.get(key, "").split("|")}
    return key not in item or any(world.values(node, NG + key) & wanted for node in nodes)


def _matching(world: World, item: Item, *, fact: bool) -> list[str]:
    found = (e for e in world.kinds(item["type"], fact=fact) if world.fills(e, item.get("roles", {})))
    return [e for e in found if _dated(world, e, item) and _said(world, e, item)]


def _event(world: World, item: Item) -> bool:
    return any(_marked(world, [e], item, "status") for e in _matching(world, item, fact=True))


def _irrealis(world: World, item: Item) -> bool:
    return any(
        _marked(world, world.claims(e), item, "factuality") and _marked(world, world.claims(e), item, "modality")
        for e in _matching(world, item, fact=False)
    )


def _absent(world: World, item: Item) -> bool:
    facts = {e for term in world.terms(item["type"]) for e in world.having(RDF_TYPE, term)}
    return bool(world.forward) and not any(world.fills(e, item.get("roles", {})) for e in facts)


def _number(world: World, figure: str, bound: str) -> float | None:
    return next((float(v) for v in world.values(figure, NG + bound)), None)


def _concerns(world: World, figure: str, wanted: str) -> bool:
    owners = world.values(figure, NG + "figureOf")
    places = {p for o in owners for p in world.values(o, *world.terms("place", "subPropertyOf"))}
    kinds = {k for o in owners for k in world.values(o, RDF_TYPE, NG + "eventType")}
    return any(world.fits(node, wanted) for node in owners | places) or bool(kinds & world.terms(wanted))


def _figure(world: World, item: Item) -> bool:
    bounds = [(key, bound) for key, bound in (("min", "minimum"), ("max", "maximum")) if key in item]
    figures = {f for term in world.terms(item["counts"]) for f in world.having(NG + "counts", term)}
    return any(
        all(item[key] == _number(world, f, bound) for key, bound in bounds)
        and ("of" not in item or _concerns(world, f, item["of"]))
        and _said(world, f, item)
        for f in figures
    )


def _relation(world: World, item: Item) -> bool:
    links = world.terms(item["predicate"], "subPropertyOf")
    pairs = ((s, o) for (s, p), objects in world.forward.items() if p in links for o in objects)
    of = item.get("of")
    return any(
        world.fits(s, item["subject"])
        and world.fits(o, item["object"])
        and (of is None or any(world.fits(place, of) for place in world.values(o, NG + "officeOf")))
        for s, o in pairs
    )


def _members(world: World, item: Item) -> set[str]:
    typed = {n for term in world.terms(item["type"]) for n in world.having(RDF_TYPE, term)}
    return {node for node in typed if world.fits(node, item["entity"])}


CHECKS: Mapping[str, Callable[[World, Item], bool]] = {
    "event": _event,
    "irrealis": _irrealis,
    "absent": _absent,
    "figure": _figure,
    "relation": _relation,
    "is": lambda world, item: bool(_members(world, item)),
    "entities": lambda world, item: len(_members(world, item)) == item["n"],
    "events": lambda world, item: len(_matching(world, item, fact=True)) == item["n"],
}
