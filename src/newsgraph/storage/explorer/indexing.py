"""The words by which things are found: names of all, the sentences that tell events, the texts of articles."""

import sqlite3
from collections.abc import Iterator

from newsgraph.storage.explorer.reading import Reading
from newsgraph.storage.patterns import Patterns

# So many sentences of one thing are enough to find it by.
SENTENCES = 24
_THINGS = """
SELECT id, key, kind, iri, label,
  (SELECT group_concat(o, char(10)) FROM (SELECT DISTINCT o FROM s.alternative WHERE s = item.key ORDER BY o))
FROM item WHERE kind <> 'figure' ORDER BY id
"""
_EVIDENCE = """
SELECT DISTINCT evidence.o FROM s.about JOIN s.evidence ON evidence.s = about.s WHERE about.o = ?
ORDER BY 1 LIMIT ?
"""


def index(quads: Patterns, database: sqlite3.Connection) -> None:
    """Fill the indexes of words, in the order of the things, which is how the indexes like it."""
    database.execute("CREATE INDEX s.about_o ON about (o)")
    for table in ("names", "texts"):
        database.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {1 << 25})")
    rows = _words(quads, database)
    database.executemany("INSERT INTO texts (rowid, name, body) VALUES (?, ?, ?)", rows)
    names = ((i, names) for i, _, _, _, *label in database.execute(_THINGS) if (names := _joined(*label)))
    database.executemany("INSERT INTO names (rowid, name) VALUES (?, ?)", names)
    for table in ("names", "texts"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _words(quads: Patterns, database: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    for number, key, kind, iri, *label in database.execute(_THINGS):
        # One article at a time: nothing is kept from one to the next.
        reading = Reading(quads)
        body = ""
        if kind == "article":
            body = reading.text(iri, "schema:articleBody")
        elif kind in ("event", "told", "relation"):
            evidence = database.execute(_EVIDENCE, (key, SENTENCES)).fetchall()
            body = "\n".join(dict.fromkeys(_exact(reading, words) for (words,) in evidence))
        yield number, _joined(*label), body


def _exact(reading: Reading, words: str) -> str:
    found = (reading.text(selector, "oa:exact") for selector in reading.iris(words, "oa:hasSelector"))
    return next(filter(None, found), "")


def _joined(label: str, others: str | None) -> str:
    return f"{label}\n{others}" if others else label
