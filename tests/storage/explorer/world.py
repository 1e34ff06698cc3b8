"""The known world of tests/queries, with a few things more that pages must cope with."""

from pathlib import Path

import pyoxigraph as ox

from newsgraph.ontology.prefixes import DATA
from newsgraph.storage.explorer import Catalog, Explorer, build_catalog

KNOWN = Path(__file__).parents[2] / "queries" / "known.ttl"
MORE = """
@prefix : <https://w3id.org/newsgraph/data/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Places: one has coordinates in the graph, one in a gazetteer, one lies in another, one is nowhere.
:saltport wgs:lat 12.5 ; wgs:long -3.25 .
:belmar skos:exactMatch <https://example.org/id/belmar> .
:customs ng:locatedIn :saltport .
:nowhere a ng:Area ; rdfs:label "the hinterland" .
:looting a ng:Looting ; rdfs:label "Customs house is looted" ; ng:status ng:Reported ; ng:place :customs ;
    sem:hasTimeStamp "2030-05-11"^^xsd:date .
:raid a ng:Attack ; rdfs:label "Riders raid the hinterland" ; ng:status ng:Reported ; ng:place :nowhere .

# Names: with an accent, and with what a browser or a terminal would rather not see.
:noel a ng:Person ; rdfs:label "Noël Ármann" ; skos:altLabel "The Sailmaker" .
:hostile a ng:Person ; rdfs:label "<script>alert(1)</script>\\u202e \\"x\\" ?s { }" .

# A relation that gives a date, and one that is told and is no fact.
:born a ng:Relation ; rdfs:label "Ada Quill birth date 1990-01-02" ; ng:status ng:Reported ; ng:subject :ada ;
    ng:predicate ng:birthDate ; ng:value "1990-01-02"^^xsd:date .
:member a ng:Relation ; rdfs:label "Ada Quill member of Coastal League" ; ng:subject :ada ; ng:predicate ng:memberOf ;
    ng:object :league .

# An article of nobody known, which speaks for itself; what it tells is only possible.
:fourth a schema:NewsArticle ; rdfs:label "A fire, perhaps" ; schema:articleBody "🔥 Perhaps a fire broke out." .
:fire a ng:IrrealisEvent ; ng:eventType ng:Fire ; rdfs:label "Fire breaks out" .
:c-fire a ng:Claim ; ng:about :fire ; ng:claimant :fourth ; ng:factuality ng:PossiblePositive ; ng:modality ng:Actual ;
    ng:confidence 0.7 ; ng:evidence :w30 ; prov:wasDerivedFrom :fourth .
:w30 a oa:SpecificResource ; oa:hasSource :fourth ; oa:hasSelector :w30p, :w30q .
:w30p a oa:TextPositionSelector ; oa:start 2 ; oa:end 26 .
:w30q a oa:TextQuoteSelector ; oa:exact "Perhaps a fire broke out" .
:m30 a ng:Mention ; ng:refersTo :fire ; oa:hasSource :fourth ; oa:hasSelector :m30p, :m30q .
:m30p a oa:TextPositionSelector ; oa:start 12 ; oa:end 16 .
:m30q a oa:TextQuoteSelector ; oa:exact "fire" .

# Marks that overlap: the arrest, and who is arrested.
:m4 a ng:Mention ; ng:refersTo :arrest ; oa:hasSource :first ; oa:hasSelector :m4p, :m4q .
:m4p a oa:TextPositionSelector ; oa:start 161 ; oa:end 180 .
:m4q a oa:TextQuoteSelector ; oa:exact "arrested Lena Brook" .
:m5 a ng:Mention ; ng:refersTo :lena ; oa:hasSource :first ; oa:hasSelector :m5p, :m5q .
:m5p a oa:TextPositionSelector ; oa:start 170 ; oa:end 180 .
:m5q a oa:TextQuoteSelector ; oa:exact "Lena Brook" .
"""
GAZETTEER = {"https://example.org/id/belmar": (10.0, -4.0)}


def iri(local: str) -> str:
    """The IRI of something of the world."""
    return DATA + local


def quads() -> ox.Store:
    """The world as a store."""
    store = ox.Store()
    store.load(path=str(KNOWN), format=ox.RdfFormat.TURTLE)
    store.load(MORE, format=ox.RdfFormat.TURTLE)
    return store


def explorer(store: ox.Store, catalog: Catalog | None = None) -> Explorer:
    """An explorer of a store, with a catalog in memory unless there is one."""
    return Explorer(store, catalog or build_catalog(store, None), DATA, GAZETTEER.get)
