"""Gives back to a reporter what a parse hung on the words reported: "she said it was late, [adding that she left]"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsgraph.extraction.attributions.found import Found
from newsgraph.extraction.parse import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
CONCEDING = frozenset({"although", "though", "while", "whereas"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def handed_back(found: Sequence[Found]) -> Iterator[Found]:
    """The attributions, those of a reporter that the parse made part of what is reported with their own source."""
    at = {one.head.i: one for one in found}
    reporters = {one.head.i: above for one in found if (above := _reporter(one, at)) is not None}
    given: dict[int, frozenset[int]] = {}
    for inner, above in reporters.items():
        given[above.head.i] = given.get(above.head.i, frozenset()) | _words(at[inner].head)
    for one in found:
        if (other := _parted(one, at)) is not None:
            given[other] = given.get(other, frozenset()) | _words(one.head)
    for phrase, one in _around(found):
        given[one.head.i] = given.get(one.head.i, frozenset()) | phrase.cue | phrase.source
    for one in found:
        above = reporters.get(one.head.i)
        if above is not None:
            one = replace(one, speaker=above.speaker, source=above.source)
        yield replace(one, content=one.content - given.get(one.head.i, frozenset()))


def _around(found: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Phrases ("according to the police") with what they attribute as a whole, though the parse put them inside it."""
    phrases = [one for one in found if one.head.dep_ == "prep"]
    for phrase in phrases:
        inside = (one for one in found if one.head.i in phrase.content and phrase.cue <= one.content)
        yield from ((phrase, one) for one in inside)


def _words(verb: Token) -> frozenset[int]:
    """The words of a clause, with the "and" or "but" before it."""
    first = verb.left_edge.i
    joint = first - 1 if first > 0 and verb.doc[first - 1].pos_ == "CCONJ" else first
    return frozenset((joint, *(t.i for t in verb.subtree)))


def _reporter(one: Found, at: Mapping[int, Found]) -> Found | None:
    """Who says it in truth: the reporter whose content clause the verb was hung on."""
    verb = one.head
    clause = verb.head
    above = at.get(clause.head.i) if clause.dep_ == "ccomp" else None
    if above is None or above.direct or above.speaker is None or verb.i < clause.i or clause.i < above.head.i:
        return None
    return above if _is_added(verb) or _is_coordinated(verb, clause) else None


def _is_added(verb: Token) -> bool:
    """Whether a participle follows a comma: ", adding that"."""
    before = verb.left_edge.i - 1
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and before > 0 and verb.doc[before].text == ","


def _is_coordinated(verb: Token, clause: Token) -> bool:
    """Whether a finite verb without a subject goes on with the report: "said it was late and called it odd"."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or clause.head.tag_ not in FINITE:
        return False
    return not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)


def _parted(one: Found, at: Mapping[int, Found]) -> int | None:
    """The reporter beside whose report another begins: "she said it was late, [but he refused to go]"."""
    verb, clause = one.head, one.head.head
    above = at.get(clause.head.i) if clause.dep_ == "ccomp" else None
    if above is None or above.direct or verb.i < clause.i or clause.i < above.head.i or verb.tag_ not in FINITE:
        return None
    first = verb.left_edge.i
    before = {verb.doc[i].text for i in (first - 1, first - 2) if i > 0}
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    concedes = any(c.dep_ == "mark" and c.lower_ in CONCEDING for c in verb.children)
    begins = verb.dep_ == "conj" or (verb.dep_ == "advcl" and concedes)
    return above.head.i if own and begins and before & {",", ";"} else None
