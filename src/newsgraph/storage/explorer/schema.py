"""The tables of a catalog."""

VERSION = 1
"""Raised whenever a catalog of before cannot serve any more: it is then made anew."""

# What is listed: entities come first, the busiest before the rare, then what is told, then articles. So the order of
# `id` is that of importance, and the indexes of words give the busiest first without sorting.
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE item (
  id INTEGER PRIMARY KEY, key INTEGER, kind TEXT, type TEXT, standing TEXT, day TEXT, last TEXT, sorted TEXT,
  weight REAL, articles INTEGER, events INTEGER, place INTEGER, news TEXT, first TEXT, until TEXT, words TEXT,
  sources INTEGER, label TEXT, iri TEXT
);
CREATE TABLE part (
  thing INTEGER, told INTEGER, sorted TEXT, event INTEGER, day TEXT, roles TEXT,
  PRIMARY KEY (thing, told, sorted DESC, event)
) WITHOUT ROWID;
CREATE TABLE fills (event INTEGER, thing INTEGER, roles TEXT, PRIMARY KEY (event, thing)) WITHOUT ROWID;
CREATE TABLE relation (id INTEGER PRIMARY KEY, subject INTEGER, predicate TEXT, object INTEGER, value TEXT);
CREATE TABLE stands (
  thing INTEGER, office INTEGER, told INTEGER, relation INTEGER, PRIMARY KEY (thing, office, told, relation)
) WITHOUT ROWID;
CREATE TABLE figure (thing INTEGER, counts TEXT, id INTEGER, PRIMARY KEY (thing, counts, id)) WITHOUT ROWID;
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, about INTEGER, claimant INTEGER, article INTEGER, factuality TEXT, modality TEXT, iri TEXT
);
CREATE TABLE clash (claim INTEGER, other INTEGER, PRIMARY KEY (claim, other)) WITHOUT ROWID;
CREATE TABLE tells (item INTEGER, article INTEGER, PRIMARY KEY (item, article)) WITHOUT ROWID;
CREATE TABLE told_in (article INTEGER, item INTEGER, PRIMARY KEY (article, item)) WITHOUT ROWID;
CREATE TABLE told_by (item INTEGER, source INTEGER, PRIMARY KEY (item, source)) WITHOUT ROWID;
CREATE TABLE article (id INTEGER PRIMARY KEY, publisher INTEGER, origin INTEGER);
CREATE TABLE site (event INTEGER, rank INTEGER, place INTEGER, PRIMARY KEY (event, rank, place)) WITHOUT ROWID;
CREATE TABLE inside (place INTEGER, region INTEGER, PRIMARY KEY (place, region)) WITHOUT ROWID;
CREATE TABLE lies (event INTEGER, place INTEGER, PRIMARY KEY (event, place)) WITHOUT ROWID;
CREATE TABLE point (place INTEGER PRIMARY KEY, latitude REAL, longitude REAL);
CREATE TABLE identity (item INTEGER, iri TEXT, PRIMARY KEY (item, iri)) WITHOUT ROWID;
CREATE TABLE merge (item INTEGER, iri TEXT, PRIMARY KEY (item, iri)) WITHOUT ROWID;
CREATE TABLE seen (
  thing INTEGER, place INTEGER, other INTEGER, times INTEGER, PRIMARY KEY (thing, place)
) WITHOUT ROWID;
CREATE TABLE dispute (sort TEXT, place INTEGER, item INTEGER, PRIMARY KEY (sort, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE names USING fts5(
  name, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE texts USING fts5(name, body, content='', tokenize="unicode61 remove_diacritics 2");
"""
INDEXES = """
CREATE INDEX item_face ON item (kind, type, standing, day);
CREATE INDEX item_news ON item (news) WHERE kind = 'event';
CREATE INDEX item_events ON item (events) WHERE events > 0;
CREATE INDEX figure_id ON figure (id);
CREATE INDEX relation_ends ON relation (subject, object);
CREATE INDEX claim_about ON claim (about, id);
CREATE INDEX claim_claimant ON claim (claimant, id);
CREATE INDEX copies ON article (origin) WHERE origin IS NOT NULL;
ANALYZE;
"""
