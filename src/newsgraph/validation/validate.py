"""All checks on one graph."""

from rdflib import Graph

from newsgraph.validation import reasoner, shapes
from newsgraph.validation.report import Validation, Violation
from newsgraph.validation.world import flat


def validate(graph: Graph, *, reason: bool = True) -> Validation:
    """Hold a graph, or all graphs of a dataset, against shapes and ontology. `reason` says whether HermiT is asked.

    A graph of one layer alone is held only to what that layer can promise.
    """
    data = flat(graph)
    notes: list[str] = []
    found: set[Violation] = set(shapes.violations(data))
    if not len(data):
        notes.append("The graph is empty, so nothing was checked.")
    elif reason and not reasoner.java_found():
        notes.append(reasoner.NO_JAVA)
    elif reason:
        found |= set(reasoner.contradictions(data))
    return Validation(tuple(sorted(found)), tuple(notes))
