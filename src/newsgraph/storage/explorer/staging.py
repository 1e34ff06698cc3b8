"""What of the quads a catalog is made of, as tables of its own: streamed once, one property after the other."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.disk import Own
from newsgraph.storage.explorer.kinds import ROLES, listed
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.terms import StoreTerm

Progress: TypeAlias = Callable[[str, int], None]
"""Is told what was done, and how many of it."""

NG = PREFIXES["ng"]
# Tables of pairs of things, and of things with words: an IRI of our ontology among the words by its local name.
LINKS = {
    "claimant": "ng:claimant", "derived": "prov:wasDerivedFrom", "embedded": "ng:embeddedIn",
    "contradicts": "ng:contradicts", "subject": "ng:subject", "object": "ng:object", "figure_of": "ng:figureOf",
    "refers": "ng:refersTo", "source": "oa:hasSource", "publisher": "schema:publisher",
    "agency": "schema:sourceOrganization", "copy_of": "ng:copyOf", "located": "ng:locatedIn", "match_of": "ng:matchOf",
}  # fmt: skip
WORDS = {
    "label": "rdfs:label", "alternative": "skos:altLabel", "status": "ng:status", "event_type": "ng:eventType",
    "at": "sem:hasTimeStamp", "begins": "sem:hasBeginTimeStamp", "ends": "sem:hasEndTimeStamp",
    "words": "ng:timexText", "predicate": "ng:predicate", "value": "ng:value", "counts": "ng:counts",
    "factuality": "ng:factuality", "modality": "ng:modality", "evidence": "ng:evidence",
    "published": "schema:datePublished", "headline": "schema:headline",
    "same": "skos:exactMatch", "latitude": "wgs:lat", "longitude": "wgs:long",
}  # fmt: skip
# Of these the IRI of the subject is kept too.
NAMED = {"about": "ng:about", "match": "ng:matchOf"}
_MANY = 1 << 16


@lru_cache(maxsize=_MANY)
def key(iri: str) -> int:
    """The number that stands for an IRI: 64 bits of its digest, the same in every catalog."""
    return int.from_bytes(blake2b(iri.encode(errors="replace"), digest_size=8).digest(), signed=True)


def stage(quads: Patterns, database: sqlite3.Connection, progress: Progress) -> None:
    """Fill the tables of the attached database `s`."""
    database.execute("CREATE TABLE s.typed (s INTEGER, iri TEXT, type TEXT, kind TEXT)")
    for iri, name, kind in listed():
        things = ((key(one), one, name, kind) for one in _members(quads, iri))
        database.executemany("INSERT INTO s.typed VALUES (?, ?, ?, ?)", things)
    database.execute("CREATE TABLE s.role (s INTEGER, rank INTEGER, o INTEGER)")
    for rank, role in enumerate(ROLES):
        ends = ((key(s.value), rank, key(o.value)) for s, o in _named(quads, f"ng:{role}"))
        database.executemany("INSERT INTO s.role VALUES (?, ?, ?)", ends)
    for table, name in NAMED.items():
        database.execute(f"CREATE TABLE s.{table} (s INTEGER, o INTEGER, iri TEXT)")
        claims = ((key(s.value), key(o.value), s.value) for s, o in _named(quads, name))
        database.executemany(f"INSERT INTO s.{table} VALUES (?, ?, ?)", claims)
    for table, name in LINKS.items():
        database.execute(f"CREATE TABLE s.{table} (s INTEGER, o INTEGER)")
        links = ((key(s.value), key(o.value)) for s, o in _named(quads, name))
        _tell(progress, name, database.executemany(f"INSERT INTO s.{table} VALUES (?, ?)", links))
    for table, name in WORDS.items():
        database.execute(f"CREATE TABLE s.{table} (s INTEGER, o TEXT)")
        words = ((key(s.value), _text(o)) for s, o in _pairs(quads, name))
        _tell(progress, name, database.executemany(f"INSERT INTO s.{table} VALUES (?, ?)", words))
    for table in ("typed", "role", *NAMED, *LINKS, *WORDS):
        database.execute(f"CREATE INDEX s.{table}_s ON {table} (s)")


def _tell(progress: Progress, name: str, done: sqlite3.Cursor) -> None:
    progress(name, done.rowcount)


def _text(term: StoreTerm) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    return term.value.removeprefix(NG) if isinstance(term, ox.NamedNode) else ""


def _members(quads: Patterns, iri: str) -> Iterator[str]:
    for subject, _ in _pairs(quads, "rdf:type", ox.NamedNode(iri)):
        yield subject.value


def _named(quads: Patterns, name: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    return ((s, o) for s, o in _pairs(quads, name) if isinstance(o, ox.NamedNode))


def _pairs(quads: Patterns, name: str, object: ox.NamedNode | None = None) -> Iterator[tuple[ox.NamedNode, StoreTerm]]:
    """The subjects and objects of a property, where the subject has a name; the same may come twice."""
    predicate = ox.NamedNode(expand(name))
    store = quads.store if isinstance(quads, Own) else quads
    if isinstance(store, ox.Store):
        # A query gives the terms that it is asked for and no more, which is twice as fast.
        pattern = f"SELECT ?s {'' if object else '?o'} {{ ?s {predicate} {object or '?o'} }}"
        rows = store.query(pattern, use_default_graph_as_union=True)
        pairs = ((row[0], object or row[1]) for row in rows)  # type: ignore[union-attr]
    else:
        pairs = ((one.subject, one.object) for one in store.quads_for_pattern(None, predicate, object, None))
    return (pair for pair in pairs if isinstance(pair[0], ox.NamedNode))
