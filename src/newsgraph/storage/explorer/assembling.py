"""From the staged tables to those of the catalog, in SQL."""

import sqlite3
from math import log
from string import Template

from newsgraph.storage.explorer.kinds import OFFICES, ROLES

# The staged things with what is known of each, by their number; the last class that was staged is the most special.
_BASE = """
CREATE TABLE s.base (
  s INTEGER PRIMARY KEY, iri TEXT, kind TEXT, type TEXT, label TEXT, status TEXT, at TEXT, begins TEXT, ends TEXT,
  words TEXT, published TEXT, articles INTEGER DEFAULT 0, events INTEGER DEFAULT 0, news TEXT
);
INSERT OR REPLACE INTO s.base (s, iri, kind, type) SELECT s, iri, kind, type FROM s.typed ORDER BY rowid;
UPDATE s.base SET
  label = coalesce((SELECT min(o) FROM s.label WHERE label.s = base.s),
    (SELECT min(o) FROM s.headline WHERE headline.s = base.s)),
  status = (SELECT min(o) FROM s.status WHERE status.s = base.s);
UPDATE s.base SET type = coalesce((SELECT min(o) FROM s.event_type WHERE event_type.s = base.s), type)
WHERE kind = 'told';
UPDATE s.base SET at = (SELECT min(o) FROM s.at WHERE at.s = base.s),
  begins = (SELECT min(o) FROM s.begins WHERE begins.s = base.s),
  ends = (SELECT max(o) FROM s.ends WHERE ends.s = base.s),
  words = (SELECT min(o) FROM s.words WHERE words.s = base.s)
WHERE kind IN ('event', 'told', 'relation');
UPDATE s.base SET published = (SELECT min(o) FROM s.published WHERE published.s = base.s) WHERE kind = 'article';

CREATE TABLE s.tells (s INTEGER, a INTEGER, PRIMARY KEY (s, a)) WITHOUT ROWID;
INSERT OR IGNORE INTO s.tells
SELECT DISTINCT refers.o, source.o FROM s.refers JOIN s.source ON source.s = refers.s
JOIN s.base ON base.s = refers.o JOIN s.base AS a ON a.s = source.o AND a.kind = 'article'
UNION SELECT DISTINCT about.o, derived.o FROM s.about JOIN s.derived ON derived.s = about.s
JOIN s.base ON base.s = about.o JOIN s.base AS a ON a.s = derived.o AND a.kind = 'article';
CREATE TABLE s.told (s INTEGER PRIMARY KEY, n INTEGER, news TEXT);
INSERT INTO s.told SELECT tells.s, count(*), min(base.published) FROM s.tells JOIN s.base ON base.s = a
GROUP BY tells.s;
UPDATE s.base SET articles = told.n, news = told.news FROM s.told WHERE told.s = base.s;
CREATE TABLE s.busy (s INTEGER PRIMARY KEY, n INTEGER);
INSERT INTO s.busy SELECT role.o, count(DISTINCT role.s) FROM s.role
JOIN s.base ON base.s = role.s AND base.kind = 'event' GROUP BY role.o;
UPDATE s.base SET events = busy.n FROM s.busy WHERE busy.s = base.s;
"""

_ITEMS = """
INSERT INTO item
  (key, kind, type, standing, day, last, sorted, weight, articles, events, news, first, until, words, label, iri)
SELECT s, kind, type,
  CASE WHEN kind IN ('told', 'relation', 'event', 'figure') THEN coalesce(status, 'told') END,
  coalesce(at, begins, ends, published), coalesce(at, ends, begins, published),
  CASE WHEN kind IN ('told', 'event', 'article') THEN coalesce(at, begins, ends, published, news, '') ELSE '' END,
  weight(articles), articles, events, coalesce(published, news), coalesce(at, begins, published),
  coalesce(at, ends, published), words, label, iri
FROM s.base
ORDER BY CASE kind WHEN 'article' THEN 2 WHEN 'figure' THEN 3 WHEN 'event' THEN 1 WHEN 'told' THEN 1
  WHEN 'relation' THEN 1 ELSE 0 END, articles DESC, events DESC, published DESC, label, iri;
CREATE UNIQUE INDEX item_key ON item (key);
UPDATE item SET label = name_of(iri) WHERE coalesce(label, '') = '';
"""

