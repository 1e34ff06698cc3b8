"""Which of two territories a text means by one name: Georgia is the state where Atlanta is spoken of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgraph.extraction.entities.found import Found
from newsgraph.ontology import knowledge
from newsgraph.ontology.city_items import part_of
from newsgraph.ontology.namesakes import namesakes, plain

TERRITORIES = frozenset({"Country", "Region"})


def by_setting(found: Sequence[Found], folk: Iterable[Found]) -> list[Found]:
    """The mentions; a name that two territories bear is that of the one for which more of the other names speak."""
    around = [(knowledge.key(m.label), _codes(m)) for m in (*found, *folk)]
    return [_meant(m, around) if m.type in TERRITORIES and namesakes(m.label) else m for m in found]


def _meant(mention: Found, around: Sequence[tuple[str, frozenset[str]]]) -> Found:
    own = knowledge.by_iri(mention.known)
    others = {name: codes for name, codes in around if name != knowledge.key(mention.label)}

    def support(place: knowledge.Territory) -> int:
        wanted = {place.code, place.parent} - {None}
        return sum(not wanted.isdisjoint(codes) for codes in others.values())

    best = max(namesakes(mention.label), key=lambda place: (support(place), place.code))
    if own is None or support(best) <= support(own):
        return mention
    return replace(mention, type=best.type, known=best.iri, label=plain(best.name))


def _codes(mention: Found) -> frozenset[str]:
    """The territories in which what a name means lies."""
    place = knowledge.by_iri(mention.known)
    if place is not None:
        return frozenset(filter(None, (place.code, place.parent)))
    city = next((c for c in knowledge.settlements(mention.label) if c.iri == mention.known), None)
    return frozenset(filter(None, (city.country, part_of(city.iri)))) if city is not None else frozenset()
