"""Rows of a catalog as the values that pages show."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsgraph.model.explorer import STATUSES, ArticleLine, Bucket, EventLine, Node, RelationLine, Span
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.kinds import label_of

_DAY = re.compile(r"(-?\d{4,})(-\d\d)?(-\d\d)?")
_BUCKETS = 62
# Who else took part in an event: so many are named in a list.
_OTHERS = 6
_NODE = "iri, label, kind, type, standing"


class Lists:
    """Makes values of what a catalog lists; things go by their numbers."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._nodes: dict[int, Node] = {}

    def nodes(self, numbers: Iterable[int]) -> dict[int, Node]:
        """The things of some numbers."""
        wanted = set(numbers)
        if new := wanted - self._nodes.keys():
            rows = self.catalog.rows(
                f"SELECT id, {_NODE} FROM item WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(new)),),
            )
            self._nodes |= {number: _node(row) for number, *row in rows}
        return {number: self._nodes[number] for number in wanted if number in self._nodes}

    def node(self, number: int) -> Node:
        """The thing of a number."""
        if number not in self._nodes:
            self.nodes([number])
        return self._nodes[number]

    def in_order(self, numbers: Sequence[int]) -> tuple[Node, ...]:
        """The things of some numbers, in that order."""
        self.nodes(numbers)
        return tuple(self._nodes[number] for number in numbers)

    def span(self, number: int) -> Span:
        """When an event was, or an article appeared."""
        rows = self.catalog.rows("SELECT first, until, words FROM item WHERE id = ?", (number,))
        return Span(*rows[0]) if rows else Span()

    def events(self, rows: Sequence[tuple[int, str]], *, without: int | None = None) -> tuple[EventLine, ...]:
        """Events with the roles that something has in them ("agent,place"), and who else takes part."""
        numbers = json.dumps([number for number, _ in rows])
        found = {
            number: row
            for number, *row in self.catalog.rows(
                "SELECT id, place, first, until, words FROM item WHERE id IN (SELECT value FROM json_each(?))",
                (numbers,),
            )
        }
        others = self._others(numbers, without, {number: row[0] for number, row in found.items()})
        places = [row[0] for row in found.values() if row[0] is not None]
        self.nodes([*found, *places, *(one for some in others.values() for one in some)])
        return tuple(self._line(number, roles, found[number], others.get(number, ())) for number, roles in rows)

    def _line(self, number: int, roles: str, row: Sequence[Any], others: Sequence[int]) -> EventLine:
        place = None if row[0] is None else self.node(row[0])
        parts = tuple(filter(None, roles.split(",")))
        return EventLine(self.node(number), parts, Span(*row[1:]), place, self.in_order(others))

    def _others(self, numbers: str, without: int | None, places: dict[int, int | None]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        rows = self.catalog.rows(
            "SELECT event, thing FROM fills WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, thing",
            (numbers,),
        )
        for event, thing in rows:
            if thing not in (without, places[event]) and len(found.setdefault(event, [])) < _OTHERS:
                found[event].append(thing)
        return found

    def relations(self, numbers: Sequence[int]) -> tuple[RelationLine, ...]:
        """Relations of some numbers, in that order."""
        rows = {
            row[0]: row
            for row in self.catalog.rows(
                "SELECT relation.id, subject, predicate, object, value, first, until, words FROM relation JOIN item"
                " USING (id) WHERE relation.id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(numbers)),),
            )
        }
        self.nodes([one for row in rows.values() for one in (row[0], row[1], row[3]) if one is not None])
        return tuple(self._relation(rows[number]) for number in numbers if number in rows)

    def _relation(self, row: Sequence[Any]) -> RelationLine:
        number, subject, predicate, goal, value, *when = row
        span = Span(value, value) if value is not None else Span(*when)
        # A date is no thing that has a page.
        object = Node("", value, "resource") if goal is None else self.node(goal)
        return RelationLine(self.node(number), self.node(subject), label_of(predicate), object, span)

    def articles(self, numbers: Sequence[int]) -> tuple[ArticleLine, ...]:
        """Articles of some numbers, in that order."""
        rows = self.catalog.rows(
            "SELECT article.id, day, publisher FROM article JOIN item USING (id)"
            " WHERE article.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        known = {number: (day, publisher) for number, day, publisher in rows}
        self.nodes([*known, *(publisher for _, publisher in known.values() if publisher is not None)])
        return tuple(self._article(number, *known[number]) for number in numbers if number in known)

    def _article(self, number: int, day: str | None, publisher: int | None) -> ArticleLine:
        return ArticleLine(self.node(number), day, None if publisher is None else self.node(publisher))


def _node(row: Sequence[Any]) -> Node:
    iri, label, kind, type, standing = row
    return Node(iri, label, kind, type, standing if standing in STATUSES else None)


def timeline(days: Iterable[tuple[str, int]]) -> tuple[Bucket, ...]:
    """How many there are of each day; of each month or year where that many days are too many to be shown.

    >>> timeline([("2022-01-06T10:00:00", 1), ("2022-01-06", 2)])
    (Bucket(when='2022-01-06', count=3),)
    """
    known = list(days)
    for parts in (3, 2, 1):
        counts: Counter[str] = Counter()
        for day, count in known:
            counts[_cut(day, parts)] += count
        if len(counts) <= _BUCKETS or parts == 1:
            return tuple(Bucket(day, counts[day]) for day in sorted(counts) if day)
    return ()


def _cut(day: str, parts: int) -> str:
    found = _DAY.match(day)
    return "".join(part or "" for part in found.groups()[:parts]) if found else ""


def pages(page: int, size: int) -> tuple[int, int]:
    """How many rows to take, and how many before them to leave out."""
    return size, (min(max(page, 1), 1 << 40) - 1) * size


def distinct(words: Iterable[str]) -> Iterator[str]:
    """The words without those that are empty or were there before."""
    yield from dict.fromkeys(filter(None, words))
