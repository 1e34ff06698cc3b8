"""What a source elsewhere says of items, by the questions that enrich a graph."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsgraph.linking.inquiry import Inquiry
from newsgraph.linking.tables import batches, named
from newsgraph.model.answers import Answer
from newsgraph.model.checking import Told
from newsgraph.ontology.bindings import literal
from newsgraph.ontology.enrichment import Enrichment
from newsgraph.ontology.profiles import EXT, Profile
from newsgraph.ontology.turtle import RDFS

ITEMS = 25
# What is said of an item itself; it must be one that was asked about.
OF_ITEMS = frozenset(
    EXT + name
    for name in ("latitude", "longitude", "point", "population", "flag", "description", "capital")
)  # fmt: skip
_CONSTRUCTED = re.compile(r"\bext:(\w+)")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Informant:
    """A source that is asked about items; `read` makes triples of an answer, a ValueError where it is none of them."""

    inquiry: Inquiry
    profile: Profile
    read: Callable[[Answer], tuple[Told, ...]]

    def told(
        self,
        asked: Sequence[Enrichment],
        items: Sequence[str],
        offices: Sequence[str],
        progress: Progress | None = None,
    ) -> Iterator[Told]:
        """What it says to some questions of some items, and of offices of some names."""
        for number, one in enumerate(asked):
            yield from self._offices(one, offices) if one.by_office else self._items(one, items)
            if progress:
                progress(number + 1, len(asked))

    def _items(self, one: Enrichment, items: Sequence[str]) -> Iterator[Told]:
        for batch in batches(items, ITEMS):
            query = one.asked_of(self.profile, named(batch))
            if query is not None:
                yield from self._ask(query, _constructed(one), frozenset(batch))

    def _offices(self, one: Enrichment, offices: Sequence[str]) -> Iterator[Told]:
        for batch in batches(offices, ITEMS):
            quoted = [literal("office", "string", name) for name in batch]
            terms = [f"{name}@{tag}" if tag else name for name in quoted for tag in self.profile.languages]
            query = one.asked_of(self.profile, terms)
            if query is not None:
                yield from self._ask(query, _constructed(one), frozenset())

    def _ask(self, query: str, predicates: frozenset[str], items: frozenset[str]) -> Iterator[Told]:
        """What was asked for; a source that says more is not listened to."""
        found, _ = self.inquiry.ask(query, self.read)
        for one in found:
            of_item = one.predicate.value in OF_ITEMS
            if one.predicate.value in predicates and (not of_item or one.subject.value in items):
                yield one


def _constructed(one: Enrichment) -> frozenset[str]:
    head = one.text.partition("WHERE")[0]
    return frozenset({EXT + name for name in _CONSTRUCTED.findall(head)} | {RDFS + "label"})
