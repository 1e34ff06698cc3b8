"""Where triples come from: a graph for each source, and what is told about sources and their graphs."""

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import quote

import pyoxigraph as ox

from newsgraph.ontology.prefixes import expand
from newsgraph.storage.merging.lines import joined
from newsgraph.storage.merging.sources import Source

_SOURCE = re.compile(rb"<([^<>\s]+/source/[0-9a-f]{20})(?:/[a-z0-9]+)?>")
ALIGNED = b"/aligned>"
_MERGED, _MERGED_FROM = b"/graph/merged>", f"<{expand('ng:mergedFrom')}>".encode()
# What may stand in an address as it is.
_SAFE = ":/?#[]@!$&'()*+,;=%~-._"
TYPE, LABEL = (f"<{expand(name)}>".encode() for name in ("rdf:type", "rdfs:label"))


def of_source(graph: bytes) -> bool:
    """Whether a graph is that of a source, or of what was derived from one."""
    return _SOURCE.fullmatch(graph) is not None


def sources_graph(base: str) -> bytes:
    """The graph that tells of sources."""
    return f"<{base}graph/sources>".encode()


def merged_graph(base: str) -> bytes:
    """The graph that tells which names are of one thing."""
    return f"<{base}graph/merged>".encode()


def is_derived(predicate: bytes, graph: bytes) -> bool:
    """Whether a line tells what a merge worked out, and will work out anew; but for names that are gone."""
    return graph.endswith(_MERGED) and predicate != _MERGED_FROM


def graph_of(source: Source, base: str, named: bytes = b"") -> bytes:
    """The graph of what a source tells, or tells in a graph of a name of its own."""
    part = f"/{sha256(named).hexdigest()[:20]}" if named else ""
    return f"<{base}source/{source.key}{part}>".encode()


def aligned_graph(graph: bytes) -> bytes:
    """The graph of what follows from that of a source, or from a part of it, by the table of properties."""
    found = _SOURCE.fullmatch(graph)
    return b"<" + found[1] + ALIGNED if found else graph


def told(source: Source, base: str, named: Iterable[bytes]) -> Iterator[bytes]:
    """What is told of a source: what it is called, what its content is, where it was had, and which graphs it has."""
    home, whole, content = sources_graph(base), graph_of(source, base), _content(source)

    def line(subject: bytes, predicate: str, object_: bytes) -> bytes:
        return joined(subject, f"<{expand(predicate)}>".encode(), object_, home)

    entity = f"<{expand('prov:Entity')}>".encode()
    for node in (whole, content):
        yield line(node, "rdf:type", entity)
    yield line(whole, "rdfs:label", _literal(source.name))
    yield line(whole, "prov:wasDerivedFrom", content)
    yield line(content, "rdfs:label", _literal(source.name))
    yield line(content, "schema:sha256", _literal(source.digest))
    yield line(content, "schema:encodingFormat", _literal(source.format.value))
    if source.url:
        address = f"<{quote(source.url, safe=_SAFE)}>".encode()
        yield line(whole, "prov:wasDerivedFrom", address)
        yield line(content, "prov:wasDerivedFrom", address)
        yield line(content, "dcterms:description", _literal(source.query))
    for name in named:
        part = graph_of(source, base, name)
        yield line(part, "prov:wasDerivedFrom", whole)
        yield line(part, "prov:wasDerivedFrom", content)
        yield line(part, "prov:alternateOf", name)
    aligned = aligned_graph(whole)
    yield line(aligned, "prov:wasDerivedFrom", whole)
    yield line(aligned, "rdfs:label", _literal(f"{source.name}, in our terms"))


def _literal(value: str) -> bytes:
    return str(ox.Literal(value)).encode()


def _content(source: Source) -> bytes:
    """The name that content has by its SHA-256 (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(source.digest)).decode().rstrip("=")
    return f"<ni:///sha-256;{digest}>".encode()
