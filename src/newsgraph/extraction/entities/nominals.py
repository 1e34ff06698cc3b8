"""Mentions by common nouns: "eight policemen and soldiers", "the Kazakh authorities", "dozens of attackers"."""

from collections.abc import Mapping, Set

from newsgraph.extraction.entities.found import ORGANIZATIONS, PLACES, Found
from newsgraph.extraction.entities.measures import NUMBERS, counts_people, measure_above, measured, sharing
from newsgraph.extraction.entities.nouns import (
    OFFICE,
    PEOPLE,
    before_name,
    is_plural,
    noun_type,
    office_of,
    phrase_start,
)
from newsgraph.extraction.entities.phrases import label, phrase_tokens, trimmed
from newsgraph.extraction.entities.scenes import is_building
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge


def find(doc: Doc, *, taken: Set[int], skip: Set[int]) -> tuple[Found, ...]:
    """The noun phrases whose head the lexicon types, but for tokens of names and of times.

    Conjuncts that share one number or determiner make one mention ("eight policemen and soldiers"): the number says
    nothing about either alone, so an entity for each would claim what the text does not. Conjuncts that each have
    their own determiner, or none at all, are separate. A noun that only measures ("dozens of attackers") answers for
    the phrase that it measures.
    """
    heads = {t.i: type_ for t in doc if t.i not in taken and t.i not in skip and (type_ := _head_type(t))}
    shared = {c.i: t.i for t in doc if t.i in heads for c in sharing(t, heads)}
    return tuple(_found(doc[i], type_, heads, shared) for i, type_ in heads.items() if i not in shared)


def _head_type(token: Token) -> str | None:
    if token.pos_ == "NUM" or token.lower_ in NUMBERS:
        return "Group" if counts_people(token) else None
    titled = token.pos_ == "ADJ" and office_of(token) and before_name(token)
    if (token.pos_ not in {"NOUN", "PROPN"} or _qualifies(token)) and not titled:
        return None
    type_ = noun_type(token)
    if type_ == "Country" and token.lemma_.lower() == "state" and not _qualified(token):
        return None
    if type_ == "Organization":
        type_ = _body(token)
    if type_ == "Person" and is_plural(token):
        type_ = "Group"
    if token.lower_ == "bodies" and any(c.dep_ == "nummod" for c in token.children):
        return "Victims"
    if type_ and (office := office_of(token)) and " of " in office and not before_name(token):
        return None
    if type_ and token.dep_ in {"compound", "nmod"}:
        return type_ if _modifies(token, type_) else None
    if type_ == "Person" and office_of(token) and _names_an_office(token):
        return OFFICE
    return measured(token, type_)


def _body(token: Token) -> str:
    """What a noun for a body means here: an agency that reports, the house of a church."""
    if token.lemma_ == "church" and is_building(token):
        return "PlaceOfWorship"
    return "NewsAgency" if token.lemma_ == "agency" and _reports(token) else "Organization"


def _qualifies(token: Token) -> bool:
    """Whether a noun only says how something is, or that it is ("take place").

    Parsers call a noun that introduces a name an adjective, too.
    """
    if token.lower_ == "place" and token.dep_ == "dobj" and token.head.lemma_ == "take":
        return True
    introduces = token.dep_ == "amod" and token.tag_ == "NN" and before_name(token) and token.head.pos_ == "PROPN"
    return token.dep_ in {"amod", "npadvmod", "nummod"} and not introduces


def _reports(token: Token) -> bool:
    """Whether an agency reports or quotes, as news agencies do."""
    return token.dep_ == "nsubj" and token.head.lemma_ in {"report", "quote", "cite"}


def _modifies(token: Token, type_: str) -> bool:
    """Whether a noun before a noun is spoken of: before a name, an event, or somebody who belongs to it."""
    if token.head.pos_ == "PROPN":
        return True
    if token.head.pos_ != "NOUN":
        return False
    whole = noun_type(token.head)
    belongs = whole in PEOPLE and type_ in ORGANIZATIONS and phrase_start(token.head) > token.i
    return whole is None or belongs


def _qualified(token: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "nmod"} and c.i < token.i for c in token.children)


def _names_an_office(token: Token) -> bool:
    """ "elected president", "resigned as prime minister": no person, but the post."""
    alone = not any(c.dep_ in {"det", "poss", "nummod"} for c in token.children) and token.tag_ in {"NN", "NNP"}
    return alone and token.dep_ in {"attr", "oprd", "pobj", "dobj", "conj"} and not before_name(token)


def _found(head: Token, type_: str, heads: Mapping[int, str], shared: Mapping[int, int]) -> Found:
    partners = [i for i, first in shared.items() if first == head.i]
    kept = phrase_tokens(head, partners)
    measure = measure_above(head)
    if measure is not None:
        kept = sorted({*kept, *phrase_tokens(measure, [])})
    kept = trimmed(head.doc, kept)
    common = type_ if all(heads[i] == type_ for i in partners) else "Group"
    also = (*partners, *([measure.i] if measure is not None else []))
    span = (kept[0], max(kept) + 1)
    name = office_of(head) if common == OFFICE else None
    proper = _is_proper(head, common)
    if proper:
        owners = [i for i in range(kept[0], head.i - 1) if head.doc[i].tag_ == "POS"]
        span = (max([span[0], *(i + 1 for i in owners)]), span[1])
    kind = "Region" if proper and common == "Country" else common
    text = name or label(head.doc, *span)
    return Found(*span, head.i, MentionKind.NOMINAL, kind, text, also=also, sure=True, proper=proper)


def _is_proper(head: Token, type_: str) -> bool:
    """ "Rakhine state", "Evin prison": a proper noun right before a noun for a place makes a name of both."""
    before = head.doc[head.i - 1] if head.i else None
    named = (
        before is not None and before.pos_ == "PROPN" and before.head == head and before.dep_ in {"compound", "nmod"}
    )
    if not named or knowledge.people(head.doc[head.i - 1].text) is not None:
        return False
    return type_ in PLACES and not is_plural(head)
