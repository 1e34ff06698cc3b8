"""Results of a search, with the words that fit."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from newsgraph.model.explorer import Hit, Node, Piece, Span
from newsgraph.storage.explorer.things import Things
from newsgraph.storage.explorer.words import Marker

# So many claims of one thing are looked through for a sentence that fits.
_CLAIMS = 8


class Hits:
    """Makes results out of numbers."""

    def __init__(self, things: Things) -> None:
        self.things, self.catalog, self.lists, self.reading = things, things.catalog, things.lists, things.reading

    def of(self, numbers: Sequence[int], words: Sequence[str] = ()) -> tuple[Hit, ...]:
        """The results of some numbers, in that order."""
        rows = self.catalog.rows(
            "SELECT id, place, articles, first, until, words FROM item WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        known = {row[0]: row for row in rows}
        self.lists.nodes([*known, *(row[1] for row in rows if row[1] is not None)])
        marker = Marker(words) if words else None
        return tuple(self._hit(known[number], marker) for number in numbers)

    def _hit(self, row: Sequence[Any], marker: Marker | None) -> Hit:
        number, place, articles, *when = row
        node = self.lists.node(number)
        where = None if place is None else self.lists.node(place)
        return Hit(node, Span(*when), where, self._snippet(number, node, marker) if marker else (), articles)

    def _snippet(self, number: int, node: Node, marker: Marker) -> tuple[Piece, ...]:
        return next(filter(None, map(marker.snippet, self._texts(number, node, marker))), ())

    def _texts(self, number: int, node: Node, marker: Marker) -> Iterator[str]:
        """What the words may stand in, beside the label."""
        if node.kind == "article":
            yield self.reading.text(node.iri, "schema:articleBody")
        elif node.kind in ("event", "told", "relation"):
            rows = self.catalog.rows("SELECT iri FROM claim WHERE about = ? ORDER BY id LIMIT ?", (number, _CLAIMS))
            for (claim,) in rows:
                for words in self.reading.iris(claim, "ng:evidence"):
                    yield from (quote for _, _, quote in self.reading.places(words))
        if not marker.fits(node.label):
            yield from self.reading.values(node.iri, "skos:altLabel")
