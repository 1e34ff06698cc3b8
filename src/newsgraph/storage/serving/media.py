"""Media types of answers, and answers written in them."""

import codecs
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from newsgraph.errors import LimitError
from newsgraph.model.serving import Reply
from newsgraph.ontology.prefixes import PREFIXES

if TYPE_CHECKING:
    from typing_extensions import Buffer

R, F = ox.QueryResultsFormat, ox.RdfFormat
CSV = "text/csv"
RESULTS = {
    "application/sparql-results+json": R.JSON,
    "application/sparql-results+xml": R.XML,
    CSV: R.CSV,
    "text/tab-separated-values": R.TSV,
    "application/json": R.JSON,
    "application/xml": R.XML,
    "text/xml": R.XML,
}
TRIPLES = {
    "text/turtle": F.TURTLE,
    "application/n-triples": F.N_TRIPLES,
    "application/trig": F.TRIG,
    "application/rdf+xml": F.RDF_XML,
    "application/ld+json": F.JSON_LD,
    "application/n-quads": F.N_QUADS,
    "application/x-turtle": F.TURTLE,
    "application/json": F.JSON_LD,
    "application/xml": F.RDF_XML,
    "text/xml": F.RDF_XML,
    "text/plain": F.N_TRIPLES,
}
QUADS = {media: format for media, format in TRIPLES.items() if format in (F.TRIG, F.N_QUADS, F.JSON_LD)}
# What XML 1.0 has no way of writing stands in articles all the same, and the store writes it as it is; who reads a
# carriage return that is no reference takes it for the end of a line.
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c-\x1f]|\xef\xbf[\xbe\xbf]")
_INSTEAD = "\N{REPLACEMENT CHARACTER}".encode()
_RETURN = b"&#xD;"
Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Limited(BytesIO):
    """Bytes that refuse to grow past a size; what is written into them stops with a LimitError then."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._left = self._size = size

    def write(self, part: "Buffer", /) -> int:
        """Take a part."""
        taken = super().write(part)
        self._left -= taken
        if self._left < 0:
            problem = f"has an answer of more than {self._size:,} bytes"
            raise LimitError("the query", problem, advice="add a LIMIT, or ask for less at a time", what="size")
        return taken


def write(found: Answer, results: Sequence[str], triples: Sequence[str], size: int) -> Reply:
    """An answer in the first media type that fits it."""
    if isinstance(found, ox.QueryTriples):
        return of_triples(found, triples, size)
    media = next((one for one in results if one in RESULTS), None)
    if media is None:
        return _none(RESULTS)
    if media == CSV and isinstance(found, ox.QuerySolutions):
        return _reply(media, size, lambda out: _table(found, out))
    return _reply(media, size, lambda out: found.serialize(out, format=RESULTS[media]))


def of_triples(found: Iterable[ox.Triple], wanted: Sequence[str], size: int) -> Reply:
    """Triples in the first media type that fits them; nothing is said twice."""
    media = next((one for one in wanted if one in TRIPLES), None)
    if media is None:
        return _none(TRIPLES)
    names = dict(PREFIXES)
    return _reply(media, size, lambda out: ox.serialize(_once(found), out, format=TRIPLES[media], prefixes=names))


def of_quads(found: Iterable[ox.Quad], wanted: Sequence[str], size: int) -> Reply:
    """Quads in the first media type that can carry them."""
    media = next((one for one in wanted if one in QUADS), None)
    if media is None:
        return _none(QUADS)
    return _reply(media, size, lambda out: ox.serialize(found, out, format=QUADS[media], prefixes=dict(PREFIXES)))


def _table(found: ox.QuerySolutions, out: Limited) -> None:
    """A table in CSV. The store's own has a comma in an IRI begin another column."""
    lines = csv.writer(codecs.getwriter("utf-8")(out))
    lines.writerow(one.value for one in found.variables)
    lines.writerows([_told(term) for term in row] for row in found)


def _told(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else "" if term is None else str(term)


def _once(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    seen: set[ox.Triple] = set()
    for one in triples:
        if one not in seen:
            seen.add(one)
            yield one


def _reply(media: str, size: int, put: Callable[[Limited], object]) -> Reply:
    out = Limited(size)
    put(out)
    body = out.getvalue()
    return Reply(_NOT_XML.sub(_mended, body) if "xml" in media else body, media)


def _mended(found: re.Match[bytes]) -> bytes:
    return _RETURN if found[0] == b"\r" else _INSTEAD


def _none(known: Iterable[str]) -> Reply:
    return Reply(", ".join(known).encode(), "")
