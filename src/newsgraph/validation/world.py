"""The ontology and the shapes as rdflib graphs, and graphs of any kind as one plain graph."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rdflib import BNode, Dataset, Graph, Namespace, URIRef

from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES, expand

SH = Namespace(PREFIXES["sh"])


@cache
def ontology() -> Graph:
    """The ontology that comes with the program. Shared: do not write into it."""
    return _load(folder("ontology").glob("*.ttl"))


@cache
def shapes(layers: frozenset[str]) -> Graph:
    """The shapes for a graph that holds some layers: each layer's own, and those that go from one layer to another.

    Shapes of a layer that is not there find nothing to judge; what stands in shapes/with/ would miss that layer, and
    is left out. Shared: do not write into it.
    """
    path = folder("ontology") / "shapes"
    return _load([*path.glob("*.ttl"), *(path / "with" / f"{layer}.ttl" for layer in layers)])


def layers(data: Graph) -> frozenset[str]:
    """Which of the layers that others point to are there: "claims", "text"."""
    marks = {"claims": expand("ng:factuality"), "text": expand("oa:hasSelector")}
    return frozenset(layer for layer, mark in marks.items() if (None, URIRef(mark), None) in data)


def flat(graph: Graph) -> Graph:
    """The triples of a graph, of a dataset those of all its graphs."""
    if not isinstance(graph, Dataset):
        return graph
    found = Graph()
    for subject, predicate, object_, _ in graph.quads((None, None, None, None)):
        found.add((subject, predicate, object_))
    return found


def short(term: object) -> str:
    """A term with its prefix where it has one ("ng:agent"), else as it is, cut to a readable length."""
    if isinstance(term, BNode):
        return "a blank node"
    text = str(term)
    for prefix, iri in PREFIXES.items():
        if text.startswith(iri) and "/" not in text[len(iri) :]:
            return f"{prefix}:{text[len(iri) :]}"
    return text if len(text) <= 200 else text[:199] + "…"


def _load(paths: Iterable[Path]) -> Graph:
    found = Graph()
    for path in sorted(paths):
        found.parse(path, format="turtle")
    return found
