"""Places within places: "Almaty, Kazakhstan", "the airport in Almaty", "Almaty in Kazakhstan"."""

from collections.abc import Iterator

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.headings import source_lines
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.relations.found import INFERRED, Told
from newsgraph.extraction.relations.linked import fits
from newsgraph.model.findings import Entity, MentionKind
from newsgraph.ontology import knowledge

SMALL = ("City", "Facility", "Region", "BodyOfWater", "Place")
LARGE = ("Country", "Region", "City", "Place")
ORDER = {"Facility": 0, "BodyOfWater": 0, "City": 1, "Place": 1, "Region": 2, "Country": 3}
# Adjectives that may stand between "in" and the wider place ("in neighbouring Niger").
LONGEST_GAP = 2
# How sure it is that a body is at home where a source line names it.
SOURCE_LINE = 0.8
# How many times larger than its namesakes a city is whose country needs no telling.
FAMOUS = 8


def within(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """The places that the text puts inside others."""
    for token in doc:
        entity = index.at(token.i)
        if entity is None or not fits(index, entity, SMALL) or not _ends_mention(token, entity, index):
            continue
        for other in (*_after_comma(token), *_in(token), *_owner(token)):
            large = index.at(other.i)
            if large is not None and large != entity and _contains(index, large, entity):
                yield Told(entity, "locatedIn", large, (token, other), (token, other))


def seats(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """Where the papers and stations of source lines are at home."""
    for place, body in source_lines(doc):
        city, source = index.at(place.end - 1), index.at(body.end - 1)
        if city is not None and source is not None and fits(index, source, ("Organization",)):
            ends = body[-1], place[-1]
            yield Told(source, "basedIn", city, ends, ends, SOURCE_LINE)


def known(index: EntityIndex, doc: Doc, placed: frozenset[int]) -> tuple[EntityIndex, tuple[Told, ...]]:
    """What the files know of cities and regions: which countries they lie in, those that the text does not name too.

    `placed` are those that the text itself puts into a country.
    """
    named = ((n, e, _first_name(doc, e)) for n, e in enumerate(index.entities) if n not in placed)
    small = [(n, code, name) for n, e, name in named if name is not None and (code := _country_of(e))]
    countries = {p.code: n for n, e in enumerate(index.entities) if e.type == "Country" and (p := _place(e))}
    far = (code for n, code, _ in small if code not in countries and _famous(index.entities[n]))
    unnamed = [code for code in dict.fromkeys(far) if knowledge.by_code(code)]
    wider = index.with_entities(tuple(_country(code) for code in unnamed), {})
    countries |= {code: len(index.entities) + n for n, code in enumerate(unnamed)}
    found = ((n, countries[code], name) for n, code, name in small if code in countries)
    told = (Told(n, "locatedIn", large, (name,), (name, name), INFERRED) for n, large, name in found)
    return wider, tuple(t for t in told if t.subject != t.object)


def _famous(place: Entity) -> bool:
    """Whether a name alone tells which city is meant: no other of that name is a tenth as large."""
    first, *others = sorted(s.population for s in knowledge.settlements(place.label)) or [0]
    return place.type != "City" or not others or others[-1] >= FAMOUS * (others[-2] if len(others) > 1 else first)


def _country(code: str) -> Entity:
    """A country that the text does not name."""
    found = knowledge.by_code(code)
    if found is None:
        raise KeyError(code)
    return Entity(found.name, found.type, (), known=found.iri, named=True)


def _place(entity: Entity) -> knowledge.Territory | None:
    return knowledge.by_iri(entity.known)


def _country_of(entity: Entity) -> str | None:
    """The code of the country of a named city or region that the files know."""
    if entity.known is None or not entity.named:
        return None
    if entity.type == "City":
        cities = (c for name in (entity.label, *entity.alt_labels) for c in knowledge.settlements(name))
        return next((c.country for c in cities if c.iri == entity.known), None)
    place = _place(entity) if entity.type == "Region" else None
    return place.parent if place else None


def _first_name(doc: Doc, entity: Entity) -> Token | None:
    name = next((m for m in entity.mentions if m.kind is MentionKind.NAME), None)
    found = None if name is None else doc.char_span(name.head.start, name.head.start + 1, alignment_mode="expand")
    return found[0] if found is not None and found.start_char == found[0].idx else None


def _ends_mention(token: Token, entity: int, index: EntityIndex) -> bool:
    end = token.idx + len(token)
    return any(m.span.end == end and m.kind is not MentionKind.ADJECTIVE for m in index.entities[entity].mentions)


def _owner(token: Token) -> Iterator[Token]:
    """ "Beijing's Tiananmen Square"."""
    if token.pos_ == "PROPN":
        yield from (c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN")


def _after_comma(token: Token) -> Iterator[Token]:
    """ "Almaty, Kazakhstan": two names and a comma, and no third one, for that would be a list."""
    run = token.doc[token.i + 1 : token.i + 3]
    if len(run) == 2 and run[0].text == "," and run[1].pos_ == "PROPN" and not _in_list(token, run[1]):
        yield run[1]


def _in_list(one: Token, other: Token) -> bool:
    return other.dep_ == "conj" or any(c.dep_ in {"conj", "cc"} for c in (*one.children, *other.children))


def _in(token: Token) -> Iterator[Token]:
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "in" and prep.i > token.i:
            yield from (c for c in prep.children if c.dep_ == "pobj")
    yield from _right_after(token)


def _right_after(token: Token) -> Iterator[Token]:
    """ "Niamey in neighbouring Niger": the parser may hang "in" on the verb."""
    doc, after = token.doc, token.i + 1
    if after >= len(doc) or doc[after].lower_ != "in" or token.pos_ != "PROPN":
        return
    for other in doc[after + 1 : after + 2 + LONGEST_GAP]:
        if other.pos_ == "PROPN":
            yield other.head if other.dep_ == "compound" and other.head.pos_ == "PROPN" else other
            return
        if other.pos_ not in {"ADJ", "DET", "VERB"}:
            return


def _contains(index: EntityIndex, large: int, small: int) -> bool:
    """A wider kind of place than the other; what the files know of a city is not contradicted."""
    if not fits(index, large, LARGE) or not index.entities[large].named:
        return False
    one, other = index.entities[small], index.entities[large]
    kind = "Facility" if fits(index, small, ("Facility",)) else one.type
    if kind == "Place" and other.type == "Place":
        return False
    level, above = ORDER.get(kind, 0), ORDER.get(other.type, 3)
    if level > above or (level == above and "Region" not in {kind, other.type}) or not one.named:
        return False
    countries = {s.country for name in (one.label, *one.alt_labels) for s in knowledge.settlements(name)}
    place = knowledge.by_iri(other.known)
    return one.type != "City" or other.type != "Country" or place is None or not countries or place.code in countries
