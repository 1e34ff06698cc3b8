"""Places within places: "Almaty, Kazakhstan", "the airport in Almaty", "Almaty in Kazakhstan"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.relations.found import Told
from newsgraph.extraction.relations.linked import fits
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

SMALL = ("City", "Facility", "Region")
LARGE = ("Country", "Region", "City")
ORDER = {"Facility": 0, "City": 1, "Region": 2, "Country": 3}


def within(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """The places that the text puts inside others."""
    for token in doc:
        entity = index.at(token.i)
        if entity is None or not fits(index, entity, SMALL) or not _ends_mention(token, entity, index):
            continue
        for other in (*_after_comma(token), *_in(token)):
            large = index.at(other.i)
            if large is not None and large != entity and _contains(index, large, entity):
                yield Told(entity, "locatedIn", large, (token, other))


def _ends_mention(token: Token, entity: int, index: EntityIndex) -> bool:
    end = token.idx + len(token)
    return any(m.span.end == end and m.kind is not MentionKind.ADJECTIVE for m in index.entities[entity].mentions)


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


def _contains(index: EntityIndex, large: int, small: int) -> bool:
    """A wider kind of place than the other; what the files know of a city is not contradicted."""
    if not fits(index, large, LARGE) or not index.entities[large].named:
        return False
    one, other = index.entities[small], index.entities[large]
    kind = "Facility" if fits(index, small, ("Facility",)) else one.type
    if ORDER.get(kind, 0) >= ORDER.get(other.type, 3) or not one.named:
        return False
    countries = {s.country for name in (one.label, *one.alt_labels) for s in knowledge.settlements(name)}
    place = knowledge.by_iri(other.known)
    return one.type != "City" or other.type != "Country" or place is None or not countries or place.code in countries
