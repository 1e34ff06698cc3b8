"""The page of an article: its text cut where marks begin and end."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsgraph.model.explorer import ArticlePage, EventLine, Mark, Node, Segment
from newsgraph.storage.explorer.things import Things

# So many marks are shown; only a text of the length of a book has more.
_MARKS, _LINES, _COPIES = 4000, 50, 25
_KINDS = ("attribution", "relation", "event", "figure", "mention", "cue")
_TOTALS = """
SELECT CASE kind WHEN 'event' THEN 'facts' WHEN 'relation' THEN 'relations' ELSE kind END, count(*)
FROM told_in JOIN item ON item.id = told_in.item WHERE article = ? AND kind IN ('event', 'told', 'relation') GROUP BY 1
"""


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """A text cut so that on each piece the same marks lie; the pieces together are the text.

    >>> [one.text for one in segments("abcd", [Mark("mention", Node("x:a", "a", "thing"), 1, 3)])]
    ['a', 'bc', 'd']
    """
    length = len(text)
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        start, end = max(0, mark.start), min(length, mark.end)
        if start < end:
            begins.setdefault(start, []).append(number)
            ends.setdefault(end, []).append(number)
    return tuple(_cut(text, sorted({0, length, *begins, *ends}), begins, ends))


def _cut(
    text: str, places: Sequence[int], begins: dict[int, list[int]], ends: dict[int, list[int]]
) -> Iterator[Segment]:
    lying: set[int] = set()
    for start, end in pairwise(places):
        lying = (lying - set(ends.get(start, ()))) | set(begins.get(start, ()))
        yield Segment(text[start:end], start, tuple(sorted(lying)))


class ArticlePages:
    """Makes the pages of articles."""

    def __init__(self, things: Things) -> None:
        self.things, self.reading, self.catalog, self.lists = things, things.reading, things.catalog, things.lists

    def page(self, number: int) -> ArticlePage:
        """An article with what was read in it."""
        node = self.lists.node(number)
        line = self.lists.articles([number])[0]
        body = self.reading.text(node.iri, "schema:articleBody")
        marks = self._marks(node.iri, len(body)) if body else ()
        return ArticlePage(
            node,
            line.day,
            line.publisher,
            self.reading.text(node.iri, "schema:url") or None,
            self.reading.text(node.iri, "schema:inLanguage") or None,
            self.reading.text(node.iri, "dcterms:rights") or None,
            segments(body, marks),
            marks,
            self._events(number, "event"),
            self._events(number, "told"),
            self.lists.relations(self._told(number, "relation")),
            self._copies(number),
            dict(self.catalog.rows(_TOTALS, (number,))),
        )

    def _told(self, number: int, kind: str) -> list[int]:
        rows = self.catalog.rows(
            "SELECT item FROM told_in JOIN item ON item.id = told_in.item WHERE article = ? AND kind = ?"
            " ORDER BY item LIMIT ?",
            (number, kind, _LINES),
        )
        return [row[0] for row in rows]

    def _events(self, number: int, kind: str) -> tuple[EventLine, ...]:
        return self.lists.events([(one, "") for one in self._told(number, kind)])

    def _copies(self, number: int) -> tuple[Node, ...]:
        """The article that it is a copy of, and the other copies."""
        origin = self.catalog.one("SELECT coalesce(origin, id) FROM article WHERE id = ?", (number,))
        rows = self.catalog.rows("SELECT id FROM article WHERE origin = ? ORDER BY id DESC LIMIT ?", (origin, _COPIES))
        return self.lists.in_order([one for one in (origin, *(row[0] for row in rows)) if one != number])

    def _marks(self, article: str, length: int) -> tuple[Mark, ...]:
        places = self.reading.subjects("oa:hasSource", article, _MARKS)
        found = {mark for place in places for mark in self._of(place) if 0 <= mark.start < mark.end <= length}
        order = sorted(found, key=lambda one: (one.start, -one.end, _KINDS.index(one.kind), one.node.iri))
        return tuple(order[:_MARKS])

    def _of(self, place: str) -> Iterator[Mark]:
        """The marks of a place: what its words refer to, the figure they tell, or the words of somebody."""
        classes = {one.rsplit("#", 1)[-1] for one in self.reading.iris(place, "rdf:type")}
        if "Mention" in classes:
            for thing in map(self.things.node, self.reading.iris(place, "ng:refersTo")):
                yield from self._lying("event" if thing.kind in ("event", "told") else "mention", thing, [place])
        elif "Attribution" in classes:
            speaker = self._speaker(place)
            yield from self._lying("attribution", speaker, self.reading.iris(place, "ng:content"))
            yield from self._lying("cue", speaker, self.reading.iris(place, "ng:cue"))
        elif "SpecificResource" in classes:
            told = [self.things.node(one) for one in self.reading.subjects("ng:evidence", place, _LINES)]
            yield from (mark for one in told for mark in self._evidence(one, place))

    def _evidence(self, told: Node, place: str) -> Iterator[Mark]:
        if told.kind == "figure":
            yield from self._lying("figure", told, [place])
        elif told.kind == "claim":
            about = (self.things.node(one) for one in self.reading.iris(told.iri, "ng:about"))
            yield from (
                mark for one in about if one.kind == "relation" for mark in self._lying("relation", one, [place])
            )

    def _speaker(self, attribution: str) -> Node:
        """Whose words they are, where the graph knows."""
        who = next(iter(self.reading.iris(attribution, "ng:claimant")), attribution)
        return self.things.node(who)

    def _lying(self, kind: str, node: Node, places: Iterable[str]) -> Iterator[Mark]:
        stretches = filter(None, map(self.reading.stretch, places))
        yield from (Mark(kind, node, start, end) for start, end in stretches)
