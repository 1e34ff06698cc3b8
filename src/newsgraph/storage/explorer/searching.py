"""Searching a catalog: what fits, how many of it each facet has, and how it lies in time."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from newsgraph.model.explorer import STATUSES, Asked, Bucket, Facet, FacetValue
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.explorer.catalog import Catalog, storable
from newsgraph.storage.explorer.kinds import ENTITIES, FACTS, ROOTS, TOLD, below, label_of
from newsgraph.storage.explorer.lists import pages, timeline
from newsgraph.storage.explorer.words import question, tokens

FACETS = ("kinds", "types", "statuses", "places", "sources")
_ALL = 31
# A facet shows so many values, and those that are chosen.
_VALUES = 25
_KINDS = (*ENTITIES, *FACTS, "article")
_TABLE = """
CREATE TEMP TABLE IF NOT EXISTS hit (
  id INTEGER PRIMARY KEY, mask INTEGER, kind TEXT, type TEXT, standing TEXT, day TEXT, sorted TEXT, score REAL
)
"""
# One pass over what fits the words and the days: bit by bit, which facets it fits. What fits all but one counts there.
_FILL = """
INSERT INTO hit
SELECT id, mask, kind, type, standing, CASE WHEN kind IN ('event', 'told', 'article') THEN day END, sorted, score FROM (
  SELECT i.id, i.kind, i.type, i.standing, i.day, i.sorted, {score} AS score,
    {kinds} + 2 * {types} + 4 * {statuses} + 8 * {places} + 16 * {sources} AS mask
  FROM {source} WHERE i.kind <> 'figure' {where}
) WHERE mask IN (31, 30, 29, 27, 23, 15)
"""
# Names before texts, what is called just so before the rest, things before what happened to them, the busy before the
# rare; bm25 is the smaller the better.
_SCORE = """
bm25(texts, 6.0, 1.0) - i.weight
- CASE WHEN i.label = :label COLLATE NOCASE THEN 1000 ELSE 0 END
- CASE WHEN i.id IN (SELECT rowid FROM names WHERE names MATCH :match) THEN
    CASE WHEN i.standing IS NULL AND i.kind <> 'article' THEN 200 ELSE 100 END ELSE 0 END
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many fit, by facet and in time."""

    total: int
    facets: tuple[Facet, ...]
    timeline: tuple[Bucket, ...]


class Searcher:
    """Fills a table of the connection's own with what fits, and counts it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        catalog.database.execute(_TABLE)

    def find(self, asked: Asked) -> None:
        """Fill the table `hit`; what fits everything has all bits in its mask."""
        sql, values = _fill(asked)
        with _whole(self.catalog.database):
            self.catalog.database.execute("DELETE FROM hit")
            self.catalog.database.execute(sql, values)

    def page(self, asked: Asked) -> list[int]:
        """The numbers of a page of what was found."""
        order = "sorted DESC, score, id" if asked.order == "date" else "score, id"
        limit = pages(asked.page, max(1, min(asked.size, 200)))
        return [row[0] for row in self.catalog.rows(
            f"SELECT id FROM hit WHERE mask = {_ALL} ORDER BY {order} LIMIT ? OFFSET ?", limit)]  # fmt: skip

    def count(self, asked: Asked) -> Counted:
        """What was found in numbers."""
        total = self.catalog.one(f"SELECT count(*) FROM hit WHERE mask = {_ALL}")
        days = self.catalog.rows(
            f"SELECT substr(day, 1, 12), count(*) FROM hit WHERE mask = {_ALL} AND day <> '' GROUP BY 1"
        )
        return Counted(total, tuple(self._facet(name, asked) for name in FACETS), timeline(days))

    def _facet(self, name: str, asked: Asked) -> Facet:
        mine = 1 << FACETS.index(name)
        chosen = tuple(dict.fromkeys(getattr(asked, name)))
        if name in ("places", "sources"):
            return Facet(name, tuple(self._things(name, mine, chosen)))
        column = {"kinds": "kind", "types": "type", "statuses": "standing"}[name]
        rows = self.catalog.rows(
            f"SELECT {column}, count(*) FROM hit WHERE mask | {mine} = {_ALL} AND {column} <> '' GROUP BY 1"
        )
        counts = Counter(dict(rows))
        if name == "types":
            return Facet(name, _types(counts, chosen))
        order = _KINDS if name == "kinds" else (*STATUSES, TOLD)
        known = [value for value in order if counts[value] or value in chosen]
        return Facet(name, tuple(FacetValue(one, _told(one), counts[one], one in chosen) for one in known))

    def _things(self, name: str, mine: int, chosen: Sequence[str]) -> list[FacetValue]:
        table, column, key = {"places": ("lies", "place", "event"), "sources": ("told_by", "source", "item")}[name]
        numbers = [number for iri in chosen if (number := self.catalog.number(iri)) is not None]
        rows = self.catalog.rows(
            f"SELECT number, n, label, iri FROM (SELECT {column} AS number, count(*) AS n FROM hit JOIN {table}"
            f" ON {table}.{key} = hit.id WHERE mask | {mine} = {_ALL} GROUP BY 1) JOIN item ON item.id = number"
            " ORDER BY number NOT IN (SELECT value FROM json_each(?)), n DESC, number LIMIT ?",
            (json.dumps(numbers), _VALUES + len(numbers)),
        )
        found = [FacetValue(iri, label, count, iri in chosen) for _, count, label, iri in rows]
        there = {one.value for one in found}
        none = [FacetValue(iri, self._label(iri), 0, True) for iri in chosen if iri not in there]
        return sorted([*found, *none], key=lambda one: -one.count)

    def _label(self, iri: str) -> str:
        number = self.catalog.number(iri)
        return iri if number is None else str(self.catalog.one("SELECT label FROM item WHERE id = ?", (number,)))


