"""From a text and its entities to the relations that it states."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.nouns import title_start
from newsgraph.extraction.parse import Doc
from newsgraph.extraction.relations.found import Tenure, Told
from newsgraph.extraction.relations.homes import settled
from newsgraph.extraction.relations.offices import tenures
from newsgraph.extraction.relations.places import known, within
from newsgraph.extraction.relations.presence import present
from newsgraph.extraction.relations.words import by_nouns, by_verbs
from newsgraph.model.findings import Entity, Mention, MentionKind, Relation
from newsgraph.model.text import Span


def find(doc: Doc, index: EntityIndex) -> tuple[EntityIndex, tuple[Relation, ...]]:
    """The relations, and the index with the offices that they need.

    A title alone ("President X") is one of the country or the company that the text is about, if one stands out.
    """
    stated = _agreed(tuple(tenures(doc, index)))
    bodies = settled(doc, index, stated)
    held = tuple(replace(t, body=bodies.get(t, t.body)) for t in stated)
    wider, offices = _with_offices(index, held)
    told = (*_office_relations(held, offices), *by_nouns(doc, index), *by_verbs(doc, index), *within(doc, index))
    told = (*told, *present(doc, index))
    wider, lie = known(wider, doc, _in_countries(told, wider))
    return wider, _distinct((*told, *lie))


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


def _distinct(told: Iterable[Told]) -> tuple[Relation, ...]:
    """Each relation once, with the words of its first statement, in the order of the text."""
    first: dict[tuple[int, str, int], Relation] = {}
    for t in sorted(told, key=lambda t: (t.span.start, t.span.end, t.predicate)):
        first.setdefault((t.subject, t.predicate, t.object), Relation(t.subject, t.predicate, t.object, t.span))
    return tuple(first.values())


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
        yield Told(tenure.person, predicate, office, tenure.tokens)
        if body is not None:
            yield Told(office, "officeOf", body, tenure.tokens)
