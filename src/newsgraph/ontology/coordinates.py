"""Where places are, from coordinates.tsv and region-coordinates.tsv under ontology/knowledge/."""

from collections.abc import Mapping
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.city_items import item_of
from newsgraph.ontology.files import folder
from newsgraph.ontology.knowledge_files import GEONAMES, WIKIDATA

FILES = ("coordinates.tsv", "region-coordinates.tsv")

Where = tuple[float, float]


def coordinates(iri: str) -> Where | None:
    """Latitude and longitude (WGS 84, in degrees) of the place that a GeoNames or Wikidata IRI names, where known.

    Of a country or a part of one it is a point inside; what is known of a city under either IRI is the same.

    >>> coordinates("http://www.wikidata.org/entity/Q0") is None
    True
    """
    return _places().get(iri)


@cache
def _places() -> Mapping[str, Where]:
    known = {_iri(name): where for file in FILES for name, where in _rows(file).items()}
    cities = {item: where for iri, where in known.items() if (item := item_of(iri))}
    return {**cities, **known}


def _iri(name: str) -> str:
    return WIKIDATA + name if name.startswith("Q") else GEONAMES.format(name)


def _rows(file: str) -> Mapping[str, Where]:
    path = folder("ontology") / "knowledge" / file
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        cells = [(name, float(north), float(east)) for name, north, east in (line.split("\t") for line in lines)]
    except (OSError, ValueError) as error:
        raise OntologyError(str(path), f"cannot be read: {error}") from error
    return {name: (north, east) for name, north, east in cells}
