"""When an event happened: by the words around its trigger, or around the verb that carries it."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.extraction import times
from newsgraph.extraction.carriers import Carriers
from newsgraph.extraction.events import Mention
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import TimeExpression

# What stands behind these was at another time than the verb: "declared an emergency on Friday after the storm".
ELSEWHEN = frozenset({"after", "before", "since", "until", "following", "ahead of", "prior to"})


@dataclass(frozen=True, slots=True)
class Timing:
    """Gives events their times, as indexes into the time expressions of a document."""

    doc: Doc
    known: tuple[TimeExpression, ...]
    carriers: Carriers

    def covers(self, token: Token) -> bool:
        """Whether a word belongs to a time expression."""
        return any(t.span.start <= token.idx < t.span.end for t in self.known)

    def of(self, mention: Mention) -> int | None:
        """The time of an event mention; None where the text gives none."""
        return self.of_word(mention.token)

    def of_word(self, token: Token) -> int | None:
        """The time of what a word tells."""
        return next((t for t in self._told(token) if not times.is_measured_off(self.known[t], token)), None)

    def _told(self, token: Token) -> Iterator[int]:
        """The times that the words around give, the nearest words first."""
        around = self._carrying(token) if token.pos_ in {"NOUN", "PROPN"} else _clauses_below(token)
        own = times.for_event(self.doc, self.known, token.i)
        inner = self._inner(token) if own is None else None
        yield from (t for t in (own, inner) if t is not None)
        yield from (t for w in around if (t := times.for_event(self.doc, self.known, w.i)) is not None)

    def _carrying(self, noun: Token) -> Iterator[Token]:
        """The verbs that carry an event noun: "imposed sanctions on Friday"."""
        for verb, function in self.carriers.governors(noun):
            elsewhen = function in ELSEWHEN
            if verb.pos_ in {"VERB", "AUX"} and not elsewhen and self.carriers.carries(verb, noun):
                yield verb

    def _inner(self, token: Token) -> int | None:
        """A time that hangs on another time of the clause: "before dawn on Thursday"."""
        nouns = (n for prep in token.children if prep.dep_ == "prep" for n in prep.children if n.dep_ == "pobj")
        on = (c for noun in nouns for c in noun.children if c.dep_ == "prep" and c.lower_ == "on")
        starts = [t.idx for prep in on for t in prep.children]
        days = ((n, t.span) for n, t in enumerate(self.known) if t.stamp)
        return next((n for n, span in days if any(span.start <= start < span.end for start in starts)), None)


def _clauses_below(token: Token) -> Iterator[Token]:
    """The gerunds and infinitives of a verb: "barred him from entering in 2021"."""
    heads = {token, *token.children}
    return (c for c in token.subtree if c.dep_ in {"pcomp", "xcomp"} and c.head in heads)
