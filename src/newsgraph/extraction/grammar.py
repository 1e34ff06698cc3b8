"""Deep grammatical functions, read off a dependency parse.

`functions(token)` tells what stands in which function of a verb, noun or adjective that evokes an event: passives are
undone, subjects are found through control, coordination, participles and relative clauses.
"""

from collections.abc import Iterator

from newsgraph.extraction.antecedents import RELATIVE, conjuncts, is_transparent, resolved
from newsgraph.extraction.parse import Token
from newsgraph.extraction.prepositions import LOCATING, Filler, direct, nested, objects_of, preposition, prepositional
from newsgraph.extraction.subjects import is_passive, surface_subjects

KEPT = "newsgraph.functions"


def functions(token: Token) -> tuple[Filler, ...]:
    """Everything that stands in a function of this word, nearest first, without repetitions.

    What was read once is kept with the text, for many parts ask for it.
    """
    kept: dict[int, tuple[Filler, ...]] = token.doc.user_data.setdefault(KEPT, {})
    if token.i not in kept:
        kept[token.i] = _functions(token)
    return kept[token.i]


def _functions(token: Token) -> tuple[Filler, ...]:
    found = _of_noun(token) if token.pos_ in {"NOUN", "PROPN"} else _of_verb(token)
    first: dict[tuple[str, int], Filler] = {}
    for filler in found:
        first.setdefault((filler.function, filler.head.i), filler)
    return tuple(first.values())


def _of_verb(verb: Token) -> Iterator[Filler]:
    passive = is_passive(verb)
    for subject in surface_subjects(verb):
        if verb.pos_ == "ADJ":
            yield Filler("object", subject)
        yield Filler("object" if passive else "subject", subject)
    for child in verb.children:
        yield from _of_child(child, passive)
    if passive and not any(c.dep_ == "agent" for c in verb.children):
        around = (f for c in verb.children for f in direct(c, near=False))
        yield from (Filler("subject", f.head, False) for f in around if f.function == "by")
    yield from _gap(verb, passive)
    yield from prepositional(verb)
    yield from _shared(verb)
    yield from _places(verb)


def _of_child(child: Token, passive: bool) -> Iterator[Filler]:
    """What a dependent of a verb is to it: by-phrase, objects, second predicates and content clauses."""
    if child.dep_ == "agent":
        yield from (Filler("subject", h) for h in objects_of(child))
    elif child.dep_ in {"dobj", "oprd", "attr"} and child.pos_ not in {"VERB", "AUX"}:
        if child.dep_ == "dobj" or not passive:
            yield from (Filler("object", resolved(h)) for h in conjuncts(child))
        yield from (Filler("complement", h) for h in conjuncts(child) if child.dep_ != "dobj")
    elif child.dep_ == "dative" and child.pos_ != "ADP":
        yield from (Filler("iobject", resolved(h)) for h in conjuncts(child))
    elif child.dep_ in {"ccomp", "xcomp"} and child.pos_ == "ADJ":
        found = (h for c in child.children if c.dep_ == "nsubj" for h in conjuncts(c))
        yield from (Filler("object", resolved(h)) for h in found)
        yield Filler("complement", child)
    elif child.dep_ in {"ccomp", "xcomp"}:
        yield Filler("clause", child)


def _places(verb: Token) -> Iterator[Filler]:
    """Places and directions that hang on what fills a function of the verb."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr"}:
            yield from nested(child)
        elif child.dep_ == "nsubj" and child.pos_ == "NOUN":
            yield from (f for f in nested(child) if f.function in LOCATING)
        elif child.dep_ == "agent":
            yield from (f for agent in child.children for f in nested(agent))


def _gap(verb: Token, passive: bool) -> Iterator[Filler]:
    """The antecedent of an object relative clause without a pronoun: "the soldiers Russia sent"."""
    if verb.dep_ != "relcl" or passive:
        return
    words = [t for t in verb.subtree if t.tag_ in RELATIVE or (t.head == verb and t.dep_ == "mark")]
    if not words and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children):
        yield Filler("object", resolved(verb.head))


def _shared(verb: Token) -> Iterator[Filler]:
    """What coordinated verbs have in common: "arrested and beat protesters in Minsk"."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        yield from (Filler(f.function, f.head, False) for f in prepositional(verb.head) if f.head.i < verb.head.i)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i <= verb.i + 3 and not _has_object(verb):
            yield from (
                Filler("object", resolved(h), False) for c in child.children if c.dep_ == "dobj" for h in conjuncts(c)
            )
            yield from (Filler(f.function, f.head, False) for f in prepositional(child))


def _has_object(verb: Token) -> bool:
    return is_passive(verb) or any(c.dep_ in {"dobj", "ccomp", "xcomp", "prep"} for c in verb.children)


def _of_noun(noun: Token) -> Iterator[Filler]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield from (Filler("poss", resolved(h)) for h in conjuncts(child))
        elif child.dep_ in {"compound", "nmod"}:
            yield Filler("compound", child)
        elif child.dep_ in {"amod", "npadvmod"}:
            yield Filler("adjective", child)
        elif child.dep_ == "acl" and child.tag_ == "VB":
            yield Filler("clause", child)
    yield from prepositional(noun)
    inner = (f.head for f in direct(noun, near=True) if f.function in {"of", "on"})
    yield from (f for head in inner for f in direct(head, near=False) if f.function == "by")
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_transparent(noun.head.head):
        measure = noun.head.head
        yield from (f for f in prepositional(measure, near=False) if f.head.i > noun.i)
    if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_:
        yield from (Filler(f.function, f.head, False) for f in prepositional(noun.head) if f.head.i > noun.i)
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ == "NOUN":
            yield from prepositional(child, near=False)


def governor(token: Token) -> tuple[Token, str]:
    """What governs a noun and in which function, looking through transparent nouns and coordination.

    For "a wave of protests was triggered" the governor of "protests" is "triggered", the function "object".
    """
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    if token.dep_ == "pobj" and head.dep_ in {"prep", "agent"}:
        outer = head.head
        if head.lower_ == "of" and is_transparent(outer):
            return governor(outer)
        return outer, "subject" if head.dep_ == "agent" else preposition(head)
    if token.dep_ in {"nsubjpass", "dobj", "attr", "oprd"}:
        return head, "object"
    return head, "subject" if token.dep_ == "nsubj" else token.dep_
