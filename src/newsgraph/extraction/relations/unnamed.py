"""Pronouns that nothing resolves, as unnamed persons and bodies, for what their sentence says of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.pronouns import relative_head
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import Entity, Mention, MentionKind, Relation
from newsgraph.model.text import Span

GROUPS = (
    ("Person", frozenset({"he", "him", "his", "himself"})),
    ("Person", frozenset({"she", "her", "hers", "herself"})),
    ("Person", frozenset({"i", "me", "my", "mine", "myself"})),
    ("Organization", frozenset({"we", "us", "our", "ours", "ourselves"})),
    ("Organization", frozenset({"it", "its", "itself"})),
)
GROUP = {word: n for n, (_, words) in enumerate(GROUPS) for word in words}


def with_unnamed(doc: Doc, index: EntityIndex) -> EntityIndex:
    """The index with an entity for the unresolved pronouns of one person and gender in one sentence."""
    found: dict[tuple[int, int], list[Token]] = {}
    for token in _unresolved(doc, index):
        found.setdefault((token.sent.start, GROUP[token.lower_]), []).append(token)
    entities = tuple(_entity(GROUPS[group][0], tokens) for (_, group), tokens in found.items())
    base = len(index.entities)
    heads = {t.i: base + n for n, tokens in enumerate(found.values()) for t in tokens}
    return index.with_entities(entities, heads)


def wheres(doc: Doc, index: EntityIndex) -> dict[int, list[Token]]:
    """For each entity the words "where" that take it up ("the college where she taught")."""
    found: dict[int, list[Token]] = {}
    for token in doc:
        if token.lower_ == "where" and (noun := relative_head(token)) is not None:
            entity = index.at(noun.i)
            if entity is not None:
                found.setdefault(entity, []).append(token)
    return found


def needed(
    index: EntityIndex, wider: EntityIndex, relations: Sequence[Relation], where: Mapping[int, Sequence[Token]]
) -> tuple[EntityIndex, tuple[Relation, ...]]:
    """The index with only those further entities that relations speak of, and the relations with their new places.

    The words of `index` stay as they are: a pronoun that nothing resolves fills no role of an event. The objects of
    relations are mentioned by their "where", too.
    """
    base = len(index.entities)
    used = {r.subject for r in relations} | {r.object for r in relations if not r.dated}
    kept = [n for n in range(len(wider.entities)) if n < base or n in used]
    place = {old: new for new, old in enumerate(kept)}
    moved = (replace(r, subject=place[r.subject], object=r.object if r.dated else place[r.object]) for r in relations)
    told = {r.object for r in relations if not r.dated}
    entities = tuple(_with(wider.entities[n], where.get(n, ()) if n in told else ()) for n in kept)
    return EntityIndex(entities, index.heads), tuple(moved)


def _with(entity: Entity, words: Sequence[Token]) -> Entity:
    spans = (Span(t.idx, t.idx + len(t)) for t in words)
    more = tuple(Mention(span, span, MentionKind.PRONOUN) for span in spans)
    return replace(entity, mentions=tuple(sorted((*entity.mentions, *more), key=lambda m: m.span))) if more else entity


def _unresolved(doc: Doc, index: EntityIndex) -> Iterator[Token]:
    return (t for t in doc if t.pos_ == "PRON" and t.lower_ in GROUP and index.at(t.i) is None and t.dep_ != "expl")


def _entity(type_: str, tokens: list[Token]) -> Entity:
    spans = [Span(t.idx, t.idx + len(t)) for t in tokens]
    mentions = tuple(Mention(span, span, MentionKind.PRONOUN) for span in spans)
    return Entity(tokens[0].lower_, type_, mentions)
