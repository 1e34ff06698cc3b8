"""The ontology and the shapes as rdflib graphs, and graphs of any kind as one plain graph."""

from functools import cache

from rdflib import BNode, Dataset, Graph, Namespace

from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES

SH = Namespace(PREFIXES["sh"])


@cache
def ontology() -> Graph:
    """The ontology that comes with the program. Shared: do not write into it."""
    return _load("*.ttl")


@cache
def shapes() -> Graph:
    """The shapes of all layers. Shared: do not write into it."""
    return _load("shapes/*.ttl")


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


def _load(pattern: str) -> Graph:
    found = Graph()
    for path in sorted(folder("ontology").glob(pattern)):
        found.parse(path, format="turtle")
    return found
