"""Clauses, names and numbers that parsers hang on the wrong noun, hung where news means them."""

from collections.abc import Callable

from newsgraph.extraction.entities.nouns import is_event_noun, is_people, noun_type
from newsgraph.extraction.parse import Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HARM = frozenset("die kill injure wound hurt burn drown".split())
# What a reporting clause at the end of a sentence is taken for where its subject was lost.
ASIDES = frozenset({"advcl", "conj", "acl", "relcl", "dep", "parataxis"})
CONTENT = frozenset({"ccomp", "dobj", "xcomp"})


def rehang(word: Token, reports: Callable[[Token], bool]) -> None:
    """Mends what hangs wrong at one word."""
    _give_magnitude(word)
    _give_who(word)
    _give_scene(word)
    _give_theme(word)
    _give_toll(word)
    _give_aside(word)
    _give_verb(word)
    if word.pos_ == "VERB" and reports(word):
        _give_speaker(word)


def _give_magnitude(number: Token) -> None:
    """ "An earthquake of magnitude 6.8 struck Peru": the number is no subject."""
    if number.tag_ == "CD" and number.dep_ in SUBJECTS and number.i and number.nbor(-1).lemma_ == "magnitude":
        number.hang(number.nbor(-1), "nummod")


def _give_who(clause: Token) -> None:
    """ "The drivers of the capital, Lima, who struck": persons are who, not places."""
    noun = clause.head
    who = any(c.tag_ == "WP" and c.dep_ in SUBJECTS for c in clause.children)
    if clause.dep_ != "relcl" or not who or noun.dep_ != "pobj" or not _is_place(noun):
        return
    owner = noun.head.head
    if owner.pos_ == "NOUN" and is_people(noun_type(owner) or ""):
        clause.hang(owner, "relcl")


def _is_place(noun: Token) -> bool:
    return noun.ent_type_ in PLACES or any(c.dep_ == "appos" and c.ent_type_ in PLACES for c in noun.children)


def _give_scene(clause: Token) -> None:
    """ "The bombing of a station in which three people died": they died in the bombing."""
    noun, prep = clause.head, next((c for c in clause.children if c.dep_ == "prep" and c.lower_ == "in"), None)
    if clause.dep_ != "relcl" or clause.lemma_ not in HARM or prep is None or noun.dep_ != "pobj":
        return
    event = noun.head.head
    relative = any(c.tag_ == "WDT" for c in prep.children) and prep.i < clause.i
    if relative and event.pos_ == "NOUN" and is_event_noun(event.lemma_) and not is_event_noun(noun.lemma_):
        clause.hang(event, "relcl")


def _give_theme(noun: Token) -> None:
    """ "bought the battery firm Volta": where nothing is given, nobody is given it."""
    bare = not any(c.dep_ in CONTENT or c.dep_ == "attr" for c in noun.head.children)
    if noun.dep_ == "dative" and noun.pos_ in {"NOUN", "PROPN"} and noun.i > noun.head.i and bare:
        noun.dep_ = "dobj"


def _give_toll(prep: Token) -> None:
    """ "Bringing the death toll from the accident to 12": the toll is that of the accident."""
    noun = prep.nbor(-1) if prep.i else prep
    if prep.lower_ == "from" and prep.dep_ == "prep" and noun.lemma_ == "toll" and noun.head == prep.head:
        prep.hang(noun, "prep")


def _give_aside(noun: Token) -> None:
    """ "Visited Beira, the port hit by a storm": the port is Beira, and no second object."""
    comma = noun.left_edge.i - 1
    if noun.dep_ != "dobj" or noun.pos_ != "NOUN" or comma < 1 or noun.doc[comma].text != ",":
        return
    name, article = noun.doc[comma - 1], noun.left_edge.lower_ in {"the", "a", "an"}
    if article and name.pos_ == "PROPN" and name.dep_ == "dobj" and name.head == noun.head:
        noun.hang(name, "appos")


def _give_verb(verb: Token) -> None:
    """ "The Front, a rebel group, denied that ...": what follows a name and its aside is the verb of the sentence."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.dep_ != "ROOT" or noun.i > verb.i:
        return
    aside = any(c.dep_ == "appos" and c.i < verb.i for c in noun.children) and verb.nbor(-1).text == ","
    active = any(c.dep_ in CONTENT and c.i > verb.i for c in verb.children)
    if aside and active and not any(c.dep_ == "agent" for c in verb.children):
        verb.tag_ = "VBD"
        verb.hang(verb, "ROOT")
        for child in [c for c in noun.children if c.i > verb.i]:
            child.hang(verb, child.dep_)
        noun.hang(verb, "nsubj")


def _give_speaker(verb: Token) -> None:
    """ "... at its plant in Gyor, the firm's director, Ana Kiss, said": the director is no other name of Gyor."""
    told_first = verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if not (told_first or verb.dep_ in ASIDES) or any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children):
        return
    noun = verb.doc[verb.i - (2 if verb.nbor(-1).text == "," else 1)] if verb.i > verb.sent.start + 1 else verb
    while noun.dep_ == "appos" and _is_person(noun.head) and noun.head.i < noun.i:
        noun = noun.head
    told = noun.head if noun.dep_ == "appos" and _is_aside(noun, verb) else noun
    if told.is_ancestor(verb):
        return  # what a name committed itself to is nothing that it said
    if noun.dep_ == "appos" and _is_person(noun) and not _is_person(noun.head) and noun.head.i < noun.i < verb.i:
        told.hang(verb, "nsubj")
        verb.dep_ = verb.dep_ if told_first else "parataxis"


def _is_aside(noun: Token, verb: Token) -> bool:
    """Whether a noun right before the verb only says who the name before it is: "Makame, the police chief, said"."""
    name, closed = noun.head, verb.nbor(-1).text == "," and noun.i == verb.i - 2
    return noun.pos_ == "NOUN" and name.pos_ == "PROPN" and name.i == noun.left_edge.i - 2 and closed


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and is_people(noun_type(noun) or ""))
