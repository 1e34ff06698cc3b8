"""What a report tells: the main events with all that is claimed, what is disputed, and what is told but no fact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsgraph.model.explorer import (
    ArticlePage,
    Asked,
    Bucket,
    Dispute,
    DisputePage,
    FacetValue,
    FactPage,
    Found,
    MapPage,
    Overview,
    Quotation,
)

LARGEST = 200
"""So many results has a page of a search at most."""


class Source(Protocol):
    """What a report asks of an explorer."""

    def overview(self) -> Overview:
        """The first page."""
        ...

    def search(self, asked: Asked) -> Found:
        """A page of results."""
        ...

    def fact(self, iri: str) -> FactPage | None:
        """All about an event or a relation."""
        ...

    def article(self, iri: str) -> ArticlePage | None:
        """An article."""
        ...

    def map(self, asked: Asked) -> MapPage:
        """Where the events were that a search finds."""
        ...

    def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """What is disputed in one way."""
        ...


@dataclass(frozen=True, slots=True)
class Some:
    """The first of many facts, the most important first, and how many there are."""

    pages: tuple[FactPage, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Disputes:
    """The first disputes of a sort, and how many there are."""

    shown: tuple[Dispute, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a report tells, in the order of importance."""

    overview: Overview
    events: Some
    told: Some
    figures: Disputes
    contradicted: Disputes
    statuses: tuple[FacetValue, ...]
    sources: tuple[FacetValue, ...]
    published: tuple[Bucket, ...]
    map: MapPage
    articles: tuple[ArticlePage, ...]


def gather(source: Source, most: int) -> Gathered:
    """All that a report tells, with `most` events, and no more of anything else that is listed one by one."""
    events, statuses = _facts(source, Asked(kinds=("event",)), most)
    told, _ = _facts(source, Asked(statuses=("told",)), most)
    figures, contradicted = (_disputes(source, sort, most) for sort in ("figures", "contradicted"))
    articles = source.search(Asked(kinds=("article",), size=1))
    return Gathered(
        source.overview(),
        events,
        told,
        figures,
        contradicted,
        _facet(statuses, "statuses"),
        _facet(articles, "sources"),
        articles.timeline,
        source.map(Asked()),
        tuple(_articles(source, (*events.pages, *told.pages), (*figures.shown, *contradicted.shown))),
    )


def _facts(source: Source, asked: Asked, most: int) -> tuple[Some, Found]:
    """What a search finds, one by one, and its first page."""
    size = min(most, LARGEST)
    first = source.search(_turned(asked, 1, size))
    found = list(first.hits)
    for page in range(2, -(-min(most, first.total) // size) + 1):
        found += source.search(_turned(asked, page, size)).hits
    pages = (source.fact(hit.node.iri) for hit in found[:most])
    return Some(tuple(page for page in pages if page is not None), first.total), first


def _turned(asked: Asked, page: int, size: int) -> Asked:
    return Asked(kinds=asked.kinds, statuses=asked.statuses, page=page, size=size)


def _disputes(source: Source, sort: str, most: int) -> Disputes:
    found = source.disputes(sort)
    shown = list(found.disputes)
    total = found.totals.get(sort, len(shown))
    while found.disputes and len(shown) < min(most, total):
        found = source.disputes(sort, found.page + 1)
        shown += found.disputes
    return Disputes(tuple(shown[:most]), total)


def _facet(found: Found, name: str) -> tuple[FacetValue, ...]:
    return next((facet.values for facet in found.facets if facet.name == name), ())


def _articles(source: Source, pages: Sequence[FactPage], disputes: Sequence[Dispute]) -> Iterator[ArticlePage]:
    """The articles whose words are quoted, the oldest first."""
    every: tuple[FactPage | Dispute, ...] = (*pages, *disputes)
    quoted = dict.fromkeys(quote.article.node.iri for one in every for quote in quotations(one))
    found = (source.article(iri) for iri in quoted)
    yield from sorted(
        (one for one in found if one is not None), key=lambda one: (one.day or "~", one.node.label, one.node.iri)
    )


def quotations(told: FactPage | Dispute) -> Iterator[Quotation]:
    """The words that tell a fact and its figures."""
    for claim in (*told.claims, *(claim for figure in told.figures for claim in figure.claims)):
        yield from claim.quotations
