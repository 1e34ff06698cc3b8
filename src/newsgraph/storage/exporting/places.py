"""Where things are: the place of an event, its country, its coordinates."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.ontology.city_items import item_of
from newsgraph.ontology.coordinates import Where, coordinates
from newsgraph.ontology.knowledge import by_iri
from newsgraph.storage.exporting.source import Source

# How one comes from a person or a body to a country, the surest way first.
_HOMES = (
    "ng:nationality", "ng:locatedIn", "ng:officeOf", "ng:headquarteredIn", "ng:basedIn", "ng:partOf",
    "ng:spokespersonFor", "ng:holdsOffice", "ng:employedBy", "ng:affiliatedWith", "ng:memberOf",
)  # fmt: skip
_AROUND = ("ng:capitalOf", "ng:locatedIn", "ng:partOf")
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its country, as far as they are known. `exact` tells whether the coordinates are its own."""

    place: str | None
    country: str | None
    where: Where | None
    exact: bool


def matches(source: Source, iri: str) -> list[str]:
    """The identifiers elsewhere that were accepted for a thing, with the Wikidata items of its cities."""
    found = source.iris(iri, "skos:exactMatch")
    items = [item for one in found if (item := item_of(one)) and item not in found]
    return sorted({*found, *items})


def spot(source: Source, event: str) -> Spot:
    """Where an event was: the narrowest of its places, else where it leads, else where it begins."""
    for role in ("ng:place", "ng:destination", "ng:origin"):
        if places := source.iris(event, role):
            place = max(places, key=lambda one: (len(list(around(source, one))), one))
            near = ((one, here) for one in around(source, place) if (here := where(source, one)) is not None)
            known, here = next(near, (None, None))
            return Spot(place, country(source, place), here, known == place)
    return Spot(None, None, None, False)


def where(source: Source, iri: str) -> Where | None:
    """Latitude and longitude of a thing itself: those that the graph has, else those of its identifiers."""
    own = _number(source.text(iri, "wgs:lat"), 90), _number(source.text(iri, "wgs:long"), 180)
    if own[0] is not None and own[1] is not None:
        return own[0], own[1]
    return next((known for one in matches(source, iri) if (known := coordinates(one)) is not None), None)


def country(source: Source, iri: str) -> str | None:
    """The country of a place, a person or a body: itself where it is one."""
    reached = _reached(source, iri, (*_AROUND, *_HOMES))
    return next((one for one in reached if source.class_of(one) == "Country"), None)


def code(source: Source, country: str | None) -> str:
    """The ISO 3166 code of a country in three letters; empty where it is not known."""
    known = (by_iri(one) for one in matches(source, country or ""))
    return next((one.alpha3.upper() for one in known if one is not None and one.alpha3), "")


def around(source: Source, place: str) -> Iterator[str]:
    """A place and what it lies in, the nearest first."""
    yield from _reached(source, place, _AROUND)


def _reached(source: Source, iri: str, ways: tuple[str, ...]) -> Iterator[str]:
    queue, seen = [iri], {iri}
    while queue and len(seen) < _STEPS:
        one = queue.pop(0)
        yield one
        for way in ways:
            new = [other for other in source.iris(one, way) if other not in seen]
            seen.update(new)
            queue += new


def _number(text: str, most: float) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if abs(found) <= most else None
