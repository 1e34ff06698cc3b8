"""The SHACL shapes of ontology/shapes/, applied to a graph by pySHACL."""

from collections.abc import Iterator

import pyshacl
from rdflib import RDF, RDFS, Graph
from rdflib.term import BNode, Node

from newsgraph.validation.report import Violation
from newsgraph.validation.world import SH, layers, ontology, shapes, short


def violations(data: Graph) -> Iterator[Violation]:
    """What a graph does against the shapes, in no particular order.

    The ontology goes in as data: of an `ont_graph` pySHACL passes on the axioms alone, and the role table is none.
    """
    wanted = shapes(layers(data))
    _, report, _ = pyshacl.validate(data + ontology(), shacl_graph=wanted, inference="none")
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report graph: {report!r}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _violation(result, report, data, wanted)


def _violation(result: Node, report: Graph, data: Graph, wanted: Graph) -> Violation:
    node, value = _node(result, report)
    path = report.value(result, SH.resultPath)
    return Violation(
        node="a blank node" if isinstance(node, BNode) else str(node),
        problem=_message(result, report),
        check=_check(result, report, wanted),
        path="" if path is None or isinstance(path, BNode) else short(path),
        value="" if value is None or value == node else short(value),
        label=str(data.value(node, RDFS.label) or ""),
    )


def _node(result: Node, report: Graph) -> tuple[Node | None, Node | None]:
    """The node at fault, and the value: a query over the whole graph has the node as its value."""
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    return (value, None) if (focus, None, None) in ontology() else (focus, value)


def _message(result: Node, report: Graph) -> str:
    """The shape's own words; IRIs in them are shortened."""
    words = " / ".join(sorted(map(str, report.objects(result, SH.resultMessage))))
    return " ".join(short(word.rstrip(",")) + "," * word.endswith(",") for word in words.split())


def _check(result: Node, report: Graph, wanted: Graph) -> str:
    """The named shape or constraint that fails: the shape of a property is a blank node, so go by what holds it."""
    for link in (SH.sourceConstraint, SH.sourceShape):
        source = report.value(result, link)
        if source is not None and not isinstance(source, BNode):
            return short(source).rpartition("#")[2]
    owner = wanted.value(None, SH.property, report.value(result, SH.sourceShape))
    return "shapes" if owner is None else short(owner).rpartition("#")[2]
