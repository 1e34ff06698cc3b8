"""Which time expression tells when an event was."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsgraph.extraction.times.attachment import is_initial, owners
from newsgraph.model.findings import TimeExpression

_VERBS = {"VERB", "AUX"}
_HAPPEN = {"occur", "happen", "take", "begin", "start", "launch", "carry", "conduct", "stage", "erupt", "hold", "make"}
_HAPPEN |= {
    "mount",
    "break",
    "end",
    "continue",
    "come",
    "follow",
    "be",
    "commit",
    "perpetrate",
    "kill",
    "injure",
    "wound",
}
_HAPPEN |= {"leave", "cause", "claim", "suffer", "give", "have", "resume", "open", "hit", "strike", "sign", "reach"}
_SAME_TIME = {"try", "attempt", "begin", "start", "manage", "continue", "fail", "keep", "help", "make", "force", "let"}
_REPORTING = {"say", "tell", "report", "announce", "declare", "state", "write", "claim", "add", "warn", "deny", "quote"}
_REPORTING |= {"accuse", "cite", "confirm", "condemn", "allege", "admit", "criticize", "criticise", "call", "blame"}
_PLACE = {"GPE", "LOC", "FAC", "ORG"}


def for_event(doc: Doc, times: Sequence[TimeExpression], token_index: int) -> int | None:
    """The index of the time of the event whose trigger is that token, or None.

    The event's own modifiers come first, then a frame it shares: the verb that carries an event noun, a conjunct,
    the clause to which a participle or a same-time complement belongs. The time of a reporting verb stays with it.
    """
    held = owners(doc, times)
    found = _of_token(doc[token_index], doc, times, held)
    return _best(found, times, token_index, doc)


def _best(found: list[int], times: Sequence[TimeExpression], token_index: int, doc: Doc) -> int | None:
    """Anchored before vague, then the nearest."""
    start = doc[token_index].idx

    def rank(index: int) -> tuple[bool, int]:
        time = times[index]
        return not (time.stamp or time.begin or time.end), abs(time.span.start - start)

    return min(found, key=rank, default=None)


def _of_token(token: Token, doc: Doc, times: Sequence[TimeExpression], held: dict[int, int]) -> list[int]:
    own = [index for index, owner in held.items() if owner == token.i]
    if own:
        return own
    if token.pos_ in _VERBS:
        return _stray(token, doc, times, held) or _shared_by_verb(token, doc, times, held)
    return _of_noun(token, doc, times, held)


def _stray(verb: Token, doc: Doc, times: Sequence[TimeExpression], held: dict[int, int]) -> list[int]:
    """Times that the parse hung on a name at the end of the verb's clause ("in the city of Almaty late Wednesday")."""
    return [
        index
        for index, owner in held.items()
        if times[index].span.start > verb.idx and _is_loose(doc[owner]) and _reaches(doc[owner], verb)
    ]


def _is_loose(owner: Token) -> bool:
    """A place or a name does not happen, so a time beside it belongs to the clause."""
    return owner.ent_type_ in _PLACE or owner.pos_ in ("PROPN", "ADV", "NUM", "PRON")


def _reaches(owner: Token, verb: Token) -> bool:
    """Whether nothing but noun phrases and prepositions stands between."""
    for above in owner.ancestors:
        if above == verb:
            return True
        if above.pos_ in _VERBS:
            return False
    return False


def _shared_by_verb(verb: Token, doc: Doc, times: Sequence[TimeExpression], held: dict[int, int]) -> list[int]:
    head = verb.head
    if head == verb or head.pos_ not in _VERBS:
        return []
    if verb.dep_ == "conj":
        return _initial(_of_token(head, doc, times, held), head, doc, times)
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and head.lemma_ not in _REPORTING):
        found = _of_token(head, doc, times, held)
        return found if head.lemma_ in _SAME_TIME else _none_unless_frame(found, head, verb, doc, times)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.lemma_ not in _REPORTING and not _has_marker(verb):
        return _of_token(head, doc, times, held)
    return []


def _none_unless_frame(
    found: list[int], head: Token, verb: Token, doc: Doc, times: Sequence[TimeExpression]
) -> list[int]:
    """A complement shares only a time that opens the sentence, and only if both clauses are in the same tense."""
    return _initial(found, head, doc, times) if verb.dep_ == "ccomp" and verb.tag_ == head.tag_ else []


def _initial(found: list[int], head: Token, doc: Doc, times: Sequence[TimeExpression]) -> list[int]:
    return [index for index in found if is_initial(doc, times[index], head)]


def _has_marker(verb: Token) -> bool:
    return any(child.dep_ in ("mark", "prep") and child.i < verb.i for child in verb.children)


def _of_noun(noun: Token, doc: Doc, times: Sequence[TimeExpression], held: dict[int, int]) -> list[int]:
    """An event noun shares the time of the verb that says it happened, or of its clause if it is a circumstance."""
    head = noun.head
    if noun.dep_ in ("conj", "compound") and head.pos_ not in _VERBS:
        return _of_token(head, doc, times, held) if noun.dep_ == "conj" else []
    if noun.dep_ == "pobj" and head.lower_ in ("in", "during", "at") and head.head.pos_ in _VERBS:
        carrier = head.head
        return _of_token(carrier, doc, times, held) if carrier.lemma_ not in _REPORTING else []
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and head.lemma_ in _HAPPEN:
        return _of_token(head, doc, times, held)
    return []
