"""The prefixes that the program reads and writes; the first block is a public interface."""

from collections.abc import Mapping
from types import MappingProxyType

DATA = "https://w3id.org/newsgraph/data/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "ng": "https://w3id.org/newsgraph/ontology#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "sh": "http://www.w3.org/ns/shacl#",
        "dcterms": "http://purl.org/dc/terms/",
        "time": "http://www.w3.org/2006/time#",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "wd": "http://www.wikidata.org/entity/",
    }
)


def expand(name: str) -> str:
    """The IRI of a prefixed name.

    >>> expand("ng:Event")
    'https://w3id.org/newsgraph/ontology#Event'
    """
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


def sparql_prologue() -> str:
    """One PREFIX line for each prefix, for a SPARQL query that declares none of its own."""
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
