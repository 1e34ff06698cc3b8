"""The world as Wikidata would tell it: items, statements with qualifiers, labels and aliases with languages."""

from collections.abc import Iterable, Iterator

from newsgraph.ontology.knowledge_files import all_territories
from world import facts
from world.facts import WD, made_up

WDT, P, PS = (f"http://www.wikidata.org/prop/{part}" for part in ("direct/", "", "statement/"))
PQ, WDS = "http://www.wikidata.org/prop/qualifier/", "http://www.wikidata.org/entity/statement/"
LABEL, ALIAS = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"
DESCRIPTION, XSD = "http://schema.org/description", "http://www.w3.org/2001/XMLSchema#"
POINT = "http://www.opengis.net/ont/geosparql#wktLiteral"
FLAG = "http://commons.wikimedia.org/wiki/Special:FilePath/"
CLASSES = (("Q515", "Q486972"), ("Q484652", "Q43229"), ("Q3624078", "Q6256"))


def triples(least: int = 300_000) -> Iterator[str]:
    """Lines of N-Triples, with cities of so many people at least."""
    for below, above in CLASSES:
        yield iri(WD + below, WDT + "P279", WD + above)
    found = facts.some_cities(least)
    yield from _territories(found)
    yield from _cities(found)
    yield from _bodies()
    yield from _persons()


def _territories(found: Iterable) -> Iterator[str]:
    every = tuple(found)
    for place in facts.territories():
        yield from named(place.iri, place.name, place.names)
        country = place.type == "Country"
        yield iri(place.iri, WDT + "P31", WD + ("Q3624078" if country else "Q56061"))
        parent = all_territories().get(place.parent or "")
        yield iri(place.iri, WDT + "P17", parent.iri if parent else place.iri)
        yield from about(place.iri, place.population, facts.coordinates(place.iri))
        seat = facts.seat(place, every) if country else None
        if seat and (item := facts.item_of(seat.iri)):
            yield iri(place.iri, WDT + "P36", item)
        if country:
            yield iri(place.iri, WDT + "P41", f"{FLAG}Flag_{place.code}.svg")


def _cities(found: Iterable) -> Iterator[str]:
    for city, names in found:
        item = facts.item_of(city.iri)
        if item is None:
            continue
        yield from named(item, city.name, names)
        yield iri(item, WDT + "P31", WD + "Q515")
        yield from about(item, city.population, facts.coordinates(city.iri))
        for code, by in ((city.country, "P17"), (facts.part_of(city.iri) or "", "P131")):
            if place := all_territories().get(code):
                yield iri(item, WDT + by, place.iri)


def _bodies() -> Iterator[str]:
    for body in facts.bodies():
        item = body_item(body)
        yield from named(item, body.name, (body.acronym,) if len(body.acronym) > 1 else ())
        yield iri(item, WDT + "P31", WD + "Q484652")
        for code in body.members:
            if place := all_territories().get(code):
                yield iri(place.iri, WDT + "P463", item)
                yield from _statement(place.iri, "P463", item, f"{code}-{item.rsplit('/', 1)[-1]}")


def _persons() -> Iterator[str]:
    for number, one in enumerate(facts.PERSONS):
        item, country = person(number), all_territories()[one.country]
        yield from named(item, one.name, one.names)
        yield text(item, DESCRIPTION, f"made-up person of {country.name}", "en")
        yield iri(item, WDT + "P31", WD + "Q5")
        yield iri(item, WDT + "P27", country.iri)
        if one.office:
            office = WD + "Q" + made_up("office", f"{one.office}/{one.country}")
            yield from named(office, f"{one.office} of {country.name}", ())
            yield iri(office, WDT + "P31", WD + "Q294414")
            yield iri(office, WDT + "P1001", country.iri)
            yield iri(item, WDT + "P39", office)
            yield from _statement(item, "P39", office, f"{item.rsplit('/', 1)[-1]}-1", one.start, one.end)


def _statement(item: str, by: str, value: str, name: str, start: str = "", end: str = "") -> Iterator[str]:
    node = WDS + name
    yield iri(item, P + by, node)
    yield iri(node, PS + by, value)
    for qualifier, day in (("P580", start), ("P582", end)):
        if day:
            yield typed(node, PQ + qualifier, f"{day}T00:00:00Z", "dateTime")


def person(number: int) -> str:
    """The item of a made-up person."""
    return f"{WD}Q{made_up('person', str(number))}"


def body_item(body) -> str:  # type: ignore[no-untyped-def]
    """The item of a group of states, made up where the files have none."""
    return body.iri or f"{WD}Q{made_up('body', body.name)}"


def named(item: str, label: str, aliases: Iterable[str]) -> Iterator[str]:
    """Its label and aliases in English, and one in another language, which is not asked for."""
    yield text(item, LABEL, label, "en")
    yield text(item, LABEL, label[::-1], "eo")
    yield from (text(item, ALIAS, alias, "en") for alias in aliases)


def about(item: str, people: int | None, where: tuple[float, float] | None) -> Iterator[str]:
    """Population and coordinates."""
    if people:
        yield typed(item, WDT + "P1082", str(people), "decimal")
    if where:
        yield f'<{item}> <{WDT}P625> "Point({where[1]} {where[0]})"^^<{POINT}> .\n'


def iri(subject: str, predicate: str, value: str) -> str:
    """A triple between IRIs."""
    return f"<{subject}> <{predicate}> <{value}> .\n"


def text(subject: str, predicate: str, value: str, language: str = "") -> str:
    """A triple with words."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'<{subject}> <{predicate}> "{plain}"{f"@{language}" if language else ""} .\n'


def typed(subject: str, predicate: str, value: str, datatype: str) -> str:
    """A triple with a value of XML Schema."""
    return f'<{subject}> <{predicate}> "{value}"^^<{XSD}{datatype}> .\n'
