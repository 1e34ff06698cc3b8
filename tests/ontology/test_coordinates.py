import pytest

from newsgraph.ontology.city_items import item_of
from newsgraph.ontology.coordinates import coordinates
from newsgraph.ontology.knowledge_files import all_territories, cities, settlements_of

ISTANBUL = "https://sws.geonames.org/745044/"


def near(iri, north, east):
    """Whether a place is known to be within half a degree of a point."""
    where = coordinates(iri)
    return where is not None and abs(where[0] - north) < 0.5 and abs(where[1] - east) < 0.5


@pytest.mark.parametrize(
    ("iri", "north", "east"),
    [
        (ISTANBUL, 41.0, 28.9),
        ("http://www.wikidata.org/entity/Q142", 46.6, 2.5),  # France, and not half way to Réunion
        ("http://www.wikidata.org/entity/Q1246", 42.6, 20.9),  # Kosovo, which has no number
        ("http://www.wikidata.org/entity/Q3769", 4.0, -53.0),  # French Guiana, which is drawn with France
        ("http://www.wikidata.org/entity/Q43407", 36.5, 118.4),  # Shandong, which the list puts into California
        ("http://www.wikidata.org/entity/Q156168", 32.5, -86.6),  # Autauga County
    ],
)
def test_places(iri, north, east):
    """A city, a country, a part of one and a county are where they are."""
    assert near(iri, north, east)


def test_every_city():
    """Every city that the graph may name has coordinates."""
    iris = {city.iri for lines in cities().values() for city in settlements_of(lines)}
    assert len(iris) > 30_000
    assert not [iri for iri in iris if coordinates(iri) is None]


def test_every_country():
    """Every country of today has coordinates, but for Kashmir, which no source has as one."""
    countries = [place for place in all_territories().values() if place.type == "Country" and not place.former]
    lost = {place.name for place in countries if coordinates(place.iri) is None}
    assert len(countries) > 200
    assert lost == {"Kashmir"}


def test_item_of_a_city():
    """A city is at the same place under its Wikidata item."""
    iri = "https://sws.geonames.org/53654/"
    item = item_of(iri)
    assert item
    assert near(item, *coordinates(iri))


def test_on_the_globe():
    """No place is off the globe, and none was left at 0, 0."""
    places = [coordinates(place.iri) for place in all_territories().values()]
    known = [where for where in places if where]
    assert len(known) > 500
    assert all(-90 <= north <= 90 and -180 <= east <= 180 and (north, east) != (0, 0) for north, east in known)


def test_unknown():
    """Of anything else nothing is known."""
    assert coordinates("https://example.org/nowhere") is None
