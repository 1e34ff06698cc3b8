"""The world as GeoNames would tell it: features with names, classes, codes and parents."""

from collections.abc import Iterator

from newsgraph.ontology.knowledge_files import all_territories
from world import facts
from world.facts import made_up
from world.wikidata import iri, text, typed

GN, GEO = "https://www.geonames.org/ontology#", "http://www.w3.org/2003/01/geo/wgs84_pos#"


def triples(least: int = 300_000) -> Iterator[str]:
    """Lines of N-Triples, with cities of so many people at least; the ids of countries are made up."""
    for place in facts.territories():
        node = land(place.code)
        yield text(node, GN + "name", place.name)
        yield from (text(node, GN + "alternateName", name, "en") for name in place.names)
        yield iri(node, GN + "featureClass", GN + "A")
        yield iri(node, GN + "featureCode", GN + ("A.PCLI" if place.type == "Country" else "A.ADM1"))
        if place.parent in all_territories():
            yield iri(node, GN + "parentCountry", land(place.parent))
    for city, names in facts.some_cities(least):
        yield text(city.iri, GN + "name", city.name)
        yield from (text(city.iri, GN + "alternateName", name) for name in names)
        yield iri(city.iri, GN + "featureClass", GN + "P")
        yield iri(city.iri, GN + "featureCode", GN + "P.PPL")
        yield typed(city.iri, GN + "population", str(city.population), "integer")
        if city.country in all_territories():
            yield iri(city.iri, GN + "parentCountry", land(city.country))
        if where := facts.coordinates(city.iri):
            yield text(city.iri, GEO + "lat", str(where[0]))
            yield text(city.iri, GEO + "long", str(where[1]))


def land(code: str) -> str:
    """The feature of a country or a part of one."""
    return f"https://sws.geonames.org/{made_up('land', code)}/"
