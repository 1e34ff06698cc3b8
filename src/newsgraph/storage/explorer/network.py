"""What stands around something: events with those who take part, and relations."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from newsgraph.model.explorer import Edge, Network
from newsgraph.storage.explorer.catalog import storable
from newsgraph.storage.explorer.kinds import ENTITIES, below, label_of
from newsgraph.storage.explorer.lists import Lists

_MOST = 300


class Around:
    """Makes networks."""

    def __init__(self, lists: Lists) -> None:
        self.lists, self.catalog = lists, lists.catalog

    def network(
        self, number: int, types: Sequence[str], start: str | None, end: str | None, limit: int
    ) -> Network | None:
        """What stands around an entity, an event or a relation; None for anything else."""
        most = max(1, min(limit, _MOST))
        centre = self.lists.node(number)
        if centre.kind in ENTITIES:
            return self._of_entity(number, _filter(types, start, end), bool(types or start or end), most)
        if centre.kind in ("event", "told"):
            rows = self.catalog.rows("SELECT thing FROM fills WHERE event = ? ORDER BY thing", (number,))
            others = [row[0] for row in rows]
            return self._drawn([number, *others[:most]], len(others) - len(others[:most]))
        rows = self.catalog.rows("SELECT subject, object FROM relation WHERE id = ?", (number,))
        return self._drawn([one for one in rows[0] if one is not None], 0) if rows else None

    def _of_entity(self, number: int, where: tuple[str, dict[str, Any]], narrowed: bool, limit: int) -> Network:
        """Half of the nodes are events, a quarter what it is related to, the rest those who take part in the events."""
        related = [] if narrowed else self._related(number)
        near = related[: limit // 4]
        sql, values = where
        values = {**values, "thing": number, "most": max(1, limit - len(near) if limit < 4 else limit // 2)}
        table = f"part JOIN item ON item.id = part.event WHERE thing = :thing {sql}"
        events = [row[0] for row in self.catalog.rows(
            f"SELECT event FROM {table} ORDER BY told, event LIMIT :most", values)]  # fmt: skip
        total = self.catalog.one(f"SELECT count(*) FROM {table}", values)
        shown = list(dict.fromkeys((*near, *events)))[:limit]
        shown += self._takers(events, {number, *shown}, limit - len(shown))
        left = total + len(related) - len(set(shown) & {*events, *related})
        return self._drawn([number, *shown], max(0, left))

    def _related(self, number: int) -> list[int]:
        """What it has relations with, facts first."""
        rows = self.catalog.rows(
            "SELECT CASE subject WHEN :thing THEN object ELSE subject END FROM stands"
            " JOIN relation ON relation.id = stands.relation WHERE thing = :thing AND object IS NOT NULL"
            " ORDER BY told, relation.id LIMIT 1000",
            {"thing": number},
        )
        return [one for one in dict.fromkeys(row[0] for row in rows) if one != number]

    def _takers(self, events: Iterable[int], known: set[int], most: int) -> list[int]:
        rows = self.catalog.rows(
            "SELECT thing, count(*) FROM fills WHERE event IN (SELECT value FROM json_each(?)) GROUP BY thing"
            " ORDER BY 2 DESC, 1",
            (json.dumps(list(events)),),
        )
        return [thing for thing, _ in rows if thing not in known][: max(0, most)]

    def _drawn(self, numbers: Sequence[int], left_out: int) -> Network:
        """The nodes with all edges between them."""
        nodes = self.lists.in_order(list(dict.fromkeys(numbers)))
        wanted = {"nodes": json.dumps(sorted(set(numbers)))}
        among = "IN (SELECT value FROM json_each(:nodes))"
        parts = self.catalog.rows(
            f"SELECT event, thing, roles FROM fills WHERE event {among} AND thing {among} ORDER BY 1, 2", wanted
        )
        relations = self.catalog.rows(
            f"SELECT id, subject, predicate, object FROM relation WHERE subject {among} AND object {among}"
            f" ORDER BY id LIMIT {4 * _MOST}",
            wanted,
        )
        self.lists.nodes(row[0] for row in relations)
        edges = [self._edge(event, thing, roles.replace(",", ", "), event) for event, thing, roles in parts]
        edges += [self._edge(one, other, label_of(name), fact) for fact, one, name, other in relations]
        return Network(nodes, tuple(edges), left_out)

    def _edge(self, source: int, target: int, label: str, fact: int) -> Edge:
        one, other = self.lists.node(source).iri, self.lists.node(target).iri
        return Edge(one, other, label, self.lists.node(fact), self.lists.span(fact))


def _filter(types: Sequence[str], start: str | None, end: str | None) -> tuple[str, dict[str, Any]]:
    """What narrows events by their class and their days."""
    sql = "AND item.type IN (SELECT value FROM json_each(:types))" if types else ""
    if start or end:
        sql += " AND item.day <> ''"
    if start:
        sql += " AND item.last || '~' >= :start"
    if end:
        sql += " AND substr(item.day, 1, 10) <= :end || '~'"
    return sql, {
        "types": json.dumps(below(tuple(types))),
        "start": storable(start or ""),
        "end": storable(end or ""),
    }
