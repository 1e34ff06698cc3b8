"""The indexes of a report: who and what in which entries, and which article in which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsgraph.model.explorer import ArticlePage, FactPage, Node
from newsgraph.web.reporting.entries import Entry

LISTED = ("person", "organization", "place", "office", "thing")
"""Of these kinds is what the index lists; groups ("nine people") are found with their events."""


@dataclass(slots=True)
class Line:
    """A line of the index: in which entries something takes part, where it speaks, and which articles it published."""

    node: Node
    parts: list[Entry] = field(default_factory=list)
    speaks: list[Entry] = field(default_factory=list)
    published: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """An article with the entries that quote it."""

    page: ArticlePage
    entries: tuple[Entry, ...]


def index(entries: Iterable[Entry], articles: Iterable[ArticlePage]) -> tuple[Line, ...]:
    """Who and what the entries name, in the order of the alphabet."""
    lines: dict[str, Line] = {}
    for entry in entries:
        for node in _parts(entry.page):
            _add(lines, node).parts.append(entry)
        for node in _speakers(entry.page):
            _add(lines, node).speaks.append(entry)
    for article in articles:
        if article.publisher:
            _add(lines, article.publisher).published.append(article.node)
    listed = (line for line in lines.values() if line.node.kind in LISTED)
    return tuple(sorted(listed, key=lambda line: (line.node.label.casefold(), line.node.label, line.node.iri)))


def _add(lines: dict[str, Line], node: Node) -> Line:
    return lines.setdefault(node.iri, Line(node))


def _parts(page: FactPage) -> Iterable[Node]:
    return {node.iri: node for _, nodes in page.roles for node in nodes if node.iri}.values()


def _speakers(page: FactPage) -> Iterable[Node]:
    every = (*page.claims, *(claim for figure in page.figures for claim in figure.claims))
    return {one.node.iri: one.node for claim in every for one in claim.speakers if one.node}.values()


def of_articles(articles: Iterable[ArticlePage], entries: Sequence[Entry]) -> tuple[Told, ...]:
    """The articles, each with the entries that quote it."""
    quoting: dict[str, list[Entry]] = {}
    for entry in entries:
        for article in entry.articles:
            quoting.setdefault(article, []).append(entry)
    return tuple(Told(one, tuple(quoting.get(one.node.iri, ()))) for one in articles)
