"""The world as DBpedia would tell it: resources named after articles, redirects for other names, terms of office."""

from collections.abc import Iterator
from urllib.parse import quote

from newsgraph.ontology.knowledge_files import all_territories
from world import facts
from world.wikidata import LABEL, iri, text, typed

DBR, DBO = "http://dbpedia.org/resource/", "http://dbpedia.org/ontology/"
TYPE, GEO = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2003/01/geo/wgs84_pos#"


def triples(least: int = 300_000) -> Iterator[str]:
    """Lines of N-Triples, with cities of so many people at least."""
    found = facts.some_cities(least)
    for place in facts.territories():
        node, parent = resource(place.name, place.code), all_territories().get(place.parent or "")
        yield from _named(node, place.name, place.names, f"names-{place.code}")
        yield iri(node, TYPE, DBO + ("Country" if place.type == "Country" else "AdministrativeRegion"))
        yield iri(node, TYPE, DBO + "Place")
        if parent:
            yield iri(node, DBO + "country", resource(parent.name, parent.code))
        if (seat := facts.seat(place, found)) is not None:
            yield iri(node, DBO + "capital", resource(seat.name, seat.iri.rsplit("/", 2)[-2]))
    for city, names in found:
        node, country = resource(city.name, city.iri.rsplit("/", 2)[-2]), all_territories().get(city.country)
        yield from _named(node, city.name, names, city.iri.rsplit("/", 2)[-2])
        yield iri(node, TYPE, DBO + "City")
        yield iri(node, TYPE, DBO + "Place")
        yield typed(node, DBO + "populationTotal", str(city.population), "nonNegativeInteger")
        if country:
            yield iri(node, DBO + "country", resource(country.name, country.code))
    yield from _persons()


def _persons() -> Iterator[str]:
    for number, one in enumerate(facts.PERSONS):
        node, country = resource(one.name, f"person-{number}"), all_territories()[one.country]
        yield from _named(node, one.name, one.names, f"person-{number}")
        yield iri(node, TYPE, DBO + "Person")
        yield iri(node, DBO + "nationality", resource(country.name, country.code))
        if one.office:
            term = f"{node}__Tenure__1"
            yield iri(node, DBO + "termPeriod", term)
            yield text(term, DBO + "office", f"{one.office} of {country.name}", "en")
            for name, day in (("activeYearsStartDate", one.start), ("activeYearsEndDate", one.end)):
                if day:
                    yield typed(term, DBO + name, day, "date")


def _named(node: str, label: str, names: tuple[str, ...], mark: str) -> Iterator[str]:
    yield text(node, LABEL, label, "en")
    for number, name in enumerate(names):
        redirect = f"{DBR}redirect-{mark}-{number}"
        yield text(redirect, LABEL, name, "en")
        yield iri(redirect, DBO + "wikiPageRedirects", node)


def resource(name: str, mark: str) -> str:
    """The resource of a name; a mark in brackets keeps namesakes apart, as titles of articles do."""
    return f"{DBR}{quote(name.replace(' ', '_'), safe='_')}_({mark})"
