"""What a source elsewhere says, and what it says to the news, as statements in a graph of their own."""

from collections.abc import Iterator

from newsgraph.mapping.context import Node
from newsgraph.mapping.elsewhere import came, described, graph_of
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.terms import LABEL, TYPE, ng
from newsgraph.model.checking import Check, Enriched
from newsgraph.model.linking import Source
from newsgraph.model.statements import Iri, Layer, Statement
from newsgraph.ontology.vocabulary import vocabulary


def enriched(found: Enriched, source: Source, minter: Minter) -> Iterator[Statement]:
    """The source's own triples, and a node for each check."""
    graph = graph_of("enriched", source, minter)
    yield from described(graph, f"What {source.profile} says", source)
    for subject, predicate, value in found.told:
        yield Statement(subject, predicate, value, Layer.CLAIMS, graph)
    for one in found.checks:
        yield from _check(one, source, graph, minter)


def _check(one: Check, source: Source, graph: Iri, minter: Minter) -> Iterator[Statement]:
    tie = one.tie
    relation = Iri(tie.node) if tie.node else minter.relation(tie.predicate, tie.subject, tie.object)
    title = f"{tie.known_subject.label} {vocabulary().label(tie.predicate)} {tie.known_object.label}"
    if not tie.node:
        yield from _relation(Node(relation, Layer.CLAIMS, graph), one, title)
    node = Node(minter.mint("check", relation.value, source.endpoint), Layer.CLAIMS, graph)
    yield from node.has(TYPE, ng("Check"))
    yield from node.has(LABEL, f"{title}: {one.outcome.lower()}")
    yield from node.has(ng("checkOf"), relation)
    yield from node.has(ng("checkOutcome"), ng(one.outcome))
    yield from node.has(ng("reason"), one.reason)
    yield from node.has(ng("checkedStatement"), *map(Iri, one.statements))
    yield from node.has(ng("checkedValue"), *map(Iri, one.values))
    yield from came(node, source.endpoint, source.asked)


def _relation(node: Node, one: Check, title: str) -> Iterator[Statement]:
    """The relation as a node, where the graph has only its triple."""
    yield from node.has(TYPE, ng("Relation"))
    yield from node.has(LABEL, title)
    yield from node.has(ng("subject"), Iri(one.tie.subject))
    yield from node.has(ng("predicate"), ng(one.tie.predicate))
    yield from node.has(ng("object"), Iri(one.tie.object))
