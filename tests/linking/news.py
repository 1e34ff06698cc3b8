"""A graph of made-up news, about things of the world of the tests."""

from newsgraph.storage import Graph

BASE = "https://w3id.org/newsgraph/data/entity/"
HEAD = f"""
@prefix : <{BASE}> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
THINGS = """
:kazakhstan a ng:Country ; rdfs:label "Kazakhstan" .
:brazil a ng:Country ; rdfs:label "Brazil" .
:norway a ng:Country ; rdfs:label "Norway" .
:portugal a ng:Country ; rdfs:label "Portugal" .
:almaty a ng:City ; rdfs:label "Almaty" ; ng:locatedIn :kazakhstan ; ng:capitalOf :norway .
:oslo a ng:City ; rdfs:label "Oslo" ; ng:capitalOf :norway .
:nato a ng:MilitaryAlliance ; rdfs:label "North Atlantic Treaty Organization" ; skos:altLabel "NATO" .
:norway ng:memberOf :nato .
:brazil ng:memberOf :nato .
:head a ng:Person ; rdfs:label "Marta Quellin" ; ng:holdsOffice :pm-brazil .
:pm-brazil a ng:Office ; rdfs:label "prime minister" ; ng:officeOf :brazil .
:singer a ng:Person ; rdfs:label "Marta Quellin" ; ng:nationality :kazakhstan .
:baker a ng:Person ; rdfs:label "Jonas Weller" .
:now a ng:Person ; rdfs:label "Ida Brandvold" ; ng:holdsOffice :pm-norway .
:before a ng:Person ; rdfs:label "Oskar Brandvold" ; ng:holdsOffice :pm-norway .
:pm-norway a ng:Office ; rdfs:label "prime minister" ; ng:officeOf :norway .
:nobody a ng:Person ; rdfs:label "Zebulon Farquist" .
"""


def news(more: str = "", *, things: str = THINGS, day: str = "2021-05-01") -> Graph:
    """The graph, with more, and a mention of each thing in an article of its own of a day."""
    names = [
        line.split(" ")[0] for line in (things + more).split("\n") if " a ng:" in line and " a ng:Office" not in line
    ]
    mentions = "".join(
        f":m-{name[1:]} a ng:Mention ; ng:refersTo {name} ; ng:mentionKind ng:NameMention ;"
        f" oa:hasSource :a-{name[1:]} .\n"
        f':a-{name[1:]} a schema:NewsArticle ; schema:datePublished "{day}"^^xsd:date .\n'
        for name in names
    )
    return Graph.parse(HEAD + things + more + mentions)
