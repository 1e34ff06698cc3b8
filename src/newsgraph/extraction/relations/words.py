"""Relations that a noun or a verb of the lexicon states."""

import re
from collections.abc import Iterator
from functools import cache

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.grammar import functions
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.relations.found import Told
from newsgraph.extraction.relations.linked import STATES, asserts, fits, is_former, is_real, linked, modifiers
from newsgraph.extraction.subjects import is_passive
from newsgraph.model.findings import Entity, MentionKind
from newsgraph.model.text import Span
from newsgraph.ontology.relation_words import RelationWord, relation_words

LONGEST = 3
APPOINTING = frozenset({"appoint", "elect", "name", "hire"})
# Words that make a leader one who does not lead the body beside it.
UNDER = frozenset({"opposition", "deputy", "vice", "assistant", "associate"})


def by_nouns(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """ "a spokesperson for the Interior Ministry", "Kazakhstan's metropolis Almaty", "X is a member of Y"."""
    for noun in doc:
        if noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        listed = noun.lower_ in _ends() or noun.lemma_.casefold() in _ends()
        if not listed and (noun.pos_ != "NOUN" or not noun.lower_.endswith(_endings())):
            continue
        phrases = _phrases(noun)
        for entry in relation_words().nouns:
            if not (_is_said(noun, phrases, entry) and is_real(noun)) or is_former(noun):
                continue
            if entry.predicate != "leads" or modifiers(noun).isdisjoint(UNDER):
                yield from _of_noun(noun, entry, index)


def _is_said(noun: Token, phrases: frozenset[str], entry: RelationWord) -> bool:
    """Whether an entry has a noun, with the words before it, or its ending."""
    return not phrases.isdisjoint(entry.words) or noun.lower_.endswith(entry.endings)


@cache
def _endings() -> tuple[str, ...]:
    """The endings of nouns of which any noun states a relation."""
    return tuple(ending for entry in relation_words().nouns for ending in entry.endings)


@cache
def _ends() -> frozenset[str]:
    """The last words of all nouns that state a relation."""
    known = [word for entry in relation_words().nouns for word in entry.words]
    return frozenset(end for word in known for end in (word.split()[-1], re.split(r"\W", word)[-1]))


def _phrases(noun: Token) -> frozenset[str]:
    """The noun, as it is and as its lemma, with up to two words before it."""
    starts = range(max(noun.i - LONGEST + 1, noun.sent.start), noun.i + 1)
    before = [noun.doc[i : noun.i].text_with_ws.casefold() for i in starts]
    return frozenset(run + form for run in before for form in (noun.lemma_.casefold(), noun.lower_))


def _of_noun(noun: Token, entry: RelationWord, index: EntityIndex) -> Iterator[Told]:
    if entry.slot:
        yield from _between(noun, entry, index)
        return
    said = _bearer(noun, index)
    bearer = index.at(said.i) if said is not None else None
    if said is None or bearer is None or not fits(index, bearer, entry.bearers):
        return
    if noun.tag_ in {"NNS", "NNPS"} and index.entities[bearer].named:
        return
    beside = _name_beside(noun, bearer, index)
    for _, word, entity in linked(noun, index, entry.links, entry.fillers):
        if entity != bearer:
            yield _told(entry, (beside if said == noun else said, word), (bearer, entity), (noun, beside, word))


def _between(noun: Token, entry: RelationWord, index: EntityIndex) -> Iterator[Told]:
    """What a noun ties together: "the bank's headquarters in Bonn"."""
    slots = frozenset(entry.slot.split())
    for _, said, bearer in linked(noun, index, slots, entry.bearers):
        for _, word, entity in linked(noun, index, entry.links, entry.fillers):
            if entity != bearer:
                yield _told(entry, (said, word), (bearer, entity), (noun, said, word))


def by_names(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """What a name says with what hangs on it: "Jane Roe, 43, of Boston", "Russia's Foreign Ministry"."""
    for name in doc:
        bearer = index.at(name.i) if name.pos_ == "PROPN" and name.children else None
        if bearer is None or not index.entities[bearer].named:
            continue
        for entry in relation_words().names:
            if fits(index, bearer, entry.bearers):
                for filler in functions(name):
                    entity = index.at(filler.head.i)
                    near = filler.near and filler.function in entry.links and entity != bearer
                    near = near and (not entry.comma or _set_off(name, filler.head))
                    if near and entity is not None and fits(index, entity, entry.fillers):
                        yield _told(entry, (name, filler.head), (bearer, entity), (name, filler.head))


def _set_off(name: Token, word: Token) -> bool:
    """Whether a comma stands between the two: "Jane Roe, 43, of Boston", not "the Duke of York"."""
    return any(t.text == "," for t in name.doc[name.i + 1 : word.i])


def _name_beside(noun: Token, bearer: int, index: EntityIndex) -> Token:
    """The name that the noun describes, else the noun, so that the evidence shows both."""
    near = (noun.head, *noun.children)
    return next((t for t in near if t.pos_ == "PROPN" and t.i != noun.i and index.at(t.i) == bearer), noun)


def _bearer(noun: Token, index: EntityIndex) -> Token | None:
    """The word for what the noun is said of: itself, or the subject of "X is a member"."""
    if noun.dep_ == "oprd" and noun.head.lemma_ in APPOINTING and is_passive(noun.head) and asserts(noun.head):
        return next((c for c in noun.head.children if c.dep_ == "nsubjpass" and index.at(c.i) is not None), None)
    if noun.dep_ in {"attr", "oprd"} and noun.head.lemma_ in STATES:
        subjects = (c for c in noun.head.children if c.dep_ == "nsubj" and index.at(c.i) is not None)
        return next(subjects, None) if _holds_now(noun.head) else None
    entity = index.at(noun.i)
    return noun if entity is not None and _is_head(index.entities[entity], noun) else None


def _is_head(entity: Entity, noun: Token) -> bool:
    """Whether the noun heads a mention and is no part of a name."""
    head = Span(noun.idx, noun.idx + len(noun))
    return any(m.head == head and m.kind is MentionKind.NOMINAL for m in entity.mentions)


def _holds_now(verb: Token) -> bool:
    return asserts(verb) and verb.lower_ not in {"was", "were"}


def by_verbs(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """ "X is based in Y", "the Moscow-based company", "X leads Y"."""
    for verb in doc:
        for entry in relation_words().verbs:
            if verb.pos_ == "VERB" and verb.lemma_ in entry.words and _states(verb, entry):
                yield from _of_verb(verb, entry, index)


def _states(verb: Token, entry: RelationWord) -> bool:
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return asserts(verb) and (entry.past or not past) and not any(c.lower_ == "used" for c in verb.ancestors)


def _of_verb(verb: Token, entry: RelationWord, index: EntityIndex) -> Iterator[Told]:
    fillers = [*functions(verb)]
    bearers = [(f.head, e) for f in fillers if f.function == entry.slot and (e := index.at(f.head.i)) is not None]
    objects = [(f.head, e) for f in fillers if f.function in entry.links and (e := index.at(f.head.i)) is not None]
    if verb.dep_ == "amod":
        objects += [(c, e) for c in verb.children if c.dep_ == "npadvmod" and (e := index.at(c.i)) is not None]
    for said, bearer in bearers:
        for word, entity in objects:
            if entity != bearer and fits(index, bearer, entry.bearers) and fits(index, entity, entry.fillers):
                yield _told(entry, (said, word), (bearer, entity), (verb, word))


def _told(entry: RelationWord, words: tuple[Token, Token], ends: tuple[int, int], tokens: tuple[Token, ...]) -> Told:
    (bearer, filler), (one, other) = ends, words
    if entry.inverse:
        return Told(filler, entry.predicate, bearer, tokens, (other, one), entry.confidence)
    return Told(bearer, entry.predicate, filler, tokens, (one, other), entry.confidence)