_PARTS = """
INSERT INTO fills
SELECT event, thing, group_concat(role) FROM (
  SELECT DISTINCT e.id AS event, t.id AS thing, rank, role_of(rank) AS role
  FROM s.role JOIN item AS e ON e.key = role.s JOIN item AS t ON t.key = role.o
  WHERE e.kind IN ('event', 'told') ORDER BY event, thing, rank
) GROUP BY event, thing ORDER BY event, thing;
INSERT INTO part SELECT thing, kind = 'told', sorted, event, day, roles FROM fills JOIN item ON item.id = event
ORDER BY 1, 2, 3 DESC, 4;
INSERT OR IGNORE INTO relation
SELECT i.id, t.id, predicate.o, g.id, value.o FROM item AS i
JOIN s.subject ON subject.s = i.key JOIN item AS t ON t.key = subject.o
JOIN s.predicate ON predicate.s = i.key
LEFT JOIN s.object ON object.s = i.key LEFT JOIN item AS g ON g.key = object.o
LEFT JOIN s.value ON value.s = i.key
WHERE i.kind = 'relation' AND (g.id IS NOT NULL OR value.o IS NOT NULL)
ORDER BY i.id, t.id, predicate.o, g.id, value.o;
INSERT OR IGNORE INTO stands
SELECT subject, predicate IN ($offices), standing = 'told', relation.id FROM relation JOIN item USING (id)
UNION ALL SELECT object, predicate IN ($offices), standing = 'told', relation.id FROM relation JOIN item USING (id)
WHERE object IS NOT NULL ORDER BY 1, 2, 3, 4;
INSERT OR IGNORE INTO figure SELECT t.id, coalesce(counts.o, ''), i.id FROM item AS i
JOIN s.figure_of ON figure_of.s = i.key JOIN item AS t ON t.key = figure_of.o LEFT JOIN s.counts ON counts.s = i.key
WHERE i.kind = 'figure' ORDER BY 1, 2, 3;
INSERT INTO tells SELECT i.id, a.id FROM s.tells JOIN item AS i ON i.key = tells.s JOIN item AS a ON a.key = tells.a
ORDER BY 1, 2;
INSERT INTO told_in SELECT article, item FROM tells ORDER BY 1, 2;
INSERT OR IGNORE INTO article
SELECT i.id, p.id, o.id FROM item AS i
LEFT JOIN s.publisher ON publisher.s = i.key LEFT JOIN item AS p ON p.key = publisher.o
LEFT JOIN s.copy_of ON copy_of.s = i.key LEFT JOIN item AS o ON o.key = copy_of.o
WHERE i.kind = 'article' ORDER BY i.id, p.id;
INSERT OR IGNORE INTO identity SELECT id, o FROM s.same JOIN item ON item.key = same.s ORDER BY 1, 2;
INSERT OR IGNORE INTO merge SELECT id, match.iri FROM s.match JOIN item ON item.key = match.o ORDER BY 1, 2;
"""

_PLACES = """
INSERT OR IGNORE INTO site
SELECT DISTINCT e.id, CASE rank WHEN $place THEN 0 WHEN $destination THEN 1 ELSE 2 END, p.id
FROM s.role JOIN item AS e ON e.key = role.s AND e.kind IN ('event', 'told') JOIN item AS p ON p.key = role.o
WHERE rank IN ($place, $origin, $destination) ORDER BY 1, 2, 3;
INSERT OR IGNORE INTO inside
WITH RECURSIVE step (place, region) AS (
  SELECT p.id, r.id FROM s.located JOIN item AS p ON p.key = located.s JOIN item AS r ON r.key = located.o
), around (place, region) AS (
  SELECT place, region FROM step WHERE place <> region
  UNION SELECT around.place, step.region FROM around JOIN step ON step.place = around.region
  WHERE around.place <> step.region
) SELECT place, region FROM around ORDER BY 1, 2;
INSERT OR IGNORE INTO lies
SELECT event, place FROM site UNION SELECT event, region FROM site JOIN inside USING (place) ORDER BY 1, 2;
UPDATE item SET place = (
  SELECT place FROM site WHERE event = item.id
  ORDER BY rank, (SELECT count(*) FROM inside WHERE inside.place = site.place) DESC, place LIMIT 1
) WHERE kind IN ('event', 'told');
INSERT OR IGNORE INTO point SELECT id, CAST(latitude.o AS REAL), CAST(longitude.o AS REAL) FROM s.latitude
JOIN s.longitude ON longitude.s = latitude.s JOIN item ON item.key = latitude.s
WHERE abs(CAST(latitude.o AS REAL)) <= 90 AND abs(CAST(longitude.o AS REAL)) <= 180 ORDER BY id, 2, 3;
"""

_SEEN = """
INSERT INTO seen
SELECT thing, place, other, times FROM (
  SELECT thing, other, times, row_number() OVER (PARTITION BY thing ORDER BY times DESC, other) AS place FROM (
    SELECT a.thing, b.thing AS other, count(*) AS times FROM fills AS a JOIN fills AS b ON b.event = a.event
    JOIN item AS e ON e.id = a.event AND e.kind = 'event'
    JOIN item AS i ON i.id = b.thing AND i.kind IN ('person', 'organization', 'group', 'place')
    JOIN item AS t ON t.id = a.thing AND t.kind NOT IN ('event', 'told')
    WHERE a.thing <> b.thing AND b.roles NOT IN ('place', 'origin', 'destination') GROUP BY 1, 2
  )
) WHERE place <= 20 ORDER BY thing, place;
"""


def assemble(database: sqlite3.Connection) -> None:
    """Fill the tables of what is listed, who takes part in it, how it is related, and where it was."""
    database.create_function("weight", 1, lambda articles: round(log(1 + articles), 6), deterministic=True)
    database.create_function("role_of", 1, lambda rank: ROLES[rank], deterministic=True)
    database.create_function("name_of", 1, _name, deterministic=True)
    for script in (_BASE, _ITEMS, _PARTS, _PLACES, _SEEN):
        for statement in _filled(script).split(";\n"):
            database.execute(statement)


def _name(iri: str) -> str:
    return iri.replace("#", "/").rstrip("/").rsplit("/", 1)[-1]


def _filled(script: str) -> str:
    """With the places of roles and the offices as SQL has them."""
    offices = ", ".join(f"'{one}'" for one in OFFICES)
    ranks = {role: str(ROLES.index(role)) for role in ("place", "origin", "destination")}
    return Template(script).substitute(ranks, offices=offices)
