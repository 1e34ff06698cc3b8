"""The page of an event, a relation or a figure, and the pages of what is disputed."""

import json
from collections.abc import Iterator

from newsgraph.model.explorer import ClaimView, Dispute, DisputePage, FactPage, Node
from newsgraph.storage.explorer.claims import Claims
from newsgraph.storage.explorer.kinds import ROLES
from newsgraph.storage.explorer.lists import pages
from newsgraph.storage.explorer.things import Things

SORTS = ("denied", "uncertain", "contradicted", "figures")
_CLAIMS, _FIGURES, _PAIRS, _RELATED, _NAMES, _MERGES = 50, 50, 20, 25, 60, 20
_DISPUTES, _CLAIMS_OF_ONE, _FIGURES_OF_ONE = 10, 8, 12
# How other events are tied to one: from it, and back.
_TIES = (("ng:fulfils", "fulfils", "fulfilled by"), ("ng:subEventOf", "part of", "has part"),
         ("ng:sameEventAs", "same event as", "same event as"))  # fmt: skip
_EVENTS = ("event", "told")
_INSIDE = """
SELECT thing, roles FROM fills JOIN item ON item.id = thing WHERE event = ? AND kind IN ('event', 'told')
ORDER BY thing LIMIT ?
"""
_OUTSIDE = "SELECT event, roles FROM part WHERE thing = ? ORDER BY told, sorted DESC, event LIMIT ?"
# The claims on something or on one of its figures, and what they exclude.
_CLASHES = """
SELECT clash.claim, clash.other FROM claim CROSS JOIN clash ON clash.claim = claim.id
WHERE claim.about IN (SELECT :thing UNION ALL SELECT id FROM figure WHERE thing = :thing) LIMIT 5000
"""
_FIGURES_OF = """
SELECT DISTINCT figure.id, counts FROM claim CROSS JOIN figure ON figure.id = claim.about
WHERE claim.id IN (SELECT value FROM json_each(?)) ORDER BY counts, figure.id LIMIT ?
"""


