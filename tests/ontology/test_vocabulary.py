import time

import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.terms import Kind, Term, terms
from newsgraph.ontology.turtle import NG, RDF_TYPE, Node
from newsgraph.ontology.vocabulary import of, vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("name", "ancestor"),
    [
        ("TroopDeployment", "Event"),
        ("TroopDeployment", "TroopDeployment"),
        ("Killing", "Assault"),
        ("Killing", "Death"),
        ("IrrealisEvent", "Eventuality"),
        ("Country", "Place"),
        ("Country", "Source"),
        ("Report", "Source"),
        ("NewsAgency", "Organization"),
        ("capitalOf", "locatedIn"),
        ("Deaths", "Measure"),
    ],
)
def test_stands_below(name: str, ancestor: str) -> None:
    """A class, property or individual is of what stands above it, over any number of steps."""
    assert WORDS.is_a(name, ancestor)


@pytest.mark.parametrize(("name", "other"), [("IrrealisEvent", "Event"), ("Topic", "Actor"), ("NoSuchThing", "Event")])
def test_does_not_stand_below(name: str, other: str) -> None:
    """What is not below another, or is unknown, is not of it."""
    assert not WORDS.is_a(name, other)


def test_subclasses() -> None:
    """What stands below a class is found from above, the class itself included."""
    assert {"Attack", "Bombing", "Storming"} <= WORDS.subclasses("Attack")


@pytest.mark.parametrize(
    ("event", "allowed"),
    [
        ("Killing", {"agent", "patient", "instrument", "place"}),
        ("Death", {"patient", "cause"}),
        ("TroopDeployment", {"agent", "patient", "origin", "destination"}),
        ("MilitaryIntervention", {"agent", "patient", "place"}),
        ("Meeting", {"agent", "topic", "place"}),
        ("AidRequest", {"agent", "recipient", "topic"}),
        ("AidProvision", {"agent", "patient", "recipient"}),
        ("Condemnation", {"agent", "patient", "topic"}),
        ("Dismissal", {"agent", "patient", "topic"}),
        ("Riot", {"agent", "patient", "cause", "topic", "place"}),
        ("Visit", {"agent", "patient", "origin", "destination"}),
        ("Earthquake", {"patient", "place", "cause"}),
    ],
)
def test_roles_allowed(event: str, allowed: set[str]) -> None:
    """Events have the roles of the role table."""
    assert allowed <= WORDS.roles_of(event)


@pytest.mark.parametrize(("event", "role"), [("Death", "agent"), ("Earthquake", "agent"), ("Killing", "topic")])
def test_roles_refused(event: str, role: str) -> None:
    """A role that the table does not give is not allowed."""
    assert role not in WORDS.roles_of(event)


def test_all_roles_are_allowed_somewhere() -> None:
    """The nine roles, and no others, fill the table."""
    expected = {"agent", "patient", "recipient", "instrument", "place", "origin", "destination", "topic", "cause"}
    assert expected == WORDS.roles == frozenset().union(*(WORDS.roles_of(name) for name in WORDS.subclasses("Event")))


@pytest.mark.parametrize(("name", "domain", "range_"), [("holdsOffice", "Person", "Office"), ("visits", "Actor", None)])
def test_domain_and_range(name: str, domain: str | None, range_: str | None) -> None:
    """A property has its own domain and range, or else those of the nearest property above it."""
    assert (WORDS.domain(name), WORDS.range(name)) == (domain, range_)


def test_kinds() -> None:
    """Classes, properties and individuals are told apart."""
    assert "Riot" in WORDS.of_kind(Kind.CLASS)
    assert "minimum" in WORDS.of_kind(Kind.DATA_PROPERTY)
    assert "Disputed" in WORDS.of_kind(Kind.INDIVIDUAL)


def test_starts_fast() -> None:
    """Reading the ontology takes less than a tenth of a second."""
    vocabulary.cache_clear()
    begun = time.process_time()
    vocabulary()
    assert time.process_time() - begun < 0.1


def test_parent_must_be_declared() -> None:
    """A class below one that nobody declares is an error that names it."""
    with pytest.raises(OntologyError, match="Nowhere"):
        of([Term("Riot", Kind.CLASS, "riot", "", parents=("Nowhere",))])


def test_no_circles() -> None:
    """A class that stands above itself is an error."""
    circle = [Term("A", Kind.CLASS, "a", "", parents=("B",)), Term("B", Kind.CLASS, "b", "", parents=("A",))]
    with pytest.raises(OntologyError, match="above itself"):
        of(circle)


def test_half_a_shortcut() -> None:
    """A shortcut that does not say between which roles is an error."""
    owl = "http://www.w3.org/2002/07/owl#ObjectProperty"
    with pytest.raises(OntologyError, match="shortcut"):
        terms([Node(NG + "hits", {RDF_TYPE: (owl,), NG + "shortcutOf": (NG + "Attack",)})])
