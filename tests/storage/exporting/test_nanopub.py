import pyoxigraph as ox
from hypothesis import given, settings

from newsgraph.storage import Graph, QuadStore
from storage.exporting.worlds import STORIES, Texts, converted, world

# The rules of the guidelines (nanopub.net): what each finds breaks one.
_HEAD = "PREFIX np: <http://www.nanopub.org/nschema#>\n"
RULES = {
    "a head names one of each part": """
        SELECT ?n { GRAPH ?h { ?n a np:Nanopublication .
          OPTIONAL { ?n np:hasAssertion ?a } OPTIONAL { ?n np:hasProvenance ?p } OPTIONAL { ?n
          np:hasPublicationInfo ?i } } }
        GROUP BY ?n HAVING (COUNT(DISTINCT ?a) != 1 || COUNT(DISTINCT ?p) != 1 || COUNT(DISTINCT ?i) != 1)""",
    "all four graphs and the publication differ": """
        SELECT ?n { GRAPH ?h { ?n np:hasAssertion ?a ; np:hasProvenance ?p ; np:hasPublicationInfo ?i }
          FILTER(?a = ?p || ?a = ?i || ?p = ?i || ?h IN (?a, ?p, ?i, ?n) || ?n IN (?a, ?p, ?i)) }""",
    "the assertion is not empty": """
        SELECT ?n { GRAPH ?h { ?n np:hasAssertion ?a } FILTER NOT EXISTS { GRAPH ?a { ?s ?q ?o } } }""",
    "the provenance speaks of the assertion": """
        SELECT ?n { GRAPH ?h { ?n np:hasAssertion ?a ; np:hasProvenance ?p } FILTER NOT EXISTS { GRAPH ?p { ?a ?q
          ?o } } }""",
    "the publication information speaks of the publication": """
        SELECT ?n { GRAPH ?h { ?n np:hasPublicationInfo ?i } FILTER NOT EXISTS { GRAPH ?i { ?n ?q ?o } } }""",
    "no graph belongs to none": """
        SELECT ?g { GRAPH ?g { ?s ?q ?o } FILTER NOT EXISTS {
          GRAPH ?h { ?n np:hasAssertion ?a ; np:hasProvenance ?p ; np:hasPublicationInfo ?i } FILTER(?g IN (?h, ?a,
          ?p, ?i)) } }""",
    "nothing stands outside": "SELECT ?s { ?s ?p ?o }",
}  # fmt: skip


def loaded(data: bytes) -> ox.Store:
    """The nanopublications in a store."""
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.TRIG)
    return store


def publications(store: ox.Store) -> list[str]:
    """Their IRIs."""
    rows = store.query(f"{_HEAD} SELECT DISTINCT ?n {{ GRAPH ?h {{ ?n a np:Nanopublication }} }} ORDER BY ?n")
    return [row[0].value for row in rows]  # type: ignore[union-attr]


@settings(max_examples=40, deadline=None)
@given(texts=STORIES)
def test_nanopublications_keep_the_rules(texts: Texts) -> None:
    """Whatever the texts are, each fact is one well-formed nanopublication; what is no fact is none."""
    store = loaded(converted(world(texts), "nanopub"))
    assert len(publications(store)) == 2
    for rule, query in RULES.items():
        assert [rule for _ in store.query(_HEAD + query)] == []


def test_a_fact_with_its_sources() -> None:
    """The assertion says what happened, and the provenance who says so and where."""
    store = loaded(converted(world(), "nanopub"))
    query = """PREFIX np: <http://www.nanopub.org/nschema#> PREFIX ng: <https://w3id.org/newsgraph/ontology#>
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?who ?where ?status ?paper { GRAPH ?h { ?n np:hasAssertion ?a ; np:hasProvenance ?p }
      GRAPH ?a { ?e a ng:Attack ; ng:place/rdfs:label ?where }
      GRAPH ?p { ?a prov:wasDerivedFrom ?article . ?c ng:about ?e ; ng:claimant/rdfs:label ?who . ?e ng:status ?status .
        ?article rdfs:label ?paper } }"""
    rows = [[term.value.split("#")[-1] for term in row] for row in store.query(query)]  # type: ignore[union-attr]
    assert rows == [["officials", "Goma", "Reported", "Rebels attack Goma"]]


def test_iris_come_from_content() -> None:
    """The same fact has the same IRI; with another word in it, it has another, and the other fact keeps its own."""
    one, again = (set(publications(loaded(converted(world(), "nanopub")))) for _ in range(2))
    other = set(publications(loaded(converted(world(Texts(event="Rebels storm Goma")), "nanopub"))))
    assert one == again
    assert len(one & other) == 1 and len(one | other) == 3


def test_empty() -> None:
    """A graph without facts holds no nanopublication."""
    store = loaded(converted(Graph(QuadStore()), "nanopub"))
    assert publications(store) == []
