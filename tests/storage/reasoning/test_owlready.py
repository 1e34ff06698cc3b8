import datetime

from newsgraph.storage import Graph
from storage.reasoning.closing import HEAD

TOLD = """
<https://w3id.org/newsgraph/data/event/1> a ng:Killing ; rdfs:label "a killing" ;
    sem:hasTimeStamp "2030-05-04"^^xsd:date ; ng:agent <https://w3id.org/newsgraph/data/entity/1> .
<https://w3id.org/newsgraph/data/entity/1> a ng:Person ; rdfs:label "A man" .
"""


def test_objects() -> None:
    """What the graph tells of are objects of the ontology's classes, with their properties as attributes."""
    world = Graph.parse(HEAD + TOLD).to_owlready()
    ng = world.get_ontology("https://w3id.org/newsgraph/ontology#")
    (event,) = ng.Killing.instances()
    assert [one.label.first() for one in event.agent] == ["A man"]
    assert ng.Assault in event.is_a[0].ancestors()
    assert list(ng.Assault.instances()) == [event]


def test_dates_and_search() -> None:
    """Dates come as dates, and the world can be searched and asked."""
    world = Graph.parse(HEAD + TOLD).to_owlready()
    event = world.search_one(label="a killing")
    found = list(world.sparql("SELECT ?o { ?? <http://semanticweb.cs.vu.nl/2009/11/sem/hasTimeStamp> ?o }", [event]))
    assert found == [[datetime.date(2030, 5, 4)]]


def test_worlds_are_apart() -> None:
    """Each call gives a world of its own."""
    graph = Graph.parse(HEAD + TOLD)
    assert graph.to_owlready() is not graph.to_owlready()
    assert len(graph.to_owlready().graph) > len(graph)
