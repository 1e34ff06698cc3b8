"""What a process of the service does: it answers from a snapshot, one request after the other."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import LimitError, QueryError, UnknownError
from newsgraph.model.serving import (
    Convert,
    Describe,
    GraphRead,
    Limits,
    Page,
    Renew,
    Reply,
    Request,
    Sparql,
    Update,
)
from newsgraph.ontology.coordinates import coordinates
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.explorer import Catalog, Explorer
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.querying import briefly
from newsgraph.storage.serving.calls import check
from newsgraph.storage.serving.datasets import names_dataset
from newsgraph.storage.serving.media import Answer, of_quads, of_triples, write
from newsgraph.storage.serving.snapshot import Snapshot, catalogued, changed, is_quads, of_store

DEFAULT = ox.DefaultGraph()
# How many nodes deep a description follows what has no meaning of its own.
DEPTH = 3
PAGES = frozenset(
    ("overview", "search", "entity", "fact", "article", "network", "map", "disputes", "resource", "node", "suggest")
)


class Served:
    """A snapshot, open for reading."""

    def __init__(
        self, snapshot: Snapshot, limits: Limits, allowed: Collection[str] = (), source: Path | None = None
    ) -> None:
        self.snapshot, self._limits, self._allowed = snapshot, limits, tuple(allowed)
        self._store_path = source if source and not is_quads(source) else None
        self._quads = source if source and is_quads(source) else None
        self._store = ox.Store.read_only(str(snapshot.quads))

    @cached_property
    def explorer(self) -> Explorer:
        """What pages ask."""
        catalog = Catalog.open(self.snapshot.catalog)
        return Explorer(self.patterns, catalog, self.snapshot.base, coordinates=coordinates)

    @property
    def patterns(self) -> Patterns:
        """The triples, each once."""
        return self.snapshot.patterns(self._store)

    def answer(self, request: Request) -> object:
        """The answer: a Reply, or the value of a page. A QueryError says what is wrong with the request."""
        match request:
            case Sparql():
                return self._query(request)
            case Describe():
                return of_triples(self._described(request.iri), request.media, self._limits.size)
            case GraphRead():
                return self._graph(request)
            case Convert():
                found = ox.parse(request.triples, format=ox.RdfFormat.N_TRIPLES)
                return of_triples((one.triple for one in found), request.media, self._limits.size)
            case Page():
                return self._page(request)
            case Update():
                return self._change(request)
            case Renew():
                return self._renewed(request.owner)

    def _query(self, asked: Sparql) -> Reply:
        check(asked.text, self._allowed)
        try:
            return write(self._found(asked), asked.results, asked.graph, self._limits.size)
        except SyntaxError as error:
            raise QueryError("the query", briefly(str(error))) from error
        except MemoryError as error:
            raise LimitError("the query", "needs too much memory", what="memory") from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError("the query", f"cannot be answered: {error}") from error

    def _found(self, asked: Sparql) -> Answer:
        """The answer of the store. Most queries that declare prefixes need none of the usual ones, which cost time."""
        if "prefix" in asked.text.lower():
            with suppress(SyntaxError):
                return self._asked(asked, None)
        return self._asked(asked, dict(PREFIXES))

    def _asked(self, asked: Sparql, prefixes: dict[str, str] | None) -> Answer:
        if asked.defaults or asked.named:
            return self._store.query(
                asked.text,
                prefixes=prefixes,
                default_graph=[ox.NamedNode(one) for one in asked.defaults],
                named_graphs=[ox.NamedNode(one) for one in asked.named],
            )
        # A query's own FROM would count for nothing beside the union of all graphs.
        union = self.snapshot.union and not names_dataset(asked.text)
        return self._store.query(asked.text, prefixes=prefixes, use_default_graph_as_union=union)

    def _graph(self, asked: GraphRead) -> Reply:
        if asked.graph is None:
            return of_quads(self._all(), asked.media, self._limits.size)
        if asked.graph == "":
            return of_triples(self._triples(None, None), asked.media, self._limits.size)
        name = _node(asked.graph)
        if not self._store.contains_named_graph(name):
            raise UnknownError(asked.graph, "is no graph of it")
        found = self._store.quads_for_pattern(None, None, None, name)
        return of_triples((one.triple for one in found), asked.media, self._limits.size)

    def _all(self) -> Iterator[ox.Quad]:
        """All quads; of a triple that stands in the default graph only because it is in a named one, the latter."""
        for one in self._store:
            if self.snapshot.union or one.graph_name != DEFAULT or not self._named(one):
                yield one

    def _named(self, one: ox.Quad) -> bool:
        found = self._store.quads_for_pattern(one.subject, one.predicate, one.object, None)
        return any(other.graph_name != DEFAULT for other in found)

    def _triples(self, subject: ox.NamedNode | None, object: ox.NamedNode | None) -> Iterator[ox.Triple]:
        graph = None if self.snapshot.union else DEFAULT
        return (one.triple for one in self._store.quads_for_pattern(subject, None, object, graph))

    def _described(self, iri: str) -> Iterator[ox.Triple]:
        """What is said of a resource, and of the selectors and the like that it leads to and that are nothing else."""
        found = list(self._triples(_node(iri), None))
        if not found:
            raise UnknownError(iri, "is not in the graph")
        yield from found
        for _ in range(DEPTH):
            parts = {one.object for one in found if isinstance(one.object, ox.NamedNode) and _part(one.object.value)}
            found = [triple for part in sorted(parts, key=str) for triple in self._triples(part, None)]
            yield from found

    def _change(self, asked: Update) -> Snapshot:
        check(asked.text, self._allowed, changing=True)
        if asked.defaults or asked.named:
            raise QueryError("the change", "names its graphs in the request", advice="write USING or GRAPH in its text")
        try:
            return changed(self.snapshot, self._quads, asked.text, asked.owner)
        except SyntaxError as error:
            raise QueryError("the change", briefly(str(error))) from error
        except (ValueError, RuntimeError) as error:
            raise QueryError("the change", f"cannot be made: {error}") from error

    def _renewed(self, owner: int) -> Snapshot:
        """The snapshot as it would be made now: of the store, or with the catalog that goes with its quads."""
        if self._store_path:
            return of_store(self._store_path, owner=owner)
        return catalogued(self.snapshot, owner)

    def _page(self, asked: Page) -> object:
        if asked.method not in PAGES:
            raise QueryError("the explorer", f"has no page {asked.method}")
        return getattr(self.explorer, asked.method)(*asked.arguments)


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError("the request", f"names what is no IRI: {error}") from error


def _part(iri: str) -> bool:
    return any(f"/{kind}/" in iri for kind in ("evidence", "selector", "attribution", "link", "match"))
