"""Claims and edges put together as pages show them: side by side, and by neighbour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgraph.model.explorer import ClaimView, Edge, Network, Node


def against_each_other(claims: Iterable[ClaimView]) -> list[tuple[ClaimView, ClaimView]]:
    """The pairs of claims that contradict each other, each pair once."""
    known = {claim.iri: claim for claim in claims}
    found: dict[frozenset[str], tuple[ClaimView, ClaimView]] = {}
    for claim in known.values():
        for other in claim.contradicts:
            if other in known and other != claim.iri:
                found.setdefault(frozenset((claim.iri, other)), (claim, known[other]))
    return list(found.values())


def unpaired(claims: Iterable[ClaimView]) -> list[ClaimView]:
    """The claims that stand in no such pair."""
    every = list(claims)
    paired = {one.iri for pair in against_each_other(every) for one in pair}
    return [claim for claim in every if claim.iri not in paired]


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge as seen from one of its ends."""

    edge: Edge
    source: Node
    target: Node


def ties(network: Network, centre: str) -> list[tuple[Node, list[Tie]]]:
    """The neighbours of the thing in the middle with the edges at each, and then the rest of the nodes with edges."""
    known = {node.iri: node for node in network.nodes}
    edges = [edge for edge in network.edges if edge.source in known and edge.target in known]
    groups: dict[str, list[Tie]] = {}
    for edge in edges:
        groups.setdefault(_far_end(edge, centre), []).append(Tie(edge, known[edge.source], known[edge.target]))
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), known[group[0]].label))
    return [(known[iri], found) for iri, found in ordered]


def _far_end(edge: Edge, centre: str) -> str:
    return edge.source if edge.target == centre else edge.target


def types_of(network: Network | None, chosen: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The types that a network can be narrowed to, and whether each is chosen."""
    taken = set(chosen)
    there = {node.type for node in network.nodes if node.type} if network else set()
    yield from ((name, name in taken) for name in sorted(there | taken))
