"""Relations that a noun or a verb of the lexicon states."""

import re
from collections.abc import Iterator
from functools import cache

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.grammar import functions
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.relations.found import Told
from newsgraph.extraction.relations.linked import STATES, asserts, fits, is_former, is_real, linked, modifiers
from newsgraph.model.findings import Entity, MentionKind
from newsgraph.model.text import Span
from newsgraph.ontology.relation_words import RelationWord, relation_words

LONGEST = 3
# Words that make a leader one who does not lead the body beside it.
UNDER = frozenset({"opposition", "deputy", "vice", "assistant", "associate"})


def by_nouns(doc: Doc, index: EntityIndex) -> Iterator[Told]:
    """ "a spokesperson for the Interior Ministry", "Kazakhstan's metropolis Almaty", "X is a member of Y"."""
    for noun in doc:
        if noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        if noun.lower_ not in _ends() and noun.lemma_.casefold() not in _ends():
            continue
        phrases = _phrases(noun)
        for entry in relation_words().nouns:
            if phrases.isdisjoint(entry.words) or not is_real(noun) or is_former(noun):
                continue
            if entry.predicate != "leads" or modifiers(noun).isdisjoint(UNDER):
                yield from _of_noun(noun, entry, index)


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


def _name_beside(noun: Token, bearer: int, index: EntityIndex) -> Token:
    """The name that the noun describes, else the noun, so that the evidence shows both."""
    near = (noun.head, *noun.children)
    return next((t for t in near if t.pos_ == "PROPN" and t.i != noun.i and index.at(t.i) == bearer), noun)


def _bearer(noun: Token, index: EntityIndex) -> Token | None:
    """The word for what the noun is said of: itself, or the subject of "X is a member"."""
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
        return Told(filler, entry.predicate, bearer, tokens, (other, one))
    return Told(bearer, entry.predicate, filler, tokens, (one, other))
