"""PETRARCH's validation records: events between actors by their country's code."""

from collections.abc import Iterator
from itertools import permutations, product
from typing import Any

from benchmarks.deeds import Deed
from benchmarks.parties import Reading
from benchmarks.records import Record, rows
from newsgraph import Graph
from newsgraph.ontology import knowledge

# What stands for an actor without a country.
CODES = {"InternationalOrganization": "IGO", "MilitaryAlliance": "IGO", "NGO": "NGO", "Company": "MNC"}


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The events between two actors that have codes, each told once."""
    codes = Codes(graph)
    reading = codes.reading
    coded = [d for d in reading.deeds.values() if d.code is not None]
    inner = reading.inner(coded)
    found = {e for d in coded if d.node not in inner for e in codes.events(d)}
    return {"events": [{"type": t, "source": s, "target": o} for t, s, o in sorted(found)]}


class Codes:
    """The codes of those who take part in the deeds of a graph."""

    def __init__(self, graph: Graph) -> None:
        self.reading = Reading(graph)
        self.items = {row.entity: row.item for row in rows(graph, "petrarch_val") if row.item}
        self.of = {}
        for row in rows(graph, "petrarch_val"):
            if row.country:
                self.of.setdefault(row.entity, row.country)

    def events(self, deed: Deed) -> Iterator[tuple[str, str, str]]:
        """The deed between every two of its parties."""
        sources, targets = self._codes(self.reading.sources(deed)), self._codes(self.reading.targets(deed))
        pairs = list(product(sources, targets))
        if deed.mutual:
            pairs += [(b, a) for a, b in pairs] + list(permutations(sources, 2))
        yield from ((deed.code or "", a, b) for a, b in dict.fromkeys(pairs) if a != b)

    def _codes(self, found: list[str]) -> list[str]:
        return list(dict.fromkeys(code for one in found for code in self.code(one)))

    def code(self, actor: str) -> list[str]:
        """The code of an actor: of its own country, of that which it belongs to, of that which is named with it."""
        around = [actor, self.of.get(actor), *self.reading.named_in(actor)]
        places = (country(self.items[one]) for one in around if one in self.items)
        found = next((place for place in places if place), None)
        kind = CODES.get(self.reading.types.get(actor, ""))
        return [code for code in (kind if kind == "IGO" else found or kind,) if code]


def country(item: str) -> str | None:
    """The code in three letters of a territory or of the country around it."""
    place = knowledge.by_iri(item)
    while place is not None and place.alpha3 is None and place.parent:
        place = knowledge.by_code(place.parent)
    return None if place is None or place.alpha3 is None else place.alpha3.upper()
