"""The explorer: one answer for each page."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from threading import RLock

from newsgraph.model.explorer import (
    ArticlePage,
    Asked,
    DisputePage,
    EntityPage,
    FactPage,
    Found,
    MapPage,
    Network,
    Node,
    Overview,
    ResourcePage,
)
from newsgraph.storage.explorer.articles import ArticlePages
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.claims import Claims
from newsgraph.storage.explorer.entities import EntityPages
from newsgraph.storage.explorer.facts import FactPages
from newsgraph.storage.explorer.hits import Hits
from newsgraph.storage.explorer.kinds import ENTITIES, FACTS
from newsgraph.storage.explorer.network import Around
from newsgraph.storage.explorer.overview import overview
from newsgraph.storage.explorer.places import Coordinates, Maps
from newsgraph.storage.explorer.resources import Resources
from newsgraph.storage.explorer.searching import Counted, Searcher
from newsgraph.storage.explorer.things import Things
from newsgraph.storage.explorer.words import question, tokens
from newsgraph.storage.patterns import Patterns

# So many searches are remembered by what they count, which does not change while one turns the pages.
_REMEMBERED = 64
_SUGGESTED = 50


class Explorer:
    """Answers from quads (each triple once, without the ontology) and from the catalog that was made of them.

    It may be asked from several threads, one after the other. `base` is where the IRIs of the data begin; `coordinates`
    tells where what other identifiers name is.
    """

    def __init__(self, quads: Patterns, catalog: Catalog, base: str, coordinates: Coordinates | None = None) -> None:
        self.quads, self.catalog, self.base = quads, catalog, base
        self._coordinates = coordinates or (lambda _iri: None)
        self._lock = RLock()
        self._searcher = Searcher(catalog)
        self._counted: OrderedDict[Asked, Counted] = OrderedDict()

    def close(self) -> None:
        """Let go of the catalog."""
        with self._lock:
            self.catalog.close()

    def overview(self) -> Overview:
        """The first page."""
        with self._lock:
            return self._overview

    @cached_property
    def _overview(self) -> Overview:
        things = self._things()
        return overview(self.catalog, things.lists, Hits(things))

    def search(self, asked: Asked) -> Found:
        """A page of what fits; a word that is none of ours is no error, and without words everything fits."""
        with self._lock:
            self._searcher.find(asked)
            counted = self._count(replace(asked, page=1, size=1, order=""))
            hits = Hits(self._things()).of(self._searcher.page(asked), tokens(asked.words))
            return Found(asked, counted.total, hits, counted.facets, counted.timeline)

    def _count(self, asked: Asked) -> Counted:
        if asked not in self._counted:
            self._counted[asked] = self._searcher.count(asked)
            if len(self._counted) > _REMEMBERED:
                self._counted.popitem(last=False)
        self._counted.move_to_end(asked)
        return self._counted[asked]

    def entity(self, iri: str, page: int = 1) -> EntityPage | None:
        """All about an entity, its lists turned to a page; None where the IRI names none."""
        with self._lock:
            things = self._things()
            number = _of_kind(things, iri, ENTITIES)
            return None if number is None else EntityPages(things, Claims(things)).page(number, page)

    def fact(self, iri: str) -> FactPage | None:
        """All about an event, real or told, a relation or a figure; None where the IRI names none."""
        with self._lock:
            things = self._things()
            number = _of_kind(things, iri, FACTS)
            return None if number is None else FactPages(things, Claims(things)).page(number)

    def article(self, iri: str) -> ArticlePage | None:
        """An article with what was read in it; None where the IRI names none."""
        with self._lock:
            things = self._things()
            number = _of_kind(things, iri, ("article",))
            return None if number is None else ArticlePages(things).page(number)

    def network(
        self, iri: str, types: Sequence[str] = (), start: str | None = None, end: str | None = None, limit: int = 40
    ) -> Network | None:
        """What stands around an entity, an event or a relation; None for anything else.

        `types` are classes of events, with those below them; `limit` counts the nodes around.
        """
        with self._lock:
            things = self._things()
            number = things.number(iri)
            return None if number is None else Around(things.lists).network(number, types, start, end, limit)

    def map(self, asked: Asked) -> MapPage:
        """Where the events were that a search finds."""
        with self._lock:
            return self._maps.map(asked)

    @cached_property
    def _maps(self) -> Maps:
        return Maps(self._things().lists, self._searcher, self._coordinates)

    def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """What is denied, uncertain, contradicted, or told with figures that disagree."""
        with self._lock:
            things = self._things()
            return FactPages(things, Claims(things)).disputes(sort, page)

    def resource(self, iri: str) -> ResourcePage | None:
        """What is said of anything that has an IRI, and what says something of it; None where nothing does."""
        with self._lock:
            return Resources(self._things()).page(iri)

    def node(self, iri: str) -> Node | None:
        """What an IRI means; None where nothing is said of it. What was merged is what it was merged into."""
        with self._lock:
            things = self._things()
            number = things.number(iri)
            if number is not None:
                return things.lists.node(number)
            return things.node(iri) if things.reading.of(iri) else None

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Node, ...]:
        """Entities with a name that has words that begin so, the busiest first."""
        found = tokens(prefix)
        if not found:
            return ()
        with self._lock:
            # Entities have the lowest numbers, the busiest the lowest of all.
            rows = self.catalog.rows(
                "SELECT rowid FROM names WHERE names MATCH ? AND rowid <= ? ORDER BY rowid LIMIT ?",
                (question(found), self._entities, max(0, min(limit, _SUGGESTED))),
            )
            return self._things().lists.in_order([row[0] for row in rows])

    @cached_property
    def _entities(self) -> int:
        marks = ", ".join("?" * len(ENTITIES))
        return int(self.catalog.one(f"SELECT coalesce(max(id), 0) FROM item WHERE kind IN ({marks})", ENTITIES))

    def _things(self) -> Things:
        return Things(self.catalog, self.quads)


def _of_kind(things: Things, iri: str, kinds: Sequence[str]) -> int | None:
    """The number of something, where it is of one of some kinds."""
    number = things.number(iri)
    return number if number is not None and things.lists.node(number).kind in kinds else None
