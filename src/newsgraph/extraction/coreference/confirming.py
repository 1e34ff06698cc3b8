"""Doubts about "it" and "they": what rules take them for stands only where the learned weights find it likely too.

A thing that is no entity ("the plan ... it") competes for these pronouns, and rules that look at entities alone
do not see it. A wrong link makes a false fact, so that a doubtful one is undone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp

from newsgraph.extraction.coreference.describing import UNSURE
from newsgraph.extraction.coreference.features import fresh, pair
from newsgraph.extraction.coreference.memory import Memory
from newsgraph.extraction.coreference.phrase import Phrase
from newsgraph.extraction.coreference.phrases import phrases
from newsgraph.extraction.coreference.ranking import Weights, score, weights
from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import Entity, MentionKind, TimeExpression

LIKELY = 0.2


def confirmed(doc: Doc, index: EntityIndex, times: Sequence[TimeExpression]) -> EntityIndex:
    """The entities without the doubtful mentions by "it" and "they"."""
    if not any(t.pos_ in {"PRON", "DET"} and t.i in index.heads and t.lower_[:2] in {"it", "th"} for t in doc):
        return index
    doubted = frozenset(_doubted(phrases(doc, index, times), index, weights()))
    if not doubted:
        return index
    places = frozenset(doc[i].idx for i in doubted)
    entities = tuple(_without(entity, places) for entity in index.entities)
    return EntityIndex(entities, {i: n for i, n in index.heads.items() if i not in doubted})


def _without(entity: Entity, places: frozenset[int]) -> Entity:
    kept = tuple(m for m in entity.mentions if m.kind is not MentionKind.PRONOUN or m.span.start not in places)
    return entity if len(kept) == len(entity.mentions) else replace(entity, mentions=kept)


def _doubted(found: Sequence[Phrase], index: EntityIndex, known: Weights) -> Iterator[int]:
    """The heads of the pronouns whose entity is not likely enough."""
    memory, meant = Memory(), [one.entity for one in found]
    for n, one in enumerate(found):
        entity = index.at(one.head) if one.kind in UNSURE else None
        if entity is not None:
            if _likelihood(one, entity, memory, meant, known) >= LIKELY:
                meant[n] = entity
            else:
                yield one.head
        memory.add(one)


def _likelihood(one: Phrase, entity: int, memory: Memory, meant: Sequence[int | None], known: Weights) -> float:
    """The share of an entity's phrases in all that a pronoun may take up."""
    earlier = memory.candidates(one)
    scores = [score(pair(one, memory.found[k], len(memory.found) - k - 1), known) for k in earlier]
    top = max([*scores, alone := score(fresh(one, seen=False), known)])
    right = sum(exp(points - top) for k, points in zip(earlier, scores, strict=True) if meant[k] == entity)
    return right / (sum(exp(points - top) for points in scores) + exp(alone - top))
