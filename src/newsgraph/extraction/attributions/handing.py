"""Gives back to a reporter what a parse hung on the words reported: "she said it was late, [adding that she left]"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsgraph.extraction.attributions.found import Found
from newsgraph.extraction.parse import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def handed_back(found: Sequence[Found]) -> Iterator[Found]:
    """The attributions, those of a reporter that the parse made part of what is reported with their own source."""
    at = {one.head.i: one for one in found}
    reporters = {one.head.i: above for one in found if (above := _reporter(one, at)) is not None}
    given: dict[int, frozenset[int]] = {}
    for inner, above in reporters.items():
        words = frozenset(t.i for t in at[inner].head.subtree)
        given[above.head.i] = given.get(above.head.i, frozenset()) | words
    for one in found:
        above = reporters.get(one.head.i)
        if above is not None:
            one = replace(one, speaker=above.speaker, source=above.source)
        yield replace(one, content=one.content - given.get(one.head.i, frozenset()))


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
