"""The claims of a catalog, who stands behind what is told, and what is disputed."""

import sqlite3

# Whoever is quoted inside another's words is quoted by that one too; so deep and no deeper.
_DEEPEST = 20

_CLAIMS = """
INSERT INTO claim (about, claimant, article, factuality, modality, iri)
SELECT i.id, (SELECT min(w.id) FROM s.claimant JOIN item AS w ON w.key = claimant.o WHERE claimant.s = about.s), a.id,
  coalesce((SELECT min(o) FROM s.factuality WHERE factuality.s = about.s), ''),
  coalesce((SELECT min(o) FROM s.modality WHERE modality.s = about.s), ''), about.iri
FROM (SELECT DISTINCT s, o, iri FROM s.about) AS about JOIN item AS i ON i.key = about.o
LEFT JOIN (SELECT s, min(o) AS o FROM s.derived GROUP BY s) AS derived ON derived.s = about.s
LEFT JOIN item AS a ON a.key = derived.o ORDER BY coalesce(a.sorted, ''), a.id, about.iri, i.id;
CREATE TABLE s.known (s INTEGER PRIMARY KEY, id INTEGER);
INSERT OR IGNORE INTO s.known SELECT about.s, claim.id FROM claim JOIN s.about ON about.iri = claim.iri;
CREATE TABLE s.voice (id INTEGER, depth INTEGER, s INTEGER, PRIMARY KEY (id, depth, s)) WITHOUT ROWID;
INSERT INTO s.voice SELECT id, 0, s FROM s.known;
"""

_OUTWARDS = """
INSERT OR IGNORE INTO s.voice SELECT voice.id, voice.depth + 1, embedded.o FROM s.voice
JOIN s.embedded ON embedded.s = voice.s WHERE depth = ?
"""

_BEHIND = """
INSERT OR IGNORE INTO clash SELECT a.id, b.id FROM s.contradicts JOIN s.known AS a ON a.s = contradicts.s
JOIN s.known AS b ON b.s = contradicts.o WHERE a.id <> b.id
UNION SELECT b.id, a.id FROM s.contradicts JOIN s.known AS a ON a.s = contradicts.s
JOIN s.known AS b ON b.s = contradicts.o WHERE a.id <> b.id ORDER BY 1, 2;
INSERT OR IGNORE INTO told_by
SELECT claim.about, w.id FROM claim JOIN s.voice USING (id) JOIN s.claimant ON claimant.s = voice.s
JOIN item AS w ON w.key = claimant.o
UNION SELECT tells.item, article.publisher FROM tells JOIN article ON article.id = tells.article
WHERE publisher IS NOT NULL
UNION SELECT id, publisher FROM article WHERE publisher IS NOT NULL
UNION SELECT i.id, w.id FROM s.agency JOIN item AS i ON i.key = agency.s JOIN item AS w ON w.key = agency.o
ORDER BY 1, 2;
"""

# A claim comes from the outermost whom its article names, or else from the agency or paper that had it first.
_SOURCES = """
CREATE TABLE s.origin AS
SELECT claim.about, claim.id, claim.claimant AS inner_one, (
  SELECT min(w.id) FROM s.voice JOIN s.claimant ON claimant.s = voice.s JOIN item AS w ON w.key = claimant.o
  WHERE voice.id = claim.id AND voice.depth = (SELECT max(depth) FROM s.voice AS o WHERE o.id = claim.id)
) AS outer_one, coalesce(here.publisher, here.id) AS house, coalesce(
  (SELECT min(w.id) FROM s.agency JOIN item AS w ON w.key = agency.o JOIN item AS f ON f.key = agency.s
   WHERE f.id = first.id), first.publisher, first.id) AS voice
FROM claim JOIN article AS here ON here.id = claim.article
JOIN article AS first ON first.id = coalesce(here.origin, here.id)
WHERE factuality = 'CertainPositive' AND modality = 'Actual';
CREATE TABLE s.sources (id INTEGER PRIMARY KEY, n INTEGER);
INSERT INTO s.sources SELECT about, count(DISTINCT CASE WHEN outer_one <> house THEN outer_one
  WHEN inner_one <> house THEN inner_one ELSE voice END) FROM s.origin GROUP BY about;
UPDATE item SET sources = sources.n FROM s.sources WHERE sources.id = item.id;
"""

_DISPUTES = """
CREATE TABLE s.matter (sort TEXT, item INTEGER, weight INTEGER, PRIMARY KEY (sort, item)) WITHOUT ROWID;
INSERT INTO s.matter SELECT 'denied', about, max(factuality LIKE '%Positive') FROM claim
GROUP BY about HAVING max(factuality LIKE '%Negative');
INSERT INTO s.matter SELECT 'uncertain', about, count(*) FROM claim GROUP BY about
HAVING max(modality = 'Actual' AND factuality IN ('ProbablePositive', 'PossiblePositive', 'Underspecified'))
AND NOT max(modality = 'Actual' AND factuality = 'CertainPositive') AND NOT max(factuality LIKE '%Negative');
CREATE TABLE s.pair AS
SELECT a.about AS one, b.about AS two, figure.thing AS owner, of.thing AS other
FROM clash JOIN claim AS a ON a.id = clash.claim
JOIN claim AS b ON b.id = clash.other LEFT JOIN s.owner AS figure ON figure.id = a.about
LEFT JOIN s.owner AS of ON of.id = b.about;
INSERT INTO s.matter SELECT 'contradicted', one, count(*) FROM s.pair
WHERE owner IS NULL AND other IS NULL AND one <= two GROUP BY one;
INSERT INTO s.matter SELECT 'figures', owner, count(*) FROM s.pair
WHERE owner IS NOT NULL AND (other IS NULL OR owner <= other) GROUP BY owner;
INSERT INTO dispute
SELECT sort, row_number() OVER (PARTITION BY sort ORDER BY matter.weight DESC, sorted DESC, id), item
FROM s.matter JOIN item ON item.id = matter.item ORDER BY 1, 2;
"""


def stand(database: sqlite3.Connection) -> None:
    """Fill the tables of claims, of sources and of disputes."""
    _run(database, _CLAIMS)
    for depth in range(_DEEPEST):
        if database.execute(_OUTWARDS, (depth,)).rowcount <= 0:
            break
    _run(database, _BEHIND)
    _run(database, _SOURCES)
    database.execute("CREATE TABLE s.owner (id INTEGER PRIMARY KEY, thing INTEGER)")
    database.execute("INSERT OR IGNORE INTO s.owner SELECT id, thing FROM figure ORDER BY id, thing")
    _run(database, _DISPUTES)


def _run(database: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";\n"):
        database.execute(statement)
