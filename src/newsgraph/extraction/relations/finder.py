"""From a text and its entities to the relations that it states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.nouns import title_start
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.relations.found import INFERRED, STATED, UNNAMED, Tenure, Told
from newsgraph.extraction.relations.homes import settled
from newsgraph.extraction.relations.learned import guessed
from newsgraph.extraction.relations.offices import tenures
from newsgraph.extraction.relations.places import known, seats, within
from newsgraph.extraction.relations.presence import present
from newsgraph.extraction.relations.unnamed import needed, wheres, with_unnamed
from newsgraph.extraction.relations.words import by_names, by_nouns, by_verbs
from newsgraph.model.findings import Entity, Mention, MentionKind, Relation, TimeExpression
from newsgraph.model.text import Span
from newsgraph.ontology.vocabulary import vocabulary


def find(
    doc: Doc, index: EntityIndex, times: Sequence[TimeExpression] = ()
) -> tuple[EntityIndex, tuple[Relation, ...]]:
    """The relations, and the index with the offices and the unnamed persons and bodies that they need.

    A title alone ("President X") is one of the country or the company that the text is about, if one stands out.
    """
    stated = _agreed(tuple(tenures(doc, index)))
    bodies = settled(doc, index, stated)
    held = tuple(replace(t, body=bodies.get(t, t.body)) for t in stated)
    unnamed = with_unnamed(doc, index)
    wider, offices = _with_offices(unnamed, held)
    told = [*_office_relations(held, offices), *by_nouns(doc, unnamed), *by_verbs(doc, unnamed), *within(doc, index)]
    told += [*by_names(doc, index), *present(doc, index), *seats(doc, index)]
    wider, lie = known(wider, doc, _in_countries(told, wider))
    told += lie
    told += _news(told, guessed(doc, unnamed, times))
    told = [_vague(t, range(len(index.entities), len(unnamed.entities))) for t in told]
    return needed(index, wider, tuple(_distinct(told, wider, times)), wheres(doc, index))


def _in_countries(told: Iterable[Told], index: EntityIndex) -> frozenset[int]:
    """What the text itself puts into a country."""
    inside = (t for t in told if t.predicate == "locatedIn")
    return frozenset(t.subject for t in inside if index.entities[t.object].type == "Country")


def _agreed(held: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """A title without a body has the one that the text gives it elsewhere for the same person."""
    bodies = {(t.person, t.title): t.body for t in reversed(held) if t.body is not None}
    longer = {(t.person, t.title) for t in held for u in held if _repeats(t, u)}
    kept = (t for t in held if (t.person, t.title) not in longer)
    return tuple(replace(t, body=bodies.get((t.person, t.title))) if t.body is None else t for t in kept)


def _repeats(one: Tenure, other: Tenure) -> bool:
    """ "The minister" after "the defence minister"."""
    return one.person == other.person and one.body is None and other.title.endswith(f" {one.title}")


def _vague(told: Told, unnamed: range) -> Told:
    """What is said of somebody of whom nobody knows who it is stands as a claim alone."""
    vague = told.subject in unnamed or (told.object in unnamed and not told.dated)
    return replace(told, confidence=min(told.confidence, UNNAMED)) if vague else told


def _news(told: Iterable[Told], more: Iterable[Told]) -> Iterator[Told]:
    """What is guessed without what something more special was told about."""
    stated = [t for t in told if t.confidence == STATED]
    sure = {(t.subject, wider, t.object) for t in stated for wider in vocabulary().superclasses(t.predicate)}
    return (t for t in more if t.key not in sure)


def _distinct(told: Iterable[Told], index: EntityIndex, times: Sequence[TimeExpression]) -> Iterator[Relation]:
    """Each relation once for each sentence that tells it, as its surest telling there has it, in the order of the text.

    What is only inferred or guessed is left out where the text tells it anywhere.
    """
    seen: set[tuple[int, str, int, int]] = set()
    sure = {t.key for t in told if t.confidence == STATED}
    for t in sorted(told, key=lambda t: (t.tokens[0].sent.start, -t.confidence, t.span.start, t.span.end, t.predicate)):
        place = (*t.key, t.tokens[0].sent.start)
        if place not in seen and (t.confidence == STATED or t.key not in sure):
            seen.add(place)
            goal = times[t.object].span if t.dated else _word(t.object, t.ends[1], index)
            words = _word(t.subject, t.ends[0], index), goal
            apart = words if words[0] != words[1] else None
            yield Relation(t.subject, t.predicate, t.object, t.span, apart, t.confidence, t.dated)


def _word(entity: int, token: Token, index: EntityIndex) -> Span:
    """The mention of an entity at a word, the shortest where several hold it; the word itself where none does."""
    holding = (m.span for m in index.entities[entity].mentions if m.span.start <= token.idx < m.span.end)
    return min(holding, key=lambda s: (s.end - s.start, s.start), default=Span(token.idx, token.idx + len(token)))


Key = tuple[str, int | None]


def _with_offices(index: EntityIndex, held: Iterable[Tenure]) -> tuple[EntityIndex, dict[Key, int]]:
    """An entity for each pair of title and body."""
    spans: dict[Key, list[Mention]] = {}
    known = {_key(t): e for t in held if (e := index.at(t.noun.i)) is not None and _is_office(index, e)}
    for tenure in held:
        if _key(tenure) not in known:
            spans.setdefault(_key(tenure), []).append(_mention(tenure))
    base = len(index.entities)
    offices = tuple(Entity(title, "Office", tuple(dict.fromkeys(m))) for (title, _), m in spans.items())
    return index.with_entities(offices, {}), known | {key: base + n for n, key in enumerate(spans)}


def _is_office(index: EntityIndex, entity: int) -> bool:
    return index.entities[entity].type == "Office"


def _key(tenure: Tenure) -> Key:
    return tenure.title, tenure.body


def _mention(tenure: Tenure) -> Mention:
    noun = tenure.noun
    span = Span(noun.doc[title_start(noun)].idx, noun.idx + len(noun))
    return Mention(span, Span(noun.idx, noun.idx + len(noun)), MentionKind.NOMINAL)


def _office_relations(held: Iterable[Tenure], offices: dict[Key, int]) -> Iterator[Told]:
    for tenure in held:
        title, body = _key(tenure)
        office = offices[title, body]
        predicate = "heldOffice" if tenure.former else "holdsOffice"
        yield Told(tenure.person, predicate, office, tenure.tokens, (tenure.holder, tenure.noun))
        if body is not None:
            sure = STATED if tenure.owner is not None else INFERRED
            ends = tenure.noun, tenure.owner or tenure.noun
            yield Told(office, "officeOf", body, tenure.tokens, ends, sure)
