"""GraphML: what NetworkX, Gephi and yEd read."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from newsgraph.storage.exporting.network import Link, Network, Node
from newsgraph.storage.exporting.source import Source

Attribute: TypeAlias = str | int | float | None
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_BEGIN, _END = '<graph id="newsgraph" edgedefault="directed">\n', "</graph>\n</graphml>\n"
_NODE = {
    "label": "string", "kind": "string", "type": "string", "status": "string", "begin": "string", "end": "string",
    "sources": "int", "articles": "int", "latitude": "double", "longitude": "double", "same_as": "string",
    "names": "string",
}  # fmt: skip
_EDGE = {"label": "string", "kind": "string", "status": "string", "sources": "int"}
# XML 1.0 has no way of writing these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def graphml(source: Source) -> Iterator[bytes]:
    """The network of a graph, node by node and edge by edge. What is not known of one has no attribute."""
    network = Network(source)
    pieces = chain([_HEAD], _keys(), [_BEGIN], _nodes(network), _edges(network), [_END])
    return (piece.encode() for piece in pieces)


def _keys() -> Iterator[str]:
    for what, attributes in (("node", _NODE), ("edge", _EDGE)):
        for name, type in attributes.items():
            yield f'<key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{type}"/>\n'


def _nodes(network: Network) -> Iterator[str]:
    for node in network.nodes():
        yield f"<node id={_quoted(node.iri)}>{_data('node', _of_node(node))}</node>\n"


def _edges(network: Network) -> Iterator[str]:
    for link, number in zip(network.links(), count(1), strict=False):
        ends = f"source={_quoted(link.start)} target={_quoted(link.end)}"
        yield f'<edge id="e{number}" {ends}>{_data("edge", _of_link(link))}</edge>\n'


def _of_node(node: Node) -> Mapping[str, Attribute]:
    return {
        "label": node.label,
        "kind": node.kind,
        "type": node.type,
        "status": node.status,
        "begin": node.begin,
        "end": node.end,
        "sources": node.sources,
        "articles": node.articles,
        "latitude": node.latitude,
        "longitude": node.longitude,
        "same_as": " ".join(node.matches),
        "names": "; ".join(node.names),
    }


def _of_link(link: Link) -> Mapping[str, Attribute]:
    return {"label": link.type, "kind": link.kind, "status": link.status, "sources": link.sources}


def _data(what: str, attributes: Mapping[str, Attribute]) -> str:
    return "".join(
        f'<data key="{what}_{name}">{escape(_NOT_XML.sub("�", str(value)))}</data>'
        for name, value in attributes.items()
        if value not in (None, "")
    )


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text))