class FactPages:
    """Makes the pages of what claims are about."""

    def __init__(self, things: Things, claims: Claims) -> None:
        self.things, self.claims, self.catalog, self.lists = things, claims, things.catalog, things.lists

    def page(self, number: int) -> FactPage:
        """All about a fact, or about what is told."""
        node = self.lists.node(number)
        pairs = self._pairs(number)
        return FactPage(
            node,
            roles=tuple(self._roles(number, node)),
            when=self.lists.span(number),
            claims=self.claims.of(number, most=_CLAIMS),
            figures=self.claims.figures(self._figures(number, node)),
            contradictions=tuple(map(self._pair, pairs[:_PAIRS])),
            related=self._related(number, node),
            merges=self.things.merges(number, _MERGES),
            names=self.things.names(node.iri, _NAMES),
            sources=self.catalog.one("SELECT sources FROM item WHERE id = ?", (number,)) or 0,
            totals={
                "claims": self.catalog.one("SELECT count(*) FROM claim WHERE about = ?", (number,)),
                "figures": self.catalog.one("SELECT count(*) FROM figure WHERE thing = ?", (number,)),
                "contradictions": len(pairs),
                "merges": self.catalog.one("SELECT count(*) FROM merge WHERE item = ?", (number,)),
                "articles": self.catalog.one("SELECT count(*) FROM tells WHERE item = ?", (number,)),
            },
        )

    def _figures(self, number: int, node: Node) -> list[int]:
        if node.kind == "figure":
            return [number]
        rows = self.catalog.rows(
            "SELECT id FROM figure WHERE thing = ? ORDER BY counts, id LIMIT ?", (number, _FIGURES)
        )
        return [row[0] for row in rows]

    def _roles(self, number: int, node: Node) -> Iterator[tuple[str, tuple[Node, ...]]]:
        """Who and what takes part; events that do are told among what is related."""
        if node.kind == "relation":
            for line in self.lists.relations([number]):
                yield from (("subject", (line.subject,)), ("object", (line.object,)))
        elif node.kind == "figure":
            owners = self.catalog.rows("SELECT thing FROM figure WHERE id = ?", (number,))
            yield from (("figure of", (self.lists.node(owner),)) for (owner,) in owners)
        else:
            rows = self.catalog.rows("SELECT thing, roles FROM fills WHERE event = ? ORDER BY thing", (number,))
            nodes = self.lists.nodes(thing for thing, _ in rows)
            for role in ROLES:
                found = tuple(nodes[thing] for thing, roles in rows if role in roles.split(","))
                if kept := tuple(one for one in found if one.kind not in _EVENTS):
                    yield role, kept

    def _related(self, number: int, node: Node) -> tuple[tuple[str, Node], ...]:
        ties = {name: [*self._ties(node.iri, name), *self._parts(number, name)] for name in ("out", "back")}
        seen = dict.fromkeys((words, other) for some in ties.values() for words, other in some if other.iri != node.iri)
        return tuple(seen)[: 2 * _RELATED]

    def _ties(self, iri: str, way: str) -> Iterator[tuple[str, Node]]:
        for name, out, back in _TIES:
            reading = self.things.reading
            others = reading.iris(iri, name) if way == "out" else reading.subjects(name, iri, _RELATED)
            yield from ((out if way == "out" else back, self.things.node(other)) for other in others[:_RELATED])

    def _parts(self, number: int, way: str) -> Iterator[tuple[str, Node]]:
        """Events that take part in this one, and those in which this one takes part."""
        rows = self.catalog.rows(_INSIDE if way == "out" else _OUTSIDE, (number, _RELATED))
        nodes = self.lists.nodes(one for one, _ in rows)
        for one, roles in rows:
            yield from ((role if way == "out" else f"{role} of", nodes[one]) for role in roles.split(","))

    def _pairs(self, number: int) -> list[tuple[int, int]]:
        """The pairs of claims that exclude each other, each once, what is said of the thing itself on the left."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for one, other in sorted(self.catalog.rows(_CLASHES, {"thing": number})):
            found.setdefault((min(one, other), max(one, other)), (one, other))
        return list(found.values())

    def _pair(self, pair: tuple[int, int]) -> tuple[ClaimView, ClaimView]:
        left, right = (self.claims.views([one])[0] for one in pair)
        return left, right

    def disputes(self, sort: str, page: int) -> DisputePage:
        """A page of what is disputed; a sort that is none is the first one."""
        chosen = sort if sort in SORTS else SORTS[0]
        totals = dict(self.catalog.rows("SELECT sort, count(*) FROM dispute GROUP BY sort"))
        rows = self.catalog.rows(
            "SELECT item FROM dispute WHERE sort = ? ORDER BY place LIMIT ? OFFSET ?", (chosen, *pages(page, _DISPUTES))
        )
        self.lists.nodes(number for (number,) in rows)
        disputes = tuple(self._dispute(chosen, number) for (number,) in rows)
        return DisputePage(chosen, disputes, {one: totals.get(one, 0) for one in SORTS}, page, _DISPUTES)

    def _dispute(self, sort: str, number: int) -> Dispute:
        node, when = self.lists.node(number), self.lists.span(number)
        if sort in ("denied", "uncertain"):
            return Dispute(node, self._sides(number), when=when)
        claims = list(dict.fromkeys(one for pair in self._pairs(number) for one in pair))
        if sort == "contradicted":
            return Dispute(node, self.claims.views(claims[:_CLAIMS_OF_ONE]), when=when)
        figures = self.catalog.rows(_FIGURES_OF, (json.dumps(claims), _FIGURES_OF_ONE))
        return Dispute(node, figures=self.claims.figures([row[0] for row in figures]), when=when)

    def _sides(self, number: int) -> tuple[ClaimView, ...]:
        """Claims on something, those that deny it first."""
        rows = self.catalog.rows(
            "SELECT iri FROM claim WHERE about = ? ORDER BY factuality LIKE '%Negative' DESC, id LIMIT ?",
            (number, _CLAIMS_OF_ONE),
        )
        return tuple(self.claims.view(iri) for (iri,) in rows)
