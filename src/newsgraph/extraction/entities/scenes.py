"""Names that stand where only a place can stand: "in X" behind what happens, "the X mayor", "the X church shooting"."""

from collections.abc import Iterator
from functools import cache

from newsgraph.extraction.entities.found import PLACES
from newsgraph.extraction.entities.nouns import is_common, is_event_noun, noun_type, office_of
from newsgraph.extraction.parse import Span, Token
from newsgraph.ontology import knowledge
from newsgraph.ontology.lexicon import Trigger, lexicon
from newsgraph.ontology.vocabulary import vocabulary

IN = frozenset({"in", "near", "outside", "through"})
# Kinds of events that are somewhere; what is believed in or invested in is no place.
HAPPENINGS = ("Assault", "Disaster", "LifeEvent", "Protest", "Coercion", "Consultation", "Movement")
ATTACKS = ("Attack", "Killing", "Kidnapping", "Disaster")
# Who belongs to a town, and what it has.
CIVIC = frozenset(
    "mayor mayoress governor resident inhabitant suburb outskirts district neighbourhood neighborhood "
    "alderman councillor councilwoman councilman".split()
)
WITHIN = frozenset({"in", "at", "near", "outside", "inside", "into"})
# What is done to houses.
REACHED = frozenset(
    "enter reach attack storm raid bomb shell burn torch destroy damage ransack vandalise vandalize loot rebuild "
    "build visit target".split()
)
NAME = frozenset({"compound", "nmod"})
# How many words the name of a town that no list has may have here.
LONGEST = 2


def is_scene(span: Span) -> bool:
    """Whether a name stands behind "in" and the like, and what is in it happens or is itself a place."""
    doc, root = span.doc, span.root
    prep = doc[span.start - 1] if span.start else root
    if prep.lower_ not in IN or root.dep_ != "pobj" or root.head != prep:
        return False
    return _happens(prep.head) or _is_place(prep.head)


def takes_place(span: Span) -> bool:
    """Whether a name, which is no common noun in capitals, stands where only that of a place can stand."""
    return not any(is_common(t.lower_) for t in span) and (is_scene(span) or names_town(span))


def is_building(noun: Token) -> bool:
    """Whether a noun for a body means its house: "outside a church", "leaving a church", "the church shooting".

    Who leaves "the church" may leave the body.
    """
    if noun.dep_ in NAME:
        return is_event_noun(noun.head.lemma_.lower())
    if noun.dep_ == "dobj" and noun.head.lemma_ == "leave":
        return any(c.lower_ in {"a", "an"} for c in noun.children)
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in REACHED
    return noun.dep_ in {"pobj", "nsubjpass"} and (noun.head.lower_ in WITHIN or noun.head.lemma_ in REACHED)


def is_unread_place(span: Span) -> bool:
    """Whether a run of capitals that the name reader passed over is a place by where it stands."""
    words = [t.lower_ for t in span]
    plain = all(t.is_alpha and t.text.istitle() and not t.ent_type_ for t in span)
    common = any(is_common(word) or is_event_noun(word) for word in words) or knowledge.people(span.text)
    if not plain or common or len(span) > LONGEST or (span.root.children and _is_described(span)):
        return False
    return is_scene(span)


def names_town(span: Span) -> bool:
    """Whether a name stands before who or what belongs to a town ("Brno mayor X"), or before where an attack was."""
    head = span.root.head
    if span.root.dep_ not in NAME or head.i < span.end:
        return False
    between = span.doc.tokens[span.end : head.i]
    if not between:
        return head.lemma_.lower() in CIVIC
    return head.lemma_.lower() in _attacks() and any(map(_is_target, between))


def _is_described(span: Span) -> bool:
    """Whether an article or a number stands with the run, which are not those of towns."""
    inside = {t.i for t in span}
    return any(c.i not in inside and c.dep_ in {"det", "nummod", "poss"} for c in span.root.children)


def _is_target(word: Token) -> bool:
    """Whether a noun before an event noun tells what the attack hit."""
    return word.dep_ in NAME and (noun_type(word) in PLACES or word.lemma_ == "church")


def _happens(word: Token) -> bool:
    """Whether a word tells what is somewhere."""
    if word.pos_ == "VERB":
        return word.lemma_.lower() in _verbs()
    return word.pos_ == "NOUN" and is_event_noun(word.lemma_.lower())


def _is_place(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun_type(noun) in PLACES and office_of(noun) is None


@cache
def _verbs() -> frozenset[str]:
    """The verbs that tell happenings, of one word each."""
    return frozenset(v for trigger in _triggers(HAPPENINGS) for v in trigger.verbs if " " not in v)


@cache
def _attacks() -> frozenset[str]:
    """The nouns that tell what was done to places and those in them."""
    return frozenset(noun for trigger in _triggers(ATTACKS) for noun in trigger.nouns)


def _triggers(kinds: tuple[str, ...]) -> Iterator[Trigger]:
    terms = vocabulary()
    return (t for t in lexicon().triggers if any(terms.is_a(t.event, kind) for kind in kinds))
