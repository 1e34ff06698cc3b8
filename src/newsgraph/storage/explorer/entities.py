"""The page of an entity."""

from newsgraph.model.explorer import (
    ArticleLine,
    ClaimView,
    EntityPage,
    EventLine,
    ExternalLink,
    FigureView,
    Node,
    RelationLine,
)
from newsgraph.storage.explorer.claims import Claims
from newsgraph.storage.explorer.lists import pages, timeline
from newsgraph.storage.explorer.things import Things

SIZE = 25
"""So many rows has a page of a list."""
_NAMES, _LINKS, _MERGES = 60, 20, 20
_DAYS = "SELECT substr(day, 1, 12), count(*) FROM part WHERE thing = ? AND told = 0 AND day <> '' GROUP BY 1"


class EntityPages:
    """Makes the pages of entities."""

    def __init__(self, things: Things, claims: Claims) -> None:
        self.things, self.claims, self.catalog, self.lists = things, claims, things.catalog, things.lists

    def page(self, number: int, page: int) -> EntityPage:
        """The page of an entity; every list is turned to that page."""
        node, limit = self.lists.node(number), pages(page, SIZE)
        return EntityPage(
            node,
            names=self.things.names(node.iri, _NAMES),
            links=self._links(node.iri),
            offices=self._relations(number, 1, limit),
            relations=self._relations(number, 0, limit),
            events=self._events(number, 0, limit),
            told=self._events(number, 1, limit),
            figures=self._figures(number, limit),
            said=self._said(number, limit),
            seen_with=self._seen(number),
            articles=self._articles(number, limit),
            merges=self.things.merges(number, _MERGES),
            timeline=timeline(self.catalog.rows(_DAYS, (number,))),
            totals=self._totals(number),
            page=page,
            size=SIZE,
        )

    def _events(self, number: int, told: int, limit: tuple[int, int]) -> tuple[EventLine, ...]:
        rows = self.catalog.rows(
            "SELECT event, roles FROM part WHERE thing = ? AND told = ? ORDER BY sorted DESC, event LIMIT ? OFFSET ?",
            (number, told, *limit),
        )
        return self.lists.events(rows, without=number)

    def _relations(self, number: int, office: int, limit: tuple[int, int]) -> tuple[RelationLine, ...]:
        rows = self.catalog.rows(
            "SELECT relation FROM stands WHERE thing = ? AND office = ? ORDER BY told, relation LIMIT ? OFFSET ?",
            (number, office, *limit),
        )
        return self.lists.relations([row[0] for row in rows])

    def _figures(self, number: int, limit: tuple[int, int]) -> tuple[FigureView, ...]:
        rows = self.catalog.rows(
            "SELECT id FROM figure WHERE thing = ? ORDER BY counts, id LIMIT ? OFFSET ?", (number, *limit)
        )
        return self.claims.figures([row[0] for row in rows])

    def _said(self, number: int, limit: tuple[int, int]) -> tuple[ClaimView, ...]:
        rows = self.catalog.rows(
            "SELECT iri FROM claim WHERE claimant = ? ORDER BY id DESC LIMIT ? OFFSET ?", (number, *limit)
        )
        return tuple(self.claims.view(iri) for (iri,) in rows)

    def _seen(self, number: int) -> tuple[tuple[Node, int], ...]:
        rows = self.catalog.rows("SELECT other, times FROM seen WHERE thing = ? ORDER BY place", (number,))
        nodes = self.lists.nodes(other for other, _ in rows)
        return tuple((nodes[other], times) for other, times in rows)

    def _articles(self, number: int, limit: tuple[int, int]) -> tuple[ArticleLine, ...]:
        # Articles are numbered from the newest on.
        rows = self.catalog.rows(
            "SELECT article FROM tells WHERE item = ? ORDER BY article LIMIT ? OFFSET ?", (number, *limit)
        )
        return self.lists.articles([row[0] for row in rows])

    def _links(self, iri: str) -> tuple[ExternalLink, ...]:
        """The links with their judgement, the accepted and the likely first; and what is the same without a link."""
        reading = self.things.reading
        found = [self._link(link) for link in reading.subjects("ng:linkFrom", iri, _LINKS)]
        found += [ExternalLink(same, True) for same in reading.iris(iri, "skos:exactMatch")]
        order = sorted(found, key=lambda link: (not link.accepted, -(link.score or 0), link.iri))
        # One that is told twice is told with the better reasons.
        return tuple({link.iri: link for link in reversed(order)}.values())[::-1][:_LINKS]

    def _link(self, link: str) -> ExternalLink:
        reading = self.things.reading
        accepted = reading.text(link, "ng:judgement") == "Accepted"
        target, score = reading.text(link, "ng:linkTo"), reading.number(link, "ng:score")
        return ExternalLink(target, accepted, score, tuple(reading.values(link, "ng:reason")))

    def _totals(self, number: int) -> dict[str, int]:
        counts = {
            "offices": "stands WHERE thing = ? AND office = 1", "relations": "stands WHERE thing = ? AND office = 0",
            "events": "part WHERE thing = ? AND told = 0", "told": "part WHERE thing = ? AND told = 1",
            "figures": "figure WHERE thing = ?", "said": "claim WHERE claimant = ?",
            "articles": "tells WHERE item = ?", "merges": "merge WHERE item = ?",
        }  # fmt: skip
        return {name: self.catalog.one(f"SELECT count(*) FROM {where}", (number,)) for name, where in counts.items()}
