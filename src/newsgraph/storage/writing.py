"""Graphs as text, and text as files: the same graph always gives the same bytes."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import OutputError
from newsgraph.mapping.minting import KINDS
from newsgraph.model.statements import Layer
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.formats import Format
from newsgraph.storage.jsonld import jsonld
from newsgraph.storage.store import PARSERS, QuadStore, in_order
from newsgraph.storage.streaming import STREAMED, stream
from newsgraph.storage.terms import quad
from newsgraph.storage.turtle import trig, turtle

_DECLARED, _PREFIX = re.compile(r'( xmlns:\w+="[^"]*")+'), re.compile(r' xmlns:\w+="[^"]*"')
# XML 1.0 has no way of writing these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(store: QuadStore, format: Format, layers: frozenset[Layer]) -> str:
    """Some layers of a graph in a format."""
    if format is Format.TRIG:
        return trig(store.graphs(layers), prefixes(store.base))
    if format is Format.NQUADS:
        return store.lines() if layers == frozenset(Layer) else _lines(_quads(store, layers), format)
    triples = store.triples(layers)
    if format is Format.TURTLE:
        return turtle(triples, prefixes(store.base))
    if format is Format.NTRIPLES:
        return _lines(triples, format)
    return _tree(triples, format, prefixes(store.base))


def prefixes(base: str) -> dict[str, str]:
    """The prefixes that graphs are written with: the known ones, and one for each kind of thing under the base."""
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in KINDS}}


def _quads(store: QuadStore, layers: frozenset[Layer]) -> list[ox.Quad]:
    return [
        quad(triple, ox.NamedNode(name) if name else ox.DefaultGraph())
        for name, triples in store.graphs(layers).items()
        for triple in triples
    ]


def _lines(items: Iterable[ox.Triple] | Iterable[ox.Quad], format: Format) -> str:
    return in_order(ox.serialize(items, format=PARSERS[format]))


def _tree(triples: Iterable[ox.Triple], format: Format, names: dict[str, str]) -> str:
    if format is Format.JSONLD:
        return jsonld(triples, names)
    ordered = sorted(triples, key=str)
    _refuse_controls(ordered)
    text = (ox.serialize(ordered, format=PARSERS[format], prefixes=names) or b"").decode()
    # The library writes carriage returns as they are, and whoever reads XML takes them for line feeds.
    text = text.replace("\r", "&#13;")
    # The library declares prefixes in an order that changes from run to run.
    return _DECLARED.sub(lambda match: "".join(sorted(_PREFIX.findall(match[0]))), text, count=1)


def _refuse_controls(triples: Iterable[ox.Triple]) -> None:
    for triple in triples:
        if isinstance(triple.object, ox.Literal) and (found := _NOT_XML.search(triple.object.value)):
            problem = f"RDF/XML cannot hold the character U+{ord(found[0]):04X}, which {triple.subject} has"
            raise OutputError("rdfxml", problem, advice="choose another format")


def parts(store: QuadStore, format: Format, layers: frozenset[Layer]) -> Iterator[bytes]:
    """The same as bytes, a piece at a time where that is possible."""
    if isinstance(store, DiskStore) and format in STREAMED:
        yield from stream(store, format, layers)
    else:
        yield write(store, format, layers).encode()


def save(data: Iterable[bytes], path: Path) -> None:
    """Write a file whole or not at all: what stood there before stays until the new bytes are on the disk."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise OutputError(str(path), "is no ordinary file", advice="write to a file, or print the text")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(str(path), f"cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        _publish(Path(name), path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise OutputError(str(path), f"cannot be written: {error.strerror}", advice="is the disk full?") from error


def _publish(made: Path, path: Path) -> None:
    """Give the file the rights that a file of the user's usually gets, not the private ones of a temporary one."""
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)
    made.replace(path)
