"""Which facts bear a direct triple out: the relations and events that it was derived from."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from newsgraph.ontology.rules import MOST_GENERAL
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.exporting.source import Source

Edge: TypeAlias = tuple[str, str, str]
"""Subject, property (a local name of our ontology), object."""


def supports(source: Source) -> dict[Edge, list[str]]:
    """The relations and events behind each triple that they say, or that follows from them at once.

    A relation of two things says its own triple; an event that is a fact says those of its shortcuts. What follows is
    the wider property, the inverse one, and the other direction of a symmetric one.
    """
    found: dict[Edge, set[str]] = {}
    for fact, edge in _told(source):
        for one in wider(edge):
            found.setdefault(one, set()).add(fact)
    return {edge: sorted(facts) for edge, facts in found.items()}


def relation_edges(source: Source, relation: str) -> Iterator[Edge]:
    """The triple that a relation of two things says; none where it has a date for an object."""
    property = source.text(relation, "ng:predicate")
    for subject in source.iris(relation, "ng:subject"):
        yield from ((subject, property, object) for object in source.iris(relation, "ng:object"))


def _told(source: Source) -> Iterator[tuple[str, Edge]]:
    for relation in source.typed("ng:Relation"):
        yield from ((relation, edge) for edge in relation_edges(source, relation))
    for event in source.of_kind("event"):
        for property, subject, object in _shortcuts(source.class_of(event)):
            starts, ends = source.iris(event, f"ng:{subject}"), source.iris(event, f"ng:{object}")
            yield from ((event, (start, property, end)) for start in starts for end in ends if start != end)


@cache
def _shortcuts(name: str) -> tuple[tuple[str, str, str], ...]:
    """The shortcuts that events of a class make: the property, and the roles of its subject and its object."""
    known = vocabulary()
    made = ((term.name, term.shortcut) for term in known.terms.values() if term.shortcut)
    return tuple(
        (property, shortcut.subject, shortcut.object)
        for property, shortcut in made
        if any(known.is_a(name, event) for event in shortcut.events)
    )


def wider(edge: Edge) -> tuple[Edge, ...]:
    """A triple with those that follow from it alone.

    >>> sorted(one[1] for one in wider(("x:a", "spokespersonFor", "x:b")))
    ['affiliatedWith', 'employedBy', 'spokespersonFor']
    """
    subject, property, object = edge
    known = vocabulary()
    found = {edge}
    for name in known.superclasses(property) - MOST_GENERAL:
        term = known.terms[name]
        found.add((subject, name, object))
        if "Symmetric" in term.traits:
            found.add((object, name, subject))
        if term.inverse:
            found.add((object, term.inverse, subject))
    return tuple(sorted(found))
