"""A store on disk in a format of lines, which never stands in memory as a whole."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from newsgraph.model.statements import Layer
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.formats import Format
from newsgraph.storage.sorting import in_order
from newsgraph.storage.store import PARSERS

STREAMED = (Format.NQUADS, Format.NTRIPLES)
BATCH = 1 << 14


def stream(store: DiskStore, format: Format, layers: frozenset[Layer]) -> Iterator[bytes]:
    """Some layers in N-Quads or N-Triples, a line each: the bytes that the graph gives when it is written at once."""
    quads = store.told(layers)
    return in_order(_lines(quads, format))


def _lines(quads: Iterable[ox.Quad], format: Format) -> Iterator[bytes]:
    source = iter(quads)
    while batch := list(islice(source, BATCH)):
        items = batch if format is Format.NQUADS else [one.triple for one in batch]
        data = ox.serialize(items, format=PARSERS[format]) or b""
        yield from (line + b"\n" for line in data.split(b"\n") if line)
