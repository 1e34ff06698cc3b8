"""Claims with their speakers and the words of the articles, and figures with their claims."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from newsgraph.model.explorer import ArticleLine, ClaimView, FigureView, Node, Quotation, Speaker
from newsgraph.storage.explain import passage
from newsgraph.storage.explorer.kinds import view_of
from newsgraph.storage.explorer.things import Things

Spot: TypeAlias = tuple[str, int, str]
"""An article, where words begin in it, and the words."""

# So deep are claims inside claims followed, so many mentions of a thing are looked at, so many claims has a figure.
_DEEPEST, _MENTIONS, _CLAIMS = 20, 60, 5


class Claims:
    """Makes the views of claims and figures; what is read for one is there for the next."""

    def __init__(self, things: Things) -> None:
        self.things, self.reading = things, things.reading
        self._marked: dict[str, list[Spot]] = {}

    def of(self, thing: int, *, most: int) -> tuple[ClaimView, ...]:
        """The claims on something, in the order of their articles."""
        rows = self.things.catalog.rows("SELECT iri FROM claim WHERE about = ? ORDER BY id LIMIT ?", (thing, most))
        return tuple(self.view(iri) for (iri,) in rows)

    def views(self, numbers: Sequence[int]) -> tuple[ClaimView, ...]:
        """The claims of some numbers, in the order of their articles."""
        rows = self.things.catalog.rows(
            "SELECT iri FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(numbers)),),
        )
        return tuple(self.view(iri) for (iri,) in rows)

    def view(self, iri: str) -> ClaimView:
        """A claim, from its innermost speaker outwards."""
        about = self.reading.text(iri, "ng:about")
        chain = list(self._chain(iri))
        return ClaimView(
            iri,
            self.things.node(about),
            tuple(self._speaker(one) for one in chain),
            tuple(self._quotations(chain, about)),
            tuple(self.reading.iris(iri, "ng:contradicts")),
            self.reading.number(iri, "ng:confidence"),
        )

    def _chain(self, claim: str) -> Iterator[str]:
        seen: set[str] = set()
        while claim and claim not in seen and len(seen) < _DEEPEST:
            seen.add(claim)
            yield claim
            claim = next(iter(self.reading.iris(claim, "ng:embeddedIn")), "")

    def _speaker(self, claim: str) -> Speaker:
        factuality, modality = (self.reading.text(claim, f"ng:{name}") for name in ("factuality", "modality"))
        who = next((self.things.node(one) for one in self.reading.iris(claim, "ng:claimant")), None)
        # An article speaks for itself where nobody knows who published it.
        known = None if who is None or who.kind == "article" else who
        return Speaker(known, view_of(factuality, modality), factuality, modality)

    def _quotations(self, chain: Iterable[str], about: str) -> Iterator[Quotation]:
        evidence = (words for claim in chain for words in self.reading.iris(claim, "ng:evidence"))
        spots = (spot for words in evidence for spot in self.reading.places(words))
        for spot in dict.fromkeys(self._narrowed(spot, about) for spot in spots):
            yield self.quotation(spot)

    def quotation(self, spot: Spot) -> Quotation:
        """The sentence around some words."""
        article, start, words = spot
        sentence = passage(words, start, self.reading.text(article, "schema:articleBody"), "")
        return Quotation(sentence.before, sentence.words, sentence.after, self._article(article), start)

    def _article(self, iri: str) -> ArticleLine:
        return self.things.article(iri)

    def _narrowed(self, spot: Spot, about: str) -> Spot:
        """The words inside a passage that name what it is about, else the whole passage."""
        article, start, words = spot
        inside = (one for one in self._spots(about) if one[0] == article and start <= one[1] < start + len(words))
        return next(inside, spot)

    def _spots(self, thing: str) -> list[Spot]:
        """Where the articles name something."""
        if thing not in self._marked:
            mentions = self.reading.subjects("ng:refersTo", thing, _MENTIONS)
            places = [*mentions, *self.reading.iris(thing, "ng:evidence")]
            self._marked[thing] = sorted(spot for words in places for spot in self.reading.places(words))
        return self._marked[thing]

    def figures(self, numbers: Sequence[int]) -> tuple[FigureView, ...]:
        """The figures of some numbers, in that order."""
        return tuple(
            self._figure(number, node)
            for number, node in zip(numbers, self.things.lists.in_order(numbers), strict=True)
        )

    def _figure(self, number: int, node: Node) -> FigureView:
        owner = next(iter(self.reading.iris(node.iri, "ng:figureOf")), "")
        return FigureView(
            node,
            self.reading.text(node.iri, "ng:counts"),
            self.reading.number(node.iri, "ng:minimum"),
            self.reading.number(node.iri, "ng:maximum"),
            self.reading.text(node.iri, "ng:approximate") in ("true", "1"),
            self.things.node(owner) if owner else None,
            self.reading.text(node.iri, "ng:asOf") or None,
            self.of(number, most=_CLAIMS),
        )
