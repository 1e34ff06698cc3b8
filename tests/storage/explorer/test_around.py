from newsgraph.model.explorer import Asked
from newsgraph.storage.explorer import Explorer
from storage.explorer.world import iri


def test_a_network_has_events_and_those_who_take_part(known: Explorer) -> None:
    """Each edge tells what it is and which fact explains it."""
    network = known.network(iri("ada"))
    assert network is not None
    nodes = {one.iri for one in network.nodes}
    assert network.nodes[0].iri == iri("ada")
    assert {iri("meeting"), iri("finn"), iri("presidency"), iri("league")} <= nodes
    edges = {(one.source, one.target, one.label, one.fact.iri) for one in network.edges}
    assert (iri("meeting"), iri("finn"), "agent", iri("meeting")) in edges
    assert (iri("ada"), iri("presidency"), "holds office", iri("presides")) in edges
    assert all(one.source in nodes and one.target in nodes for one in network.edges)
    assert network.left_out == 0


def test_a_network_keeps_to_its_limit(known: Explorer) -> None:
    """What is left out is counted."""
    whole, small = known.network(iri("saltport")), known.network(iri("saltport"), limit=2)
    assert whole is not None and small is not None
    assert len(small.nodes) <= 3
    events = sum(node.kind in ("event", "told") for node in whole.nodes)
    assert small.left_out == events - sum(node.kind in ("event", "told") for node in small.nodes) > 0


def test_a_network_is_narrowed_by_class_and_day(known: Explorer) -> None:
    """A class stands for those below it; with days only what has a day is there."""
    attacks = known.network(iri("police"), types=("Assault",))
    may = known.network(iri("saltport"), start="2030-05-02", end="2030-05-04")
    assert attacks is not None and may is not None
    assert {one.iri for one in attacks.nodes if one.kind in ("event", "told")} == {iri("beating"), iri("burning")}
    assert {one.iri for one in may.nodes if one.kind in ("event", "told")} == {iri("meeting")}


def test_an_event_and_a_relation_have_networks_too(known: Explorer) -> None:
    """One can go on from any of them; an article has none."""
    event, relation = known.network(iri("arrest")), known.network(iri("presides"))
    assert event is not None and relation is not None
    assert {one.iri for one in event.nodes} == {iri(name) for name in ("arrest", "police", "lena", "saltport")}
    assert [one.label for one in relation.edges] == ["holds office"]
    assert known.network(iri("first")) is None


def test_events_lie_where_their_places_are(known: Explorer) -> None:
    """Coordinates of the graph, else of the gazetteer, else of the region around."""
    points = {one.place.label: (one.latitude, one.longitude, one.count) for one in known.map(Asked()).points}
    assert points == {"Saltport": (12.5, -3.25, 5), "Belmar": (10.0, -4.0, 2)}


def test_the_map_counts_what_has_a_place_without_coordinates(known: Explorer) -> None:
    """The hinterland is nowhere; what has no place at all is not missing."""
    assert known.map(Asked()).unplaced == 1


def test_the_map_shows_the_newest_events_of_a_place(known: Explorer) -> None:
    """A few, the newest first."""
    saltport = next(one for one in known.map(Asked()).points if one.place.label == "Saltport")
    assert saltport.events[0].node.label == "Customs house is looted"


def test_the_map_shows_what_a_search_finds(known: Explorer) -> None:
    """The same facets narrow it; what is told is there when it is asked for."""
    assert [(one.place.label, one.count) for one in known.map(Asked(types=("Attack",))).points] == [("Saltport", 1)]
    assert [(one.place.label, one.count) for one in known.map(Asked("soldiers", kinds=("told",))).points] == [
        ("Belmar", 1)
    ]
    assert known.map(Asked(kinds=("person",))).points == ()
