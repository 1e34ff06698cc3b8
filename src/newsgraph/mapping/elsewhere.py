"""Links to items elsewhere as statements, with where they come from and when that was asked."""

from collections.abc import Iterator

from newsgraph.mapping.context import Node
from newsgraph.mapping.matches import judged
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.terms import EXACT_MATCH, LABEL, TYPE, ng, term, typed
from newsgraph.model.linking import Found, Linked, Source
from newsgraph.model.statements import Iri, Layer, Statement

MACHINE = "machine"
_JUDGEMENT = {"accepted": "accepted", "doubtful": "unsure", "rejected": "rejected"}


def graph_of(what: str, source: Source, minter: Minter) -> Iri:
    """The named graph of what comes from a source."""
    return minter.mint("graph", what, source.endpoint, source.profile)


def links(linked: Linked, minter: Minter) -> Iterator[Statement]:
    """What was accepted, as skos:exactMatch and a link; what is doubtful, or was judged by a person, as a link."""
    graph = graph_of("links", linked.source, minter)
    yield from described(graph, f"Links to {linked.source.profile}", linked.source)
    for one in linked.found:
        if one.judgement != "rejected" or one.judge:
            yield from _link(one, linked.source, graph, minter)


def described(graph: Iri, title: str, source: Source) -> Iterator[Statement]:
    """What a graph of somebody else's statements is, and where it comes from."""
    node = Node(graph, Layer.CLAIMS, graph)
    yield from node.has(TYPE, term("prov:Entity"))
    yield from node.has(LABEL, title)
    yield from came(node, source.endpoint, source.asked)


def came(node: Node, endpoint: str, asked: str) -> Iterator[Statement]:
    """From where something comes, and when that was asked."""
    yield from node.has(term("prov:wasDerivedFrom"), Iri(endpoint))
    yield from node.has(term("prov:generatedAtTime"), typed(asked, "xsd:dateTime") if asked else None)


def _link(one: Found, source: Source, graph: Iri, minter: Minter) -> Iterator[Statement]:
    entity, item, candidate = Iri(one.sought.iri), Iri(one.candidate.item.iri), one.candidate
    accepted = one.judgement == "accepted" and item.value not in one.sought.items
    yield from Node(entity, Layer.FACTS, graph).has(EXACT_MATCH, item if accepted else None)
    node = Node(minter.mint("link", entity.value, item.value, source.endpoint), Layer.CLAIMS, graph)
    yield from node.has(TYPE, ng("Link"))
    yield from node.has(LABEL, f"{one.sought.label}: {', '.join(candidate.reasons)}")
    yield from node.has(ng("linkFrom"), entity)
    yield from node.has(ng("linkTo"), item)
    said = judged(node, candidate.score, candidate.reasons, _JUDGEMENT[one.judgement], one.judge or MACHINE)
    yield from (each for each in said if isinstance(each, Statement))
    yield from came(node, source.endpoint, candidate.item.asked)
