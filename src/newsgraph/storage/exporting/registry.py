"""The formats of others: what each is called, what it holds, and what makes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from newsgraph.errors import OutputError
from newsgraph.model.statements import Layer
from newsgraph.storage.exporting.documents import documents
from newsgraph.storage.exporting.events import events
from newsgraph.storage.exporting.graphml import graphml
from newsgraph.storage.exporting.nanopub import nanopubs
from newsgraph.storage.exporting.neo4j import neo4j
from newsgraph.storage.exporting.nif import nif_document
from newsgraph.storage.exporting.schemaorg import schemaorg
from newsgraph.storage.exporting.source import Source
from newsgraph.storage.exporting.turtle12 import turtle12
from newsgraph.storage.formats import NAMES, Format
from newsgraph.storage.store import QuadStore
from newsgraph.storage.writing import parts, prefixes

Pieces: TypeAlias = Iterable[bytes]
Make: TypeAlias = Callable[[QuadStore, Source], Pieces | Mapping[str, Pieces]]
TOLD, ARTICLES = "told", "articles"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format. `back` says what reading it back gives; `takes` names the options that mean anything to it.

    `make` gives the bytes piece by piece, or, of a format of several files, those of each by its name.
    """

    name: str
    holds: str
    media: str
    ending: str
    back: str
    make: Make
    takes: frozenset[str] = field(default=frozenset())


def exporter(name: str) -> Exporter:
    """The format of a name; an OutputError tells which there are."""
    key = name.casefold()
    key = NAMES[key].value if key in NAMES else key
    if (found := EXPORTERS.get(key)) is None:
        advice = f"choose one of {', '.join(EXPORTERS)}"
        raise OutputError(name or "no name", "is no format that newsgraph converts to", advice=advice)
    return found


def _plain(format: Format) -> Make:
    return lambda store, source: parts(store, format, frozenset(Layer))


def _turtle12(store: QuadStore, source: Source) -> Iterator[bytes]:
    return turtle12(source, store.triples(), prefixes(store.base))


def _nanopub(store: QuadStore, source: Source) -> Iterator[bytes]:
    return nanopubs(source, prefixes(store.base))


def _nif(store: QuadStore, source: Source) -> Iterator[bytes]:
    return nif_document(source, prefixes(store.base))


def _alone(make: Callable[[Source], Pieces | Mapping[str, Pieces]]) -> Make:
    return lambda store, source: make(source)


_WHOLE = "the same graph"
_SYNTAXES = (
    Exporter("turtle", "all triples", "text/turtle", ".ttl", _WHOLE, _plain(Format.TURTLE)),
    Exporter("ntriples", "all triples", "application/n-triples", ".nt", _WHOLE, _plain(Format.NTRIPLES)),
    Exporter("trig", "all triples in named graphs", "application/trig", ".trig", _WHOLE, _plain(Format.TRIG)),
    Exporter("nquads", "all triples in named graphs", "application/n-quads", ".nq", _WHOLE, _plain(Format.NQUADS)),
    Exporter("jsonld", "all triples", "application/ld+json", ".jsonld", _WHOLE, _plain(Format.JSONLD)),
    Exporter("rdfxml", "all triples", "application/rdf+xml", ".rdf", _WHOLE, _plain(Format.RDFXML)),
)
_OTHERS = (
    Exporter(
        "turtle12", "RDF 1.2: all triples, and for each direct one the claims as its reifiers",
        "text/turtle;version=1.2", ".ttl", "the same graph, with the reifiers", _turtle12,
    ),
    Exporter(
        "nanopub", "a nanopublication for each fact: assertion, provenance, publication",
        "application/trig", ".trig", "the facts with their claims, without mentions", _nanopub,
    ),
    Exporter(
        "nif", "NIF 2.0: the texts, and the phrases that speak of entities and events",
        "text/turtle", ".ttl", "the texts, through documents", _nif, frozenset((ARTICLES,)),
    ),
    Exporter(
        "schemaorg", "schema.org for web pages: articles, what they are about, whom they mention",
        "application/ld+json", ".jsonld", "articles, names and identifiers", _alone(schemaorg), frozenset((ARTICLES,)),
    ),
    Exporter(
        "graphml", "entities and events as nodes, roles and relations as edges",
        "application/graphml+xml", ".graphml", "no", _alone(graphml), frozenset((TOLD,)),
    ),
    Exporter(
        "neo4j", "the same as nodes.csv and relationships.csv for neo4j-admin",
        "text/csv", ".zip", "no", _alone(neo4j), frozenset((TOLD,)),
    ),
    Exporter(
        "events", "a table of events: date, codes, actors, place, figures, sources",
        "text/csv", ".csv", "no", _alone(events), frozenset((TOLD,)),
    ),
    Exporter(
        "documents", "the texts with their sidecars as JSON lines",
        "application/jsonl", ".jsonl", "the texts, by newsgraph build", _alone(documents), frozenset((ARTICLES,)),
    ),
)  # fmt: skip
EXPORTERS: Mapping[str, Exporter] = {one.name: one for one in (*_SYNTAXES, *_OTHERS)}
"""The formats by their names."""
