"""Mends what parsers of English get wrong in news time and again, before anything is read off the parse."""

import re
from collections.abc import Callable

from newsgraph.extraction.entities.nouns import is_people, noun_type
from newsgraph.extraction.entities.seats import is_seat
from newsgraph.extraction.headings import mark_source_lines
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.rehanging import rehang

# "LUSAKA, Nov 12 (Agency) - ": where and when a story was filed, at its start. No part of its first sentence.
DATELINE = re.compile(
    r"\A\s*(?:[A-Z][\w.'’-]+ ){1,3}?\([A-Za-z][\w/ -]{1,11}\) ?(?:--|[-–—]) |"
    r"\A\s*(?=[A-Z]{2})[A-Z][A-Z .'’/-]+(?:, ?[A-Z][\w .]+){0,2}?(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([\w .,/-]{2,40}\))? ?(?:--|[-–—]) "
)


# Nouns for persons that take their body behind "of" or "for"; a name after that body is the person's.
HOLDERS = frozenset(
    "chairman chairwoman chairperson chair president director head leader chief minister secretary spokesman "
    "spokeswoman spokesperson commander governor mayor founder owner editor manager ambassador premier coach captain "
    "member adviser author envoy wife husband son daughter brother sister father mother".split()
)


def without_dateline(text: str) -> str:
    """The text with its dateline blanked out, so that all offsets stay.

    >>> without_dateline("LUSAKA, Nov 12 - Miners struck.").strip()
    'Miners struck.'
    """
    found = DATELINE.match(text)
    return text if found is None else " " * found.end() + text[found.end() :]


def mend(doc: Doc, reports: Callable[[Token], bool]) -> Doc:
    """Trailing reporting clauses ("..., the paper said") hang as asides on what they report."""
    mark_source_lines(doc)
    for verb in doc:
        _name_subject(verb)
        _give_name(verb)
        _give_place(verb)
        _give_bearer(verb)
        _give_storm(verb)
        _give_day_before(verb)
        _give_day(verb)
        _give_object(verb)
        rehang(verb, reports)
        if reports(verb):
            _give_clause(verb)
        _rehang(verb, reports)
        _verb_after_all(verb)
        if verb.dep_ == "advcl" and _is_told_first(verb) and reports(verb.head):
            verb.dep_ = "ccomp"
        if verb.dep_ == "ccomp" and verb.i < verb.head.i and _is_spliced(verb):
            verb.dep_ = "parataxis"
        if verb.dep_ == "conj" and reports(verb) and not _is_coordinated(verb):
            _give_subject(verb)
            if any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
                verb.dep_ = "parataxis"
    return doc


def _name_subject(verb: Token) -> None:
    """A name that was read as part of a compound with the finite verb behind it is the verb's subject."""
    if verb.tag_ in {"VBZ", "VBD"} and not any(c.dep_ == "nsubj" for c in verb.children):
        for child in verb.children:
            if child.dep_ == "compound" and child.pos_ == "PROPN" and child.i == verb.i - 1:
                child.dep_ = "nsubj"


def _give_name(name: Token) -> None:
    """ "The chairman of the union, Jane Roe, left": the person is the chairman, not the union."""
    body = name.head
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or body.dep_ != "pobj" or body.ent_type_ == "PERSON":
        return
    noun = body.head.head
    if body.head.dep_ == "prep" and body.head.i == noun.i + 1 and noun.tag_ == "NN" and noun.lemma_ in HOLDERS:
        name.hang(noun, "appos")


def _give_place(prep: Token) -> None:
    """ "The minister met his colleague, Ana Silva, in Lisbon": nobody is called so; the place is that of the verb."""
    name = prep.head
    if prep.lower_ not in {"in", "at"} or prep.dep_ != "prep" or name.ent_type_ != "PERSON" or name.i > prep.i:
        return
    place = any(c.dep_ == "pobj" and c.ent_type_ in {"GPE", "LOC", "FAC", "ORG"} for c in prep.children)
    verb = next((a for a in name.ancestors if a.pos_ == "VERB" and a.i < name.i), None)
    if place and verb is not None:
        prep.hang(verb, "prep")


def _give_bearer(name: Token) -> None:
    """ "The mayor of Beira, Ana Silva": a person is no place and no body; the name is that of the mayor.

    And so it is with "the capital of Mozambique, Maputo".
    """
    body, noun = name.head, name.head.head.head
    if name.dep_ != "appos" or body.dep_ != "pobj" or body.head.lower_ not in {"of", "for"}:
        return
    if noun.lemma_ in SEATS and is_seat(name, body):
        name.hang(noun, "appos")
        return
    person = name.ent_type_ == "PERSON" and body.ent_type_ in {"GPE", "LOC", "ORG", "NORP", "FAC"}
    owner = noun.lemma_ in OWNERS and name.pos_ == "PROPN" and body.pos_ == "NOUN"
    if owner or (person and is_people(noun_type(noun) or "")):
        name.hang(noun, "appos")


def _give_day_before(prep: Token) -> None:
    """ "Rescuers on Tuesday pulled ...": the day between subject and verb is that of the verb."""
    noun = prep.head
    if prep.lower_ != "on" or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.i > prep.i or prep.dep_ != "prep":
        return
    day = next((c for c in prep.children if c.dep_ == "pobj"), None)
    verb = noun.head
    if day is not None and day.lower_ in WEEKDAYS and prep.i < day.i < verb.i and verb.pos_ in {"VERB", "AUX"}:
        prep.hang(verb, "prep")


