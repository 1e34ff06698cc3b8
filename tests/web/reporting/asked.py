"""A graph by hand, as a report asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.model.explorer import (
    ArticlePage,
    Asked,
    Dispute,
    DisputePage,
    FactPage,
    Found,
    Hit,
    MapPage,
    Overview,
)
from web.pages.builders import ARTICLE, DISPUTES, FACETS, FACT, MAP, OVERVIEW, STORY, TIMES, TOLD


@dataclass(frozen=True)
class Known:
    """A source that knows what it is given: as many events as are asked for, up to `events`."""

    facts: Sequence[FactPage] = (FACT,)
    told: Sequence[FactPage] = (TOLD,)
    page: ArticlePage = ARTICLE
    first: Overview = OVERVIEW
    where: MapPage = MAP
    disputed: Sequence[Dispute] = DISPUTES[:1]

    def overview(self) -> Overview:
        """The first page."""
        return self.first

    def search(self, asked: Asked) -> Found:
        """A page of the events, of what is told, or of the one article."""
        if asked.kinds == ("article",):
            return Found(asked, 1, (Hit(STORY),), FACETS, TIMES)
        pages = self.facts if asked.kinds == ("event",) else self.told
        start = (asked.page - 1) * asked.size
        hits = tuple(Hit(page.node) for page in pages[start : start + asked.size])
        return Found(asked, len(pages), hits, FACETS)

    def fact(self, iri: str) -> FactPage | None:
        """An event that is known."""
        return next((page for page in (*self.facts, *self.told) if page.node.iri == iri), None)

    def article(self, iri: str) -> ArticlePage | None:
        """The one article."""
        return self.page if iri == self.page.node.iri else None

    def map(self, asked: Asked) -> MapPage:
        """The one map."""
        return self.where

    def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """The disputes, one to a page."""
        shown = tuple(self.disputed[page - 1 : page])
        return DisputePage(sort, shown, {sort: len(self.disputed)}, page, 1)
