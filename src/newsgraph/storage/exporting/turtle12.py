"""RDF 1.2 in Turtle: the whole graph, and for each direct triple the claims that speak of it, as its reifiers."""

from collections.abc import Iterator

import pyoxigraph as ox

from newsgraph.storage.exporting.source import NG, Source
from newsgraph.storage.exporting.supports import Edge, supports
from newsgraph.storage.turtle import Writer

REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
HEAD = 'VERSION "1.2"\n'


def turtle12(source: Source, triples: set[ox.Triple], prefixes: dict[str, str]) -> Iterator[bytes]:
    """The triples as they are, then one reified triple for each claim on a triple: `<< s p o ~ claim >> .`

    A triple of a relation that is told but no fact is reified without being asserted.
    """
    writer = Writer(prefixes)
    body = "\n".join(writer.paragraphs(triples))
    claims = sorted(f"<< {_written(writer, edge)} ~ {writer.term(claim)} >> .\n" for edge, claim in reified(source))
    yield f"{HEAD}{writer.head()}\n{body}".encode()
    yield "".join(("\n" if claims else "", *claims)).encode()


def reified(source: Source) -> Iterator[tuple[Edge, ox.NamedNode]]:
    """Each direct triple with each claim about what it rests on."""
    for edge, facts in supports(source).items():
        stands = _asserted(source, edge)
        for fact in facts:
            # Of a relation its own triple, whether it holds or not; what follows from it only where that holds.
            said = (source.text(fact, "ng:predicate"), source.text(fact, "ng:subject"), source.text(fact, "ng:object"))
            if stands or said == (edge[1], edge[0], edge[2]):
                yield from ((edge, ox.NamedNode(claim)) for claim in source.subjects("ng:about", fact))


def reifications(source: Source) -> set[ox.Triple]:
    """The triples with rdf:reifies that `turtle12` adds to a graph."""
    return {ox.Triple(claim, REIFIES, ox.Triple(*_terms(edge))) for edge, claim in reified(source)}


def _asserted(source: Source, edge: Edge) -> bool:
    subject, property, object = edge
    return object in source.iris(subject, f"ng:{property}")


def _terms(edge: Edge) -> tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]:
    subject, property, object = edge
    return ox.NamedNode(subject), ox.NamedNode(NG + property), ox.NamedNode(object)


def _written(writer: Writer, edge: Edge) -> str:
    return " ".join(map(writer.term, _terms(edge)))
