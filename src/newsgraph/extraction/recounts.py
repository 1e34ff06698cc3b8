"""Numbers told again without what they count: "2,000 people marched, X said; police put the number at 600"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgraph.extraction.figures import Counted, stated
from newsgraph.extraction.parse import Doc, Token

# What stands for a number told before; the latter only for those who came.
SUMS = frozenset({"number", "figure", "total", "count", "estimate"})
CROWDS = frozenset({"crowd", "turnout", "attendance"})
# How many sentences back the number may have been told.
REACH = 2


def recounts(doc: Doc, told: Sequence[Counted]) -> Iterator[Counted]:
    """The further numbers for what was counted last before them."""
    taken = {counted.figure.span for counted in told}
    for noun in doc:
        if noun.pos_ != "NOUN" or not _is_bare(noun):
            continue
        quantity, last = stated(noun), _last(doc, noun, told)
        if quantity is not None and last is not None and quantity.span not in taken:
            bounds = quantity.minimum, quantity.maximum
            figure = replace(
                last.figure, span=quantity.span, minimum=bounds[0], maximum=bounds[1], approximate=quantity.approximate
            )
            yield Counted(figure, noun)


def _is_bare(noun: Token) -> bool:
    """Whether nothing says what the number is of."""
    return noun.lemma_ in SUMS | CROWDS and not any(c.dep_ in {"prep", "compound", "poss"} for c in noun.children)


def _last(doc: Doc, noun: Token, told: Sequence[Counted]) -> Counted | None:
    """What was counted last before a noun, not far back; of a crowd those who came."""
    wanted = [c for c in told if c.word.i < noun.i and (noun.lemma_ in SUMS or c.figure.counts == "Participants")]
    last = max(wanted, key=lambda c: c.word.i, default=None)
    if last is None:
        return None
    starts = [s.start for s in doc.sents if last.word.i < s.start <= noun.i]
    return last if len(starts) <= REACH else None
