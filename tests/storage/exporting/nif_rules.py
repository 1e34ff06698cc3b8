"""The rules of NIF 2.0, after the comments and axioms of its ontology (nif-core.ttl): what a query finds breaks one."""

import pyoxigraph as ox

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
INDEXES = (NIF + "beginIndex", NIF + "endIndex")
XSD = "http://www.w3.org/2001/XMLSchema#"
_HEAD = f"""
PREFIX nif: <{NIF}>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
RULES = {
    "a context has one text": """
        SELECT ?s { ?s a nif:Context . OPTIONAL { ?s nif:isString ?t } } GROUP BY ?s HAVING (COUNT(DISTINCT ?t) !=
          1)""",
    "what is no context has one reference context": """
        SELECT ?s { ?s nif:beginIndex ?b FILTER NOT EXISTS { ?s a nif:Context } OPTIONAL { ?s nif:referenceContext
          ?c } }
        GROUP BY ?s HAVING (COUNT(DISTINCT ?c) != 1)""",
    "a reference context is a context": """
        SELECT ?s { ?s nif:referenceContext ?c FILTER NOT EXISTS { ?c a nif:Context } }""",
    "a string has one begin and one end": """
        SELECT ?s { ?s a ?kind . FILTER(?kind IN (nif:Context, nif:Phrase, nif:RFC5147String, nif:OffsetBasedString))
          OPTIONAL { ?s nif:beginIndex ?b } OPTIONAL { ?s nif:endIndex ?e } }
        GROUP BY ?s HAVING (COUNT(DISTINCT ?b) != 1 || COUNT(DISTINCT ?e) != 1)""",
    "a context begins at 0": """
        SELECT ?s { ?s a nif:Context ; nif:beginIndex ?b FILTER(xsd:integer(?b) != 0) }""",
    "a context ends where its text does": """
        SELECT ?s { ?s a nif:Context ; nif:endIndex ?e ; nif:isString ?t FILTER(xsd:integer(?e) != STRLEN(?t)) }""",
    "a phrase lies in its context": """
        SELECT ?s { ?s nif:referenceContext ?c ; nif:beginIndex ?b ; nif:endIndex ?e . ?c nif:endIndex ?end
          FILTER(xsd:integer(?b) > xsd:integer(?e) || xsd:integer(?e) > xsd:integer(?end)) }""",
    "the words of a phrase are those of its place": """
        SELECT ?s { ?s nif:anchorOf ?w ; nif:referenceContext ?c ; nif:beginIndex ?b ; nif:endIndex ?e . ?c
          nif:isString ?t
          FILTER(STR(?w) != SUBSTR(STR(?t), xsd:integer(?b) + 1, xsd:integer(?e) - xsd:integer(?b))) }""",
    "an IRI says where its string stands (RFC 5147)": """
        SELECT ?s { ?s a nif:RFC5147String ; nif:beginIndex ?b ; nif:endIndex ?e
          FILTER(!STRENDS(STR(?s), CONCAT("char=", STR(?b), ",", STR(?e)))) }""",
    "no string is of two schemes": "SELECT ?s { ?s a nif:RFC5147String, nif:OffsetBasedString }",
    "what a phrase means is an IRI": """
        SELECT ?s { ?s itsrdf:taIdentRef|itsrdf:taClassRef ?o FILTER(!isIRI(?o)) }""",
    "what has no text means nothing": """
        SELECT ?s { ?s itsrdf:taIdentRef ?o FILTER NOT EXISTS { ?s nif:referenceContext|nif:isString ?any } }""",
}


def broken(data: bytes) -> list[str]:
    """The rules that a NIF document breaks, with what breaks them."""
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.TURTLE)
    found = []
    for rule, query in RULES.items():
        found += [f"{rule}: {row[0]}" for row in store.query(_HEAD + query)]  # type: ignore[union-attr]
    # A store may keep the number alone.
    indexes = [one for one in ox.parse(data, format=ox.RdfFormat.TURTLE) if one.predicate.value in INDEXES]
    found += [f"an index is a xsd:nonNegativeInteger: {one}" for one in indexes if not _index(one.object)]
    return found


def _index(term: object) -> bool:
    number = isinstance(term, ox.Literal) and term.datatype.value == XSD + "nonNegativeInteger"
    return number and term.value.isdigit()  # type: ignore[union-attr]


def phrases(data: bytes) -> dict[str, set[str]]:
    """What each phrase means (the local names of IRIs), by its words."""
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.TURTLE)
    query = _HEAD + "SELECT ?w ?o { ?s nif:anchorOf ?w ; itsrdf:taIdentRef ?o }"
    found: dict[str, set[str]] = {}
    for words, thing in store.query(query):  # type: ignore[union-attr, misc]
        found.setdefault(words.value, set()).add(thing.value.rstrip("/").rsplit("/", 1)[-1])
    return found