def _give_storm(kind: Token) -> None:
    """ "Hurricane Ana hit the coast": the storm is what hits; its name stands beside it."""
    name = kind.head
    if kind.lower_ in STORMS and kind.dep_ == "compound" and name.i == kind.i + 1 and name.pos_ == "PROPN":
        kind.hang(name.head, name.dep_)
        for child in [c for c in name.children if c.dep_ != "compound"]:
            child.hang(kind, child.dep_)
        name.hang(kind, "nmod")
        kind.pos_, kind.tag_ = "NOUN", "NN"


def _give_day(verb: Token) -> None:
    """ "The union on Friday imposed sanctions": the day is the preposition's object, and the participle a verb."""
    noun, prep = verb.head, verb.head.head
    day = next((c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in WEEKDAYS and c.i == verb.i - 1), None)
    if verb.dep_ != "amod" or day is None or noun.dep_ != "pobj" or prep.lower_ != "on" or prep.i != day.i - 1:
        return
    subject = prep.head
    if subject.pos_ not in {"NOUN", "PROPN"}:
        return
    verb.tag_, verb.pos_ = "VBD", "VERB"
    verb.hang(verb if subject.dep_ == "ROOT" else subject.head, subject.dep_)
    for word, head, dep in ((subject, verb, "nsubj"), (prep, verb, "prep"), (day, prep, "pobj"), (noun, verb, "dobj")):
        word.hang(head, dep)


def _give_clause(verb: Token) -> None:
    """ "An earthquake hit near Lima, the institute said": what was read as a participle is the verb of the clause."""
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if noun is None or subject is None or noun.i > subject.i:
        return
    inner = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.i > noun.i), None)
    if inner is not None and any(t.text == "," for t in verb.doc[inner.i : subject.i]):
        inner.tag_ = "VBD"
        inner.hang(verb, "ccomp")
        noun.hang(inner, "nsubj")


def _give_object(verb: Token) -> None:
    """In "Police arrested 20 people, the Observatory said" it is the name that says so, not the people."""
    for noun in [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]:
        name = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < noun.i), None)
        if inner is None and verb.dep_ in {"advcl", "conj"} and verb.head.i < noun.left_edge.i:
            inner = verb.head
        if name is None or inner is None or any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in inner.children):
            continue
        if not any(t.is_punct for t in verb.doc[inner.i : noun.i]):
            name.hang(verb, "nsubj")
            noun.hang(inner, "dobj")
            if verb.head == inner:
                verb.dep_ = "parataxis"


def _verb_after_all(word: Token) -> None:
    """ "..., the Red Cross estimates": a plural noun with subject and content clause is a verb."""
    if word.tag_ == "NNS" and word.dep_ == "ROOT" and {"nsubj", "ccomp"} <= {c.dep_ for c in word.children}:
        word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", word.lower_.removesuffix("s")


def _rehang(verb: Token, reports: Callable[[Token], bool]) -> None:
    """A past tense is not coordinated with an infinitive or a gerund: it belongs to the finite verb above.

    "He refused to concede and said ..."; and a predicate of speech behind a perfect ("It denied that troops had fired
    and accused the rebels", "said the vote had been calm but criticised ...") goes with the speech above.
    """
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in {"nsubj", "aux", "auxpass"} for c in verb.children):
        return
    perfect = head.tag_ == "VBN" and any(c.lower_ in {"had", "has", "have", "'ve", "'d"} for c in head.children)
    if head.tag_ in {"VB", "VBG"} or (perfect and reports(verb) and not reports(head)):
        above = next((a for a in head.ancestors if a.tag_ == "VBD" or (not perfect and _is_finite(a))), None)
        if above is not None and above.sent == verb.sent:
            verb.hang(above, verb.dep_)


def _is_finite(verb: Token) -> bool:
    """Whether a verb is finite by itself or by its auxiliary."""
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and any(c.dep_ == "aux" for c in verb.children))


def _is_told_first(verb: Token) -> bool:
    """Whether a finite clause without a subordinator stands before its head: "Villagers were killed, X reported"."""
    marked = any(c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB") for c in verb.children)
    finite = verb.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" for c in verb.children)
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    told = any(c.dep_ == "ccomp" for c in verb.head.children)
    return verb.i < verb.head.i and finite and has_subject and not marked and not told


def _is_spliced(verb: Token) -> bool:
    """Whether a semicolon parts a clause from the one that was read as its governor."""
    return any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])


def _is_coordinated(verb: Token) -> bool:
    """Whether "and" or the like joins a verb to its head."""
    return any(t.dep_ == "cc" and t.head == verb.head for t in verb.doc[verb.head.i : verb.i])


def _give_subject(verb: Token) -> None:
    """The name before the verb is its subject, even where it was read as part of the phrase before the comma."""
    name = verb.doc[verb.i - 1]
    if (
        any(c.dep_ == "nsubj" for c in verb.children)
        or name.pos_ != "PROPN"
        or name.dep_ not in {"pobj", "dobj", "conj"}
    ):
        return
    comma = next((t.i for t in reversed(list(verb.doc[name.sent.start : name.i])) if t.text == ","), None)
    if comma is None or name.i - comma > MOST_WORDS:
        return
    before = [c for c in name.children if c.i < comma]
    if before:
        first = before[0]
        first.hang(name.head, name.dep_)
        for other in before[1:]:
            other.hang(first, other.dep_)
    name.hang(verb, "nsubj")


SEATS = frozenset({"capital", "city", "town", "port"})
OWNERS = frozenset({"owner", "operator", "maker", "developer"})
STORMS = frozenset({"hurricane", "cyclone", "typhoon"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# The longest title and name that may stand between the comma and the verb.
MOST_WORDS = 9
