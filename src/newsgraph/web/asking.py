"""The explorer as pages see it: its methods, answered by the workers."""

from collections.abc import Sequence
from typing import cast

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
from newsgraph.model.serving import Page
from newsgraph.web.pool import Pool


class Asking:
    """Implements `newsgraph.web.ports.Explorer`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def overview(self) -> Overview:
        """The first page."""
        return cast(Overview, await self._pool.ask(Page("overview")))

    async def search(self, asked: Asked) -> Found:
        """A page of results with its facets."""
        return cast(Found, await self._pool.ask(Page("search", (asked,))))

    async def entity(self, iri: str, page: int = 1) -> EntityPage | None:
        """All about an entity; `page` pages through its lists."""
        return cast("EntityPage | None", await self._pool.ask(Page("entity", (iri, page))))

    async def fact(self, iri: str) -> FactPage | None:
        """All about an event or a relation."""
        return cast("FactPage | None", await self._pool.ask(Page("fact", (iri,))))

    async def article(self, iri: str) -> ArticlePage | None:
        """An article with what was read in it."""
        return cast("ArticlePage | None", await self._pool.ask(Page("article", (iri,))))

    async def network(
        self, iri: str, types: Sequence[str] = (), start: str | None = None, end: str | None = None, limit: int = 40
    ) -> Network | None:
        """What stands around something."""
        return cast("Network | None", await self._pool.ask(Page("network", (iri, tuple(types), start, end, limit))))

    async def map(self, asked: Asked) -> MapPage:
        """Where the events were that a search finds."""
        return cast(MapPage, await self._pool.ask(Page("map", (asked,))))

    async def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """What is denied, uncertain, contradicted, or told with figures that disagree."""
        return cast(DisputePage, await self._pool.ask(Page("disputes", (sort, page))))

    async def resource(self, iri: str) -> ResourcePage | None:
        """What is said of anything that has an IRI."""
        return cast("ResourcePage | None", await self._pool.ask(Page("resource", (iri,))))

    async def node(self, iri: str) -> Node | None:
        """What an IRI means."""
        return cast("Node | None", await self._pool.ask(Page("node", (iri,))))

    async def suggest(self, prefix: str, limit: int = 10) -> tuple[Node, ...]:
        """Things whose names begin so."""
        return cast("tuple[Node, ...]", await self._pool.ask(Page("suggest", (prefix, limit))))
