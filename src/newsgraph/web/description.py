"""The service description: https://www.w3.org/TR/sparql11-service-description/."""

from newsgraph.ontology.prefixes import PREFIXES

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
TRIPLES = ("Turtle", "N-Triples", "TriG", "RDF_XML", "JSON-LD", "N-Quads")


def description(endpoint: str, *, changes: bool) -> str:
    """What an endpoint can do, in N-Triples."""
    languages = ("SPARQL11Query", "SPARQL11Update") if changes else ("SPARQL11Query",)
    said = [
        (PREFIXES["rdf"] + "type", SD + "Service"),
        (SD + "endpoint", endpoint),
        (SD + "feature", SD + "UnionDefaultGraph"),
        *((SD + "supportedLanguage", SD + language) for language in languages),
        *((SD + "resultFormat", FORMATS + name) for name in (*RESULTS, *TRIPLES)),
    ]
    return "".join(f"<{_safe(endpoint)}> <{predicate}> <{_safe(object)}> .\n" for predicate, object in said)


def _safe(iri: str) -> str:
    """An address is what the client says it is: what no IRI may hold is left out."""
    return "".join(char for char in iri if char > " " and char not in '<>"{}|^`\\')
