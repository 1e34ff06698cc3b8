"""What a source elsewhere says of items, by the questions that enrich a graph.

A question is asked as a table of what it would construct from: a table counts its rows, so that nothing is lost unseen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsgraph.linking.inquiry import Inquiry
from newsgraph.linking.tables import Row, batches, iri, is_iri, named, table
from newsgraph.model.checking import Told
from newsgraph.model.statements import Iri
from newsgraph.ontology.bindings import literal
from newsgraph.ontology.enrichment import Enrichment
from newsgraph.ontology.profiles import Profile

ITEMS = 25
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Informant:
    """A source that is asked about items."""

    inquiry: Inquiry
    profile: Profile

    def told(
        self,
        asked: Sequence[Enrichment],
        items: Sequence[str],
        offices: Sequence[str],
        progress: Progress | None = None,
    ) -> Iterator[Told]:
        """What it says to some questions of some items, and of offices of some names."""
        for number, one in enumerate(asked):
            for batch in batches(offices if one.by_office else items, ITEMS):
                pattern = one.asked_of(self.profile, self._names(batch) if one.by_office else named(batch))
                if pattern is not None:
                    yield from self._ask(one, pattern, batch)
            if progress:
                progress(number + 1, len(asked))

    def _names(self, offices: Sequence[str]) -> list[str]:
        quoted = [literal("office", "string", name) for name in offices]
        return [f"{name}@{tag}" if tag else name for name in quoted for tag in self.profile.languages]

    def _ask(self, one: Enrichment, pattern: str, batch: Sequence[str]) -> Iterator[Told]:
        rows, _ = table(self.inquiry, self.profile.prologue, " ".join(one.columns), pattern)
        for row in rows:
            yield from _triples(one, row, frozenset(batch))


def _triples(one: Enrichment, row: Row, batch: frozenset[str]) -> Iterator[Told]:
    """What a row says; of an item that was not asked about it may say nothing."""
    found = dict(zip(one.columns, row, strict=True))
    if "?item" in found and iri(found["?item"]) not in batch:
        return
    for subject, predicate, object_ in one.template:
        node, value = iri(found[subject]), found[object_]
        usable = not isinstance(value, Iri) or is_iri(iri(value))
        if node and is_iri(node) and value is not None and usable:
            yield Told(Iri(node), Iri(predicate), value)
