"""What a time expression modifies, by the parse."""

from collections.abc import Sequence
from itertools import pairwise

from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.times.bounding import is_range
from newsgraph.extraction.times.measured import measures_off
from newsgraph.model.findings import TimeExpression

_CARRIERS = {"hour", "part", "beginning", "start", "end", "middle", "run", "course", "wake", "evening", "night", "day"}
_UNITS = {"day", "week", "month", "year", "decade"}
_LINKS = {"in", "at", "during", "to", "from", "into", "near", "by", "with", "as", "on", "outside", "inside"}
_BEHIND = {"pobj", "pcomp"}
_PREPOSITIONS = {"ADP", "SCONJ"}
_VERBS = {"VERB", "AUX"}


def owners(doc: Doc, times: Sequence[TimeExpression]) -> dict[int, int]:
    """For each time that can date an event (its index in `times`) the index of the token it modifies.

    The first time of a range stands for the whole range, the second for nothing.
    """
    off = {index: event for index, time in enumerate(times) if (event := _measured_off(doc, time)) is not None}
    spans = [doc.char_span(t.span.start, t.span.end, alignment_mode="expand") for t in times]
    inside = frozenset(token.i for span in spans if span is not None for token in span)
    found = {
        index: owner.i
        for index, (time, span) in enumerate(zip(times, spans, strict=True))
        if span is not None and time.type in ("DATE", "TIME") and (owner := _owner(span.root, inside)) is not None
    }
    return {**_of_ranges(doc.text, times, found), **off}


def _measured_off(doc: Doc, time: TimeExpression) -> int | None:
    """What stands behind "a day after": the noun, or the verb of the clause."""
    word = measures_off(doc, time)
    if word is None:
        return None
    return word.head.i if word.dep_ == "mark" else next((c.i for c in word.children if c.dep_ in _BEHIND), None)


def _owner(root: Token, inside: frozenset[int]) -> Token | None:
    """The first token above the expression that is neither part of a time nor a preposition."""
    for token in root.ancestors:
        carrier = token.pos_ in _PREPOSITIONS or (token.pos_ == "NOUN" and token.lemma_ in _CARRIERS)
        if token.i not in inside and not carrier:
            return token
    return None


def _of_ranges(text: str, times: Sequence[TimeExpression], found: dict[int, int]) -> dict[int, int]:
    closing = {i + 1 for i, (a, b) in enumerate(pairwise(times)) if is_range(text, a.span, b.span)}
    opening = {i - 1: found[i] for i in closing if i in found and i - 1 not in closing}
    return {index: owner for index, owner in {**found, **opening}.items() if index not in closing}


def stands_in(owner: Token, verb: Token) -> bool:
    """Whether a word is a circumstance of the verb: "died in an attack", "said at a conference"."""
    return owner.dep_ == "pobj" and owner.head.lower_ in ("in", "during", "at") and owner.head.head == verb


def is_complement(owner: Token, verb: Token) -> bool:
    """Whether a word, or what it is coordinated with, completes the verb as object or behind a preposition."""
    while owner.dep_ == "conj":
        owner = owner.head
    if owner.dep_ == "dobj":
        return owner.head == verb
    return owner.dep_ == "pobj" and owner.head.lower_ in _LINKS and owner.head.head == verb


def reaches(owner: Token, verb: Token) -> bool:
    """Whether nothing but noun phrases and prepositions stands between a word and the verb above it."""
    above = next((token for token in owner.ancestors if token.pos_ in _VERBS), None)
    return above == verb


def is_initial(time: TimeExpression, verb: Token) -> bool:
    """Whether the time stands before the verb and its subject, so that it frames all that follows."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), verb)
    return time.span.end <= min(subject.left_edge.idx, verb.idx)


def is_measured_off(time: TimeExpression, token: Token) -> bool:
    """Whether a time is that of another event some days away: "was killed two days before the vote on Monday"."""
    words = [t for t in token.sent if t.idx < time.span.start]
    for word in reversed(words):
        if word.text == ",":
            return False
        if word.lower_ in ("after", "before") and word.i and word.nbor(-1).lemma_.lower() in _UNITS:
            below = word.subtree if word.dep_ == "prep" else word.head.subtree
            return all(t is not token for t in below)
    return False
