"""Whether what people have judged fits together: what is one thing by one judgement is not two by another."""

import re
from collections.abc import Iterable

from newsgraph.errors import InputError
from newsgraph.model.archive import Judgement

# What RFC 3987 leaves out of an IRI.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


def consistent(judgements: Iterable[Judgement], base: str) -> tuple[Judgement, ...]:
    """The judgements, each once; an InputError where they contradict each other or speak of something else.

    The left IRI is one of the graph, whose IRIs begin with `base`.
    """
    found = tuple(dict.fromkeys(judgements))
    for one in found:
        _check(one, base)
    groups = _groups(found)
    pairs: dict[frozenset[str], Judgement] = {}
    for one in found:
        first = pairs.setdefault(frozenset((one.left, one.right)), one)
        apart = one.verdict != "same" and groups.get(one.left) == groups.get(one.right, one.right)
        if apart or (first.left, first.verdict) != (one.left, one.verdict) or first != one:
            raise InputError(f"{one.left} and {one.right}", "are judged to be one thing and also not to be")
    return found


def _check(one: Judgement, base: str) -> None:
    if not (_IRI.fullmatch(one.left) and _IRI.fullmatch(one.right)):
        raise InputError(f"{one.left} and {one.right}", "are not both IRIs", advice="write them in full")
    if not one.left.startswith(base):
        raise InputError(
            one.left, f"is no IRI of the graph, which begins with {base}", advice="exchange left and right"
        )
    if one.left == one.right:
        raise InputError(one.left, "is held against itself")


def _groups(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each name that is one with others a name that stands for them all."""
    groups: dict[str, str] = {}
    for one in judgements:
        if one.verdict == "same":
            old, new = groups.get(one.right, one.right), groups.get(one.left, one.left)
            groups |= {one.left: new, one.right: new} | {name: new for name, group in groups.items() if group == old}
    return groups
