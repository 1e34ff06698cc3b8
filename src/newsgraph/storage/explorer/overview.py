"""The first page."""

from newsgraph.model.explorer import FacetValue, Node, Overview
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.hits import Hits
from newsgraph.storage.explorer.kinds import ROOTS, label_of
from newsgraph.storage.explorer.lists import Lists, timeline

_LATEST, _BUSIEST, _TYPES = 10, 12, 20
_COUNTED = (("articles", "article"), ("people", "person"), ("organizations", "organization"), ("places", "place"),
            ("events", "event"), ("told", "told"))  # fmt: skip


def overview(catalog: Catalog, lists: Lists, hits: Hits) -> Overview:
    """How much there is, what there is most of, and what is new."""
    return Overview(
        _counts(catalog),
        latest=hits.of(_numbers(catalog, "kind = 'event' ORDER BY news DESC, id", _LATEST)),
        busiest=_busiest(catalog, lists),
        types=_types(catalog),
        timeline=timeline(
            catalog.rows("SELECT substr(day, 1, 12), count(*) FROM item WHERE kind = 'event' AND day <> '' GROUP BY 1")
        ),
    )


def _numbers(catalog: Catalog, where: str, most: int) -> list[int]:
    return [row[0] for row in catalog.rows(f"SELECT id FROM item WHERE {where} LIMIT ?", (most,))]


def _counts(catalog: Catalog) -> tuple[tuple[str, int], ...]:
    kinds = dict(catalog.rows("SELECT kind, count(*) FROM item GROUP BY kind"))
    disputed = catalog.one("SELECT count(*) FROM item WHERE kind IN ('event', 'relation') AND standing = 'Disputed'")
    return (
        *((name, kinds.get(kind, 0)) for name, kind in _COUNTED),
        ("disputed", disputed),
        ("claims", catalog.one("SELECT count(*) FROM claim")),
        ("triples", int(catalog.meta["triples"])),
    )


def _busiest(catalog: Catalog, lists: Lists) -> tuple[tuple[Node, int], ...]:
    where = "events > 0 AND kind IN ('person', 'organization', 'place')"
    rows = catalog.rows(f"SELECT id, events FROM item WHERE {where} ORDER BY events DESC, id LIMIT ?", (_BUSIEST,))
    nodes = lists.nodes(number for number, _ in rows)
    return tuple((nodes[number], events) for number, events in rows)


def _types(catalog: Catalog) -> tuple[FacetValue, ...]:
    rows = catalog.rows("SELECT type, count(*) FROM item WHERE kind = 'event' GROUP BY type ORDER BY 2 DESC, 1")
    kept = [(name, count) for name, count in rows if name not in ROOTS]
    return tuple(FacetValue(name, label_of(name), count) for name, count in kept[:_TYPES])
