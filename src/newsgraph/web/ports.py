"""What the pages and the JSON endpoints need to know of a graph."""

from collections.abc import Sequence
from typing import Protocol

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


class Explorer(Protocol):
    """Answers with the values that pages show; None where an IRI means nothing of that sort.

    A QueryError where an answer takes too long.
    """

    async def overview(self) -> Overview:
        """The first page."""
        ...

    async def search(self, asked: Asked) -> Found:
        """A page of results with its facets."""
        ...

    async def entity(self, iri: str, page: int = 1) -> EntityPage | None:
        """All about an entity; `page` pages through its lists."""
        ...

    async def fact(self, iri: str) -> FactPage | None:
        """All about an event or a relation."""
        ...

    async def article(self, iri: str) -> ArticlePage | None:
        """An article with what was read in it."""
        ...

    async def network(
        self, iri: str, types: Sequence[str] = (), start: str | None = None, end: str | None = None, limit: int = 40
    ) -> Network | None:
        """What stands around something."""
        ...

    async def map(self, asked: Asked) -> MapPage:
        """Where the events were that a search finds."""
        ...

    async def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """What is denied, uncertain, contradicted, or told with figures that disagree."""
        ...

    async def resource(self, iri: str) -> ResourcePage | None:
        """What is said of anything that has an IRI."""
        ...

    async def node(self, iri: str) -> Node | None:
        """What an IRI means."""
        ...

    async def suggest(self, prefix: str, limit: int = 10) -> tuple[Node, ...]:
        """Things whose names begin so."""
        ...
