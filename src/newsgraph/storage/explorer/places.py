"""The map: which place with coordinates stands for each event, and what was there."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from newsgraph.model.explorer import Asked, MapPage, MapPoint
from newsgraph.storage.explorer.lists import Lists
from newsgraph.storage.explorer.searching import Searcher

Coordinates: TypeAlias = Callable[[str], tuple[float, float] | None]
"""Latitude and longitude of what an IRI of a gazetteer names; None where it is not known."""

_POINTS, _EVENTS = 400, 5
_TABLES = """
CREATE TEMP TABLE spot (place INTEGER PRIMARY KEY, latitude REAL, longitude REAL);
CREATE TEMP TABLE stand_in (place INTEGER PRIMARY KEY, spot INTEGER);
CREATE TEMP TABLE whereabouts (event INTEGER PRIMARY KEY, spot INTEGER)
"""
# A place without coordinates is shown at the narrowest region around it that has some.
_STAND_INS = """
INSERT INTO stand_in SELECT place, spot FROM (
  SELECT p.place, r.place AS spot, row_number() OVER (
    PARTITION BY p.place
    ORDER BY p.place <> r.place, (SELECT count(*) FROM inside WHERE inside.place = r.place) DESC, r.place
  ) AS rank
  FROM (SELECT DISTINCT place FROM site) AS p JOIN spot AS r
  ON r.place = p.place OR r.place IN (SELECT region FROM inside WHERE inside.place = p.place)
) WHERE rank = 1
"""
_WHEREABOUTS = """
INSERT INTO whereabouts SELECT event, spot FROM (
  SELECT event, spot, row_number() OVER (
    PARTITION BY event
    ORDER BY rank, site.place <> spot, (SELECT count(*) FROM inside WHERE inside.place = site.place) DESC, site.place
  ) AS n FROM site JOIN stand_in USING (place)
) WHERE n = 1
"""
_NEWEST = f"""
SELECT spot, id FROM (
  SELECT spot, id, row_number() OVER (PARTITION BY spot ORDER BY sorted DESC, id) AS n
  FROM hit JOIN whereabouts ON event = id WHERE mask = 31 AND spot IN (SELECT value FROM json_each(?))
) WHERE n <= {_EVENTS} ORDER BY spot, n
"""


class Maps:
    """Makes maps; where the places are is looked up once."""

    def __init__(self, lists: Lists, searcher: Searcher, coordinates: Coordinates) -> None:
        self.lists, self.catalog, self.searcher = lists, lists.catalog, searcher
        self._look_up(coordinates)

    def _look_up(self, coordinates: Coordinates) -> None:
        database = self.catalog.database
        for table in _TABLES.split(";\n"):
            database.execute(table)
        database.execute("INSERT INTO spot SELECT place, latitude, longitude FROM point")
        wanted = "SELECT place FROM site UNION SELECT region FROM inside"
        rows = self.catalog.rows(
            f"SELECT item, iri FROM identity WHERE item IN ({wanted})"
            " AND item NOT IN (SELECT place FROM spot) ORDER BY 1, 2"
        )
        found = ((item, *known) for item, iri in rows if (known := coordinates(iri)) is not None)
        database.executemany("INSERT OR IGNORE INTO spot VALUES (?, ?, ?)", found)
        database.execute(_STAND_INS)
        database.execute(_WHEREABOUTS)

    def map(self, asked: Asked) -> MapPage:
        """Where the events were that a search finds; without a kind, those that are facts."""
        self.searcher.find(replace(asked, kinds=asked.kinds or ("event",)))
        counts = self.catalog.rows(
            "SELECT spot, latitude, longitude, count(*) FROM hit JOIN whereabouts ON event = id"
            " JOIN spot ON spot.place = whereabouts.spot WHERE mask = 31 GROUP BY spot ORDER BY 4 DESC, 1 LIMIT ?",
            (_POINTS,),
        )
        unplaced = self.catalog.one(
            "SELECT count(*) FROM hit WHERE mask = 31 AND id IN (SELECT event FROM site)"
            " AND id NOT IN (SELECT event FROM whereabouts)"
        )
        newest: dict[int, list[tuple[int, str]]] = {}
        for spot, event in self.catalog.rows(_NEWEST, (json.dumps([row[0] for row in counts]),)):
            newest.setdefault(spot, []).append((event, ""))
        self.lists.nodes(row[0] for row in counts)
        points = (
            MapPoint(self.lists.node(place), latitude, longitude, count, self.lists.events(newest.get(place, [])))
            for place, latitude, longitude, count in counts
        )
        return MapPage(tuple(points), unplaced)
