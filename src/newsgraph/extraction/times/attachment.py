"""What a time expression modifies, by the parse."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsgraph.model.findings import TimeExpression

_LINKS = {"prep", "pobj", "pcomp", "npadvmod", "advmod", "quantmod", "nummod"}
_CARRIERS = {"hour", "part", "beginning", "start", "end", "middle", "run", "course", "wake", "evening", "night", "day"}


def owners(doc: Doc, times: Sequence[TimeExpression]) -> dict[int, int]:
    """For each time that can date an event (its index in `times`) the index of the token it modifies."""
    inside = _time_tokens(doc, times)
    return {
        index: owner.i
        for index, time in enumerate(times)
        if time.type in ("DATE", "TIME") and (owner := _owner(doc, time, inside)) is not None
    }


def _time_tokens(doc: Doc, times: Sequence[TimeExpression]) -> frozenset[int]:
    spans = (doc.char_span(t.span.start, t.span.end, alignment_mode="expand") for t in times)
    return frozenset(token.i for span in spans if span is not None for token in span)


def _owner(doc: Doc, time: TimeExpression, inside: frozenset[int]) -> Token | None:
    """The first token above the expression that is neither part of a time nor a preposition."""
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None:
        return None
    for token in span.root.ancestors:
        if token.i not in inside and token.pos_ != "ADP" and token.lemma_ not in _CARRIERS:
            return token
        if token.pos_ == "ADP" and token.dep_ not in ("prep", "pcomp", "agent", "advmod", "conj", "ROOT"):
            return token.head
    return None


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that a noun stands in, through noun phrases and prepositions only."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above
    return None


def is_initial(doc: Doc, time: TimeExpression, verb: Token) -> bool:
    """Whether the time stands before the verb and its subject, so that it frames all that follows."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), verb)
    return time.span.end <= min(subject.left_edge.idx, verb.idx)
