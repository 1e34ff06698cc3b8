"""The pair of CSV files that `neo4j-admin database import` reads: nodes.csv and relationships.csv."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.exporting.cells import Cell, joined, rows, tidy
from newsgraph.storage.exporting.network import Link, Network, Node
from newsgraph.storage.exporting.source import Source

NODES = (
    "iri:ID", "name", "kind", "status", "begin", "end", "sources:int", "articles:int", "latitude:double",
    "longitude:double", "same_as:string[]", "names:string[]", ":LABEL",
)  # fmt: skip
RELATIONSHIPS = (":START_ID", ":END_ID", ":TYPE", "kind", "status", "sources:int")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def neo4j(source: Source) -> Mapping[str, Iterable[bytes]]:
    """The network of a graph as two tables, row by row.

    A node has the labels of its class and all above it; the type of a relationship is the property in Neo4j's style.
    """
    network = Network(source)
    return {
        "nodes.csv": rows(NODES, map(_node, network.nodes()), "\n"),
        "relationships.csv": rows(RELATIONSHIPS, map(_link, network.links()), "\n"),
    }


def _node(node: Node) -> tuple[Cell, ...]:
    about = (node.iri, tidy(node.label), node.kind, node.status, node.begin, node.end, node.sources, node.articles)
    same = _array(iri.replace(";", "%3B") for iri in node.matches)
    return (*about, node.latitude, node.longitude, same, _array(node.names), _labels(node.type))


def _link(link: Link) -> tuple[Cell, ...]:
    return link.start, link.end, type_of(link.type), link.kind, link.status, link.sources


def _array(parts: Iterable[str]) -> str:
    return joined(parts, ";")


@cache
def _labels(name: str) -> str:
    """A class with those above it, the most special first."""
    known = vocabulary()
    above = sorted(known.superclasses(name), key=lambda one: (-len(known.superclasses(one)), one))
    return ";".join(above or [name])


@cache
def type_of(property: str) -> str:
    """The type of a relationship.

    >>> type_of("deploysTroopsTo")
    'DEPLOYS_TROOPS_TO'
    """
    return _HUMP.sub("_", property).upper()
