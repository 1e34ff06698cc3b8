"""Figures: how many were killed, came, live somewhere; each tied to its event or place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extraction.events import Mention
from newsgraph.extraction.quantities import Quantity, quantity_of
from newsgraph.extraction.referents import Referents
from newsgraph.model.findings import Figure, Target, TargetKind
from newsgraph.ontology.lexicon import Count


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the word that carries it, whose context tells how sure it is."""

    figure: Figure
    word: Token


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads figures by the table of what is counted of what."""

    counts: tuple[Count, ...]
    is_a: Callable[[str, str], bool]

    def of_event(self, mention: Mention, event: int) -> Iterator[Counted]:
        """The figures that an event's fillers give: "eight soldiers were killed"."""
        for count in self.counts:
            if any(self.is_a(mention.trigger.event, e) for e in count.events):
                heads = (h for role in count.roles for h in mention.heads(role))
                quantity = next((q for h in heads if (q := quantity_of(h)) is not None), None)
                if quantity is not None:
                    yield Counted(_figure(count.counts, Target(TargetKind.EVENT, event), quantity), mention.token)
                    return

    def of_places(self, doc: Doc, referents: Referents) -> Iterator[Counted]:
        """Figures of places and groups by a counting noun: "a country with more than 18 million inhabitants"."""
        nouns = {n: c for c in self.counts for n in c.nouns}
        for token in doc:
            count = nouns.get(token.lemma_.lower())
            if count is None or token.pos_ != "NOUN" or (quantity := _amount(token)) is None:
                continue
            owner = self._owner(token, referents)
            if owner is not None and count.counts == "Population":
                yield Counted(_figure(count.counts, Target(TargetKind.ENTITY, owner), quantity), token)

    def _owner(self, noun: Token, referents: Referents) -> int | None:
        """The place that a number of people belongs to: "a city of 9 million people", "France has 68 million people"."""
        candidates: list[Token] = []
        if noun.dep_ == "pobj" and noun.head.lower_ in {"with", "of"}:
            candidates += [noun.head.nbor(-1) if noun.head.i else noun, noun.head.head]
        if noun.dep_ == "dobj" and noun.head.lemma_ in {"have", "count", "number"}:
            candidates += [c for c in noun.head.children if c.dep_ == "nsubj"]
        candidates += [c for c in noun.children if c.dep_ == "poss"]
        candidates += [g for c in noun.children if c.lower_ in {"of", "in"} for g in c.children if g.dep_ == "pobj"]
        return next((e for c in candidates if (e := referents.known(c)) is not None and self.is_a(referents.entities[e].type, "Place")), None)


def _amount(noun: Token) -> Quantity | None:
    if (found := quantity_of(noun)) is not None:
        return found
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((q for g in child.children if g.dep_ == "pobj" and (q := quantity_of(g)) is not None), None)
    return None


def _figure(counts: str, of: Target, quantity: Quantity) -> Figure:
    return Figure(counts, of, quantity.span, quantity.minimum, quantity.maximum, quantity.approximate)