def _types(counts: Counter[str], chosen: Sequence[str]) -> tuple[FacetValue, ...]:
    """Classes with what is of a class below them; the widest classes say nothing."""
    sums: Counter[str] = Counter()
    for name, count in counts.items():
        for above in vocabulary().superclasses(name) or {name}:
            sums[above] += count
    names = sorted(
        (name for name in sums if name not in ROOTS and name not in chosen), key=lambda one: (-sums[one], one)
    )
    shown = sorted([*chosen, *names[:_VALUES]], key=lambda one: (-sums[one], one))
    return tuple(FacetValue(name, label_of(name), sums[name], name in chosen) for name in shown)


def _told(value: str) -> str:
    return {"told": "told, but no fact"}.get(value, value)


def _fill(asked: Asked) -> tuple[str, dict[str, Any]]:
    """The statement that fills the table, with its values."""
    found = tokens(asked.words)
    values: dict[str, Any] = {
        "kinds": json.dumps(asked.kinds), "types": json.dumps(below(asked.types)),
        "statuses": json.dumps(asked.statuses), "places": json.dumps(asked.places),
        "sources": json.dumps(asked.sources), "start": storable(asked.start or ""), "end": storable(asked.end or ""),
    }  # fmt: skip
    if found:
        values |= {"match": question(found), "label": storable(" ".join(asked.words.split())[:400])}
    where = "AND texts MATCH :match" if found else ""
    if asked.start or asked.end:
        where += " AND i.day <> '' AND i.kind IN ('event', 'told', 'article')"
    if asked.start:
        where += " AND i.last || '~' >= :start"
    if asked.end:
        where += " AND substr(i.day, 1, 10) <= :end || '~'"
    source = "texts JOIN item AS i ON i.id = texts.rowid" if found else "item AS i"
    bits = {name: _bit(name) if getattr(asked, name) else "1" for name in FACETS}
    return _FILL.format(score=_SCORE if found else "i.id", source=source, where=where, **bits), values


def _bit(name: str) -> str:
    if name in ("kinds", "types", "statuses"):
        column = {"kinds": "kind", "types": "type", "statuses": "standing"}[name]
        return f"coalesce(i.{column} IN (SELECT value FROM json_each(:{name})), 0)"
    table, column, key = {"places": ("lies", "place", "event"), "sources": ("told_by", "source", "item")}[name]
    chosen = f"SELECT id FROM item WHERE iri IN (SELECT value FROM json_each(:{name}))"
    return f"EXISTS (SELECT 1 FROM {table} WHERE {table}.{key} = i.id AND {table}.{column} IN ({chosen}))"


@contextmanager
def _whole(database: sqlite3.Connection) -> Iterator[None]:
    """A change of the connection's own tables, whole or not at all."""
    database.execute("BEGIN")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
