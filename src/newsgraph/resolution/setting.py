"""Where a story is set: the places that it names beside a thing, and where it says that a thing lies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsgraph.model.findings import Entity, Findings
from newsgraph.ontology import knowledge
from newsgraph.ontology.identity import identity_policy
from newsgraph.resolution.candidates import PLACES, Candidate, by_name

# Relations that extraction takes from the files, not from the text, are no surer than this.
INFERRED = 0.6
# A namesake with less than this share of the people of the largest is not thought of.
NEGLIGIBLE = 0.1


@dataclass(frozen=True, slots=True)
class Setting:
    """What a story names: per code of a territory the rows of places that lie there, and what it puts where.

    `named` maps codes to (row, name) in the order of the text; `stated` maps rows to the (name, codes) of what the text
    puts them into; `names` maps rows to the keys of their names.
    """

    named: Mapping[str, tuple[tuple[int, str], ...]]
    stated: Mapping[int, tuple[tuple[str, tuple[str, ...]], ...]]
    names: Mapping[int, frozenset[str]]

    def beside(self, row: int, code: str) -> str | None:
        """The name of another thing that lies in a territory, or is it; not of one that bears the same name."""
        own = self.names[row]
        return next((name for other, name in self.named.get(code, ()) if not own & self.names[other]), None)

    def neighbour(self, row: int, code: str) -> str | None:
        """The name of a country of the same part of the world as another, in the order of their codes."""
        part = _world(code)
        codes = (other for other in sorted(self.named) if other != code and part and _world(other) == part)
        return next((name for other in codes if (name := self.beside(row, other))), None)


def _world(code: str) -> str | None:
    place = knowledge.by_code(code)
    return place.subregion if place is not None and place.type == "Country" else None


def setting(findings: Findings) -> Setting:
    """Where a story is set."""
    rows = dict(enumerate(findings.entities))
    names = {row: frozenset(map(knowledge.key, (e.label, *e.alt_labels))) for row, e in rows.items()}
    named: dict[str, list[tuple[int, str]]] = {}
    for row, entity in rows.items():
        for code in _lies_in(entity) if entity.mentions else ():
            named.setdefault(code, []).append((row, entity.label))
    return Setting({code: tuple(found) for code, found in named.items()}, dict(_stated(findings)), names)


def _lies_in(entity: Entity) -> Iterator[str]:
    """The codes that all that a name is likely to mean have in common; a territory is what it was read to mean."""
    if not entity.named or entity.type not in PLACES:
        return
    found = _likely(one for name in (entity.label, *entity.alt_labels) for one in by_name(name, is_place=True))
    if entity.known in found and found[entity.known].is_territory:
        found = {entity.known: found[entity.known]}
    counts = Counter(code for one in found.values() for code in dict.fromkeys(one.places))
    yield from (code for code in sorted(counts) if counts[code] == len(found))


def _likely(found: Iterable[Candidate]) -> dict[str, Candidate]:
    """Territories, and cities that are dwarfed by no namesake and not by a territory."""
    every = {one.iri: one for one in found}
    largest = max((one.people for one in every.values() if one.kind == "City"), default=0)
    least = NEGLIGIBLE * largest
    if any(one.is_territory for one in every.values()):
        least = max(least, identity_policy().sizes.small_namesake)
    return {i: one for i, one in every.items() if one.kind != "City" or one.people >= least}


def _stated(findings: Findings) -> Iterator[tuple[int, tuple[tuple[str, tuple[str, ...]], ...]]]:
    """Row -> the names of what the text puts it into, each with the codes that this may have."""
    told: dict[int, dict[str, tuple[str, ...]]] = {}
    for relation in findings.relations:
        if relation.predicate == "locatedIn" and relation.confidence > INFERRED and not relation.dated:
            wider = findings.entities[relation.object]
            names = (wider.label, *wider.alt_labels)
            codes = (one.places[-1] for name in names for one in by_name(name, is_place=True) if one.is_territory)
            if found := tuple(dict.fromkeys(codes)):
                told.setdefault(relation.subject, {})[wider.label] = found
    yield from ((row, tuple(places.items())) for row, places in told.items())
