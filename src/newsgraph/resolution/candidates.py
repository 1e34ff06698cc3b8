"""What the knowledge files offer for the names of an entity: territories, counties, cities and groups of states.

Where a candidate lies is told by the codes of territories, the widest first; that of a territory itself comes last.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from newsgraph.model.findings import Entity
from newsgraph.ontology import knowledge
from newsgraph.ontology.city_items import counties, item_of, part_of
from newsgraph.ontology.knowledge_files import all_territories
from newsgraph.ontology.namesakes import namesakes, plain
from newsgraph.ontology.vocabulary import vocabulary

# The classes of what is looked for among places; a building or a river of the same name is none of them.
PLACES = frozenset({"Place", "Country", "Region", "City"})
MAIN, OTHER, ACRONYM, PART = "mainName", "otherName", "acronym", "partOfName"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may mean. `called` is the sign that tells how the file has the name `name`.

    `item` is a second identifier of the same thing; `places` are codes of territories; `people` is 0 where unknown.
    """

    iri: str
    kind: str
    title: str
    name: str
    called: str
    item: str | None = None
    places: tuple[str, ...] = ()
    people: int = 0
    capital: bool = False

    @property
    def is_territory(self) -> bool:
        """Whether it is a country or a part of one."""
        return self.kind in {"Country", "Region"}

    def within(self, other: "Candidate") -> bool:
        """Whether it lies in another candidate, which is a territory."""
        return other.is_territory and other.iri != self.iri and other.places[-1] in self.places


def candidates(entity: Entity) -> tuple[Candidate, ...]:
    """What the files know by a name of an entity; of several, those that bear most of its names."""
    if not entity.named or not (entity.type in PLACES or vocabulary().is_a(entity.type, "Organization")):
        return ()
    names = dict.fromkeys((entity.label, *entity.alt_labels))
    found: dict[str, list[Candidate]] = {}
    for one in (one for name in names for one in by_name(name, is_place=entity.type in PLACES)):
        found.setdefault(one.iri, []).append(one)
    most = max((len(group) for group in found.values()), default=0)
    return tuple(_best(group) for group in found.values() if len(group) == most)


def _best(group: Iterable[Candidate]) -> Candidate:
    ranks = (MAIN, ACRONYM, OTHER, PART)
    return min(group, key=lambda one: ranks.index(one.called))


@lru_cache(maxsize=1 << 12)
def by_name(name: str, *, is_place: bool) -> tuple[Candidate, ...]:
    """What the files know by one name: places, or groups of states."""
    return (*_territories(name), *_counties(name), *_cities(name)) if is_place else tuple(_bodies(name))


def _bodies(name: str) -> Iterator[Candidate]:
    body = knowledge.body(name)
    if body is not None and body.iri:
        called = ACRONYM if name.replace(".", "") == body.acronym != body.name else MAIN
        yield Candidate(body.iri, body.type, body.name, name, called)


def _territories(name: str) -> Iterator[Candidate]:
    """Those of that name, and countries whose names hold another's by-name: "Congo" may be short for "DR Congo"."""
    every = knowledge.territory(name)
    codes = {place.code for place in every}
    found = [place for place in every if not place.former and not _borrows(place, codes, name)]
    for place in found or every:
        yield _territory(place, name, MAIN if knowledge.key(place.name) == knowledge.key(name) else OTHER)
    yield from (_territory(place, name, MAIN) for place in namesakes(name) if place not in found)
    if found and knowledge.key(found[0].name) != knowledge.key(name) and not name.isupper():
        yield from (_territory(p, name, PART) for p in _holding(knowledge.key(name)) if p not in found)


def _counties(name: str) -> Iterator[Candidate]:
    for county in counties(name):
        state = knowledge.by_code(county.state)
        above = (state.parent, county.state) if state is not None and state.parent else (county.state,)
        yield Candidate(county.iri, "Region", county.name, name, MAIN, places=(*above, county.iri))


def _borrows(place: knowledge.Territory, codes: Collection[str], name: str) -> bool:
    """Whether a part of a state only goes by that state's name ("UK" for England)."""
    return place.parent in codes and knowledge.key(place.name) != knowledge.key(name)


def _territory(place: knowledge.Territory, name: str, called: str) -> Candidate:
    above = (place.parent,) if place.parent else ()
    people = place.population or 0
    return Candidate(place.iri, place.type, plain(place.name), name, called, places=(*above, place.code), people=people)


@lru_cache(maxsize=1 << 10)
def _holding(name: str) -> tuple[knowledge.Territory, ...]:
    """Countries of today with a name that holds another as whole words."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    states = (p for p in all_territories().values() if p.type == "Country" and not p.former)
    return tuple(p for p in states if any(word.search(knowledge.key(own)) for own in (p.name, *p.names)))


def _cities(name: str) -> Iterator[Candidate]:
    """Cities of that name; capitals are so known by their largest namesake in the country."""
    cities = knowledge.settlements(name)
    state = knowledge.capital_of(name)
    seat = next((c.iri for c in cities if state is not None and c.country == state.code), None)
    for city in cities:
        called = MAIN if knowledge.key(city.name) == knowledge.key(name) else OTHER
        part = part_of(city.iri)
        one = Candidate(city.iri, "City", city.name, name, called, item=item_of(city.iri), people=city.population)
        yield replace(one, places=(city.country, part) if part else (city.country,), capital=city.iri == seat)
