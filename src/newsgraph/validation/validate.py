"""All checks on one graph."""

from rdflib import Graph

from newsgraph.validation.reasoner import consistency
from newsgraph.validation.report import Validation
from newsgraph.validation.shapes import violations
from newsgraph.validation.world import flat

EMPTY = Validation(notes=("The graph is empty, so nothing was checked.",))


def validate(graph: Graph, *, reason: bool = True) -> Validation:
    """Hold a graph, or all graphs of a dataset, against shapes and ontology. `reason` says whether HermiT is asked.

    A graph of one layer alone is held only to what that layer can promise.
    """
    data = flat(graph)
    if not len(data):
        return EMPTY
    reasoned = consistency(data) if reason else Validation()
    return Validation(tuple(sorted({*violations(data), *reasoned.violations})), reasoned.notes)
