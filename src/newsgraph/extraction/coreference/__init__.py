"""Which noun phrases of a text speak of the same thing, whether or not it is an entity of the graph."""

from collections.abc import Sequence

from newsgraph.extraction.coreference.confirming import confirmed
from newsgraph.extraction.coreference.phrase import Phrase
from newsgraph.extraction.coreference.phrases import phrases
from newsgraph.extraction.coreference.ranking import chains, weights
from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import Chain, NounPhrase, TimeExpression
from newsgraph.model.text import Span


def find(doc: Doc, index: EntityIndex, times: Sequence[TimeExpression]) -> tuple[Chain, ...]:
    """The chains of a text, in the order of their first phrases."""
    found = phrases(doc, index, times)
    gathered = ([found[n] for n in members] for members in chains(found, weights()))
    told = (members for members in gathered if len(members) > 1 or members[0].entity is not None)
    return tuple(Chain(tuple(_phrase(doc, index, one) for one in members)) for members in told)


def _phrase(doc: Doc, index: EntityIndex, one: Phrase) -> NounPhrase:
    last = doc[one.end - 1]
    entity = index.at(one.head) if one.is_pronoun else one.entity
    return NounPhrase(Span(doc[one.start].idx, last.idx + len(last)), entity)


__all__ = ["confirmed", "find"]
