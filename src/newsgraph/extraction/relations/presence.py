"""Who or what is where, told by a noun and its place alone: "the rebels in Aleppo", "a tank near the bridge"."""

from collections.abc import Iterator

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.prepositions import objects_of
from newsgraph.extraction.relations.found import Told
from newsgraph.extraction.relations.linked import NEGATIVE, asserts, fits

BEARERS = ("Person", "Group", "Organization", "Vehicle", "Weapon")
SITES = ("Facility", "Place", "Area", "Street")
WHERE = ("Place", "Country", "City", "Region", "BodyOfWater", "Facility")
INSIDE = frozenset({"in", "inside", "within", "across", "throughout", "at"})
NAMED = frozenset({"NOUN", "PROPN"})
OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "conj"})
KNOWN = frozenset({"the", "this", "these", "those", "our", "their", "its"})
BY = frozenset({"near", "around", "outside"})


def present(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """What the text puts at a place without a verb that says so."""
    for prep in doc:
        word = prep.lower_
        if prep.pos_ == "ADP" and prep.dep_ == "prep" and (word in INSIDE or word in BY):
            bearer = _bearer(prep, index)
            if bearer is not None and _is_so(bearer):
                yield from _at(bearer, prep, index)


def _bearer(prep: Token, index: EntityIndex) -> Token | None:
    """What stands right before the preposition: its governor, else the noun that ends there."""
    if prep.i == 0 or prep.is_sent_start:
        return None
    head, before = prep.head, prep.doc[prep.i - 1]
    if head.i < prep.i and head.pos_ in NAMED and index.at(head.i) is not None:
        return head
    if before.pos_ not in NAMED or before.dep_ not in OBJECTS or head.i > before.i:
        return None
    whole = before.head.head if before.dep_ == "pobj" and before.head.lower_ == "of" else before
    bearer = whole if _stands_for(whole, index) else before
    return bearer if _stands_for(bearer, index) else None


def _stands_for(noun: Token, index: EntityIndex) -> bool:
    return noun.pos_ in NAMED and index.at(noun.i) is not None


def _is_so(bearer: Token) -> bool:
    """Whether nothing around a noun says that it is not, or not yet, so; what is known already goes without saying."""
    if any(c.lower_ in NEGATIVE for c in bearer.children):
        return False
    if bearer.pos_ == "PROPN" or any(c.lower_ in KNOWN for c in bearer.children):
        return True
    verb = next((a for a in bearer.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return verb is None or bearer.dep_ in {"nsubj", "nsubjpass"} or asserts(verb)


def _at(bearer: Token, prep: Token, index: EntityIndex) -> Iterator[Told]:
    entity = index.at(bearer.i)
    for word in objects_of(prep):
        place = index.at(word.i)
        if entity is None or place is None or place == entity or not fits(index, place, WHERE):
            continue
        ends = bearer, word
        if fits(index, entity, BEARERS):
            yield Told(entity, "presentIn" if prep.lower_ in INSIDE else "presentNear", place, ends, ends)
        elif fits(index, entity, SITES) and not index.entities[entity].named:
            yield Told(entity, "locatedIn" if prep.lower_ in INSIDE else "near", place, ends, ends)
