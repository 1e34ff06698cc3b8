"""Deep grammatical functions, read off a dependency parse.

`functions(token)` tells what stands in which function of a verb, noun or adjective that evokes an event: passives are
undone, subjects are found through control, coordination, participles and relative clauses.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

# Verbs that hand their object down as the subject of the infinitive ("urged Russia to withdraw"). A closed class.
OBJECT_CONTROL = frozenset(
    "allow ask authorise authorize beg call cause command compel convince direct drive enable encourage expect "
    "forbid force get help instruct invite lead leave let make oblige order permit persuade press pressure prompt push "
    "request require task tell urge want warn".split()
)
# Verbs that hand down what stands behind a preposition ("called on Mali to withdraw"). A closed class.
PREPOSITIONAL_CONTROL = frozenset(
    {
        ("call", "on"),
        ("call", "upon"),
        ("appeal", "to"),
        ("call", "for"),
        ("wait", "for"),
        ("prevail", "on"),
        ("rely", "on"),
    }
)
# Verbs whose object is the subject of a gerund behind "of", "from", "for" or "into". A closed class.
OBJECT_GERUND = frozenset(
    "quote cite describe accuse acquit arrest detain fine imprison jail sentence sue ban bar blame charge condemn convict criticise criticize deter discourage fault force indict keep praise "
    "prevent prohibit prosecute punish restrain stop suspect talk thank".split()
)
# Nouns that only measure or frame what follows their "of": the inner noun is what is meant.
TRANSPARENT = frozenset(
    "array batch bout bulk campaign cluster couple dozen flurry fraction group handful hundred kind lot majority "
    "million minority number outbreak pair part portion remainder rest round score section series share sort "
    "spate string succession thousand ton type variety wave week majority half third quarter most some many several "
    "team tonne barrel litre kilogram consignment shipment convoy tranche "
    "few all each one two three four five six seven eight nine ten area".split()
)
# Verbs with an object and its participle ("left 20 people wounded"). A closed class.
LOCATING = frozenset("in at near outside inside".split())
HOLDING = LOCATING | frozenset("to into from on by with between of off towards".split())
NESTED = frozenset("in at near to into from on outside inside across around against over towards".split())
TAKES_PARTICIPLE = frozenset("confirm report leave have get see find want count list keep".split())
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
NO_SUBJECT = frozenset({"there", "himself", "herself", "itself", "themselves"})
KEPT = "newsgraph.functions"
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
# Prepositions of several words; the object hangs on the last of them.
COMPLEX_PREPOSITIONS = tuple(
    tuple(p.split())
    for p in (
        "as a result of", "in response to", "in retaliation for", "in the wake of", "on account of", "in view of", "in front of",
        "on behalf of", "in favour of", "in favor of", "in protest at", "in protest against", "in exchange for", "in return for",
        "in connection with", "in support of", "as part of", "in light of", "in the face of", "in addition to", "in accordance with",
        "close to", "north of", "south of", "east of", "west of", "because of", "due to", "owing to", "according to", "out of",
        "instead of", "rather than", "ahead of", "along with", "together with", "thanks to", "prior to", "on top of", "away from",
    )
)  # fmt: skip
COMPLEX_BY_WORD: dict[str, tuple[tuple[str, ...], ...]] = {
    word: tuple(p for p in COMPLEX_PREPOSITIONS if word in (p[0], p[-1])) for p in COMPLEX_PREPOSITIONS for word in p
}


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a function; `near` is False where the function was reached through another word."""

    function: str
    head: Token
    near: bool = True


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


def resolved(token: Token) -> Token:
    """The word that is meant: the antecedent of a relative pronoun, the inner noun of "dozens of attackers"."""
    if token.tag_ in RELATIVE and (clause := _relative_clause(token)) is not None:
        token = clause.head
    if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.pos_ == "NOUN":
        token = token.head
    return _inner(_named(token))


def _named(noun: Token) -> Token:
    """The name behind a noun that only introduces it: "the banker Carlo Neri"."""
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1)
    return next(names, noun) if noun.pos_ == "NOUN" else noun


def conjuncts(token: Token) -> Iterator[Token]:
    """The word and what is coordinated with it to its right."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not any(c.dep_ == "neg" for c in child.children):
            yield from conjuncts(child)


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: with its auxiliary, as a bare participle, or coordinated with one."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children) or _is_bare_passive(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return is_passive(verb.head)
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "nsubj"} or c.dep_ == "dobj" for c in verb.children):
        return False
    return verb.dep_ in {"acl", "amod", "advcl", "relcl", "xcomp", "oprd"}


def _is_bare_passive(verb: Token) -> bool:
    """The participle in "confirmed two soldiers killed", which parsers take for a past tense."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ != "ccomp" or verb.head.lemma_ not in TAKES_PARTICIPLE:
        return False
    return verb.head.i < verb.i and not any(
        c.dep_ in {"aux", "mark", "dobj", "ccomp", "xcomp", "prt"} for c in verb.children
    )


def preposition(token: Token) -> str:
    """The preposition in lower case, complex ones whole ("because of")."""
    return " ".join(t.lower_ for t in _words_of(token))


def _words_of(token: Token) -> tuple[Token, ...]:
    """The words that make up the preposition which starts here."""
    for words in COMPLEX_BY_WORD.get(token.lower_, ()):
        for at in (token.i, token.i - len(words) + 1):
            if at >= 0 and _stands(token.doc, at, words):
                return tuple(token.doc[at : at + len(words)])
    return (token,)


def _stands(doc: Doc, at: int, words: tuple[str, ...]) -> bool:
    return at + len(words) <= len(doc) and all(doc[at + n].lower_ == word for n, word in enumerate(words))


def prepositional(token: Token, *, near: bool = True) -> Iterator[Filler]:
    """The objects of a word's prepositions, and the places in which those in turn are."""
    for filler in _prepositional(token, near=near):
        yield filler
        if near and filler.function in HOLDING:
            yield from (f for f in _prepositional(filler.head, near=False) if f.function in LOCATING)


def _prepositional(token: Token, *, near: bool) -> Iterator[Filler]:
    for prep in token.children:
        if prep.dep_ in {"prep", "agent"} or (prep.dep_ in {"dative", "prt"} and prep.pos_ == "ADP"):
            for head in _objects_of(prep):
                yield Filler(preposition(prep), head, near)


def _objects_of(prep: Token) -> Iterator[Token]:
    words = _words_of(prep)
    heads = {w.i for w in words}
    for child in (c for w in words for c in w.children if c.i not in heads and c.i > words[-1].i):
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADP":
            for head in conjuncts(child):
                yield resolved(head)
        elif child.dep_ in {"prep", "pcomp"} or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from _objects_of(child)


def _of_verb(verb: Token) -> Iterator[Filler]:
    passive = is_passive(verb)
    for subject in surface_subjects(verb):
        yield Filler("object" if passive else "subject", subject)
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (Filler("subject", h) for h in _objects_of(child))
        elif child.dep_ in {"dobj", "oprd", "attr"} and child.pos_ not in {"VERB", "AUX"}:
            if child.dep_ == "dobj" or not passive:
                yield from (Filler("object", resolved(h)) for h in conjuncts(child))
            yield from (Filler("complement", h) for h in conjuncts(child) if child.dep_ != "dobj")
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            yield from (Filler("iobject", resolved(h)) for h in conjuncts(child))
        elif child.dep_ in {"ccomp", "xcomp"}:
            yield Filler("clause", child)
    if passive and not any(c.dep_ == "agent" for c in verb.children):
        yield from (
            Filler("subject", f.head, False)
            for c in verb.children
            for f in _prepositional(c, near=False)
            if f.function == "by"
        )
    yield from _gap(verb, passive)
    yield from prepositional(verb)
    yield from _shared(verb)
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr"}:
            yield from _nested(child)
        elif child.dep_ == "nsubj" and child.pos_ == "NOUN":
            yield from (f for f in _nested(child) if f.function in LOCATING)
        elif child.dep_ == "agent":
            yield from (f for agent in child.children for f in _nested(agent))


def _nested(noun: Token) -> Iterator[Filler]:
    """Places and directions that hang on an argument but say where the event was: "sent soldiers to Mali"."""
    yield from (f for f in prepositional(noun, near=False) if f.function in NESTED)


def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The words in the subject place of a verb, its own or handed down to it."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.lower_ not in NO_SUBJECT]
    if own:
        return tuple(resolved(h) for c in own for h in conjuncts(c))
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head) if is_passive(head) == is_passive(verb) else _deep_subjects(head, verb)
    if verb.dep_ in {"acl", "amod"} and verb.tag_ != "VB":
        return (resolved(head),)
    if verb.dep_ == "acl":
        return _infinitive_owner(head)
    if verb.dep_ in {"xcomp", "oprd"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _controllers(head)
    if verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VB", "VBN"} and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head)
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.pos_ in {"VERB", "AUX"}:
        return _owners_of_gerund(head.head)
    return ()


def _deep_subjects(head: Token, verb: Token) -> tuple[Token, ...]:
    """For "was arrested and confessed": the surface subject is shared whatever the voice."""
    return surface_subjects(head) if verb.tag_ != "VBN" or not is_passive(verb) else ()


def _controllers(head: Token) -> tuple[Token, ...]:
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
    if head.lemma_ in OBJECT_CONTROL and objects:
        return tuple(resolved(h) for c in objects for h in conjuncts(c))
    for prep in head.children:
        if (head.lemma_, prep.lower_) in PREPOSITIONAL_CONTROL:
            return tuple(_objects_of(prep))
    return surface_subjects(head)


def _owners_of_gerund(head: Token) -> tuple[Token, ...]:
    """Who does it in "accused the police of beating a man": the object; in "left without paying": the subject."""
    if head.lemma_ in OBJECT_GERUND:
        objects = [h for c in head.children if c.dep_ in {"dobj", "nsubjpass"} for h in conjuncts(c)]
        return tuple(resolved(h) for h in objects)
    return surface_subjects(head)


def _infinitive_owner(noun: Token) -> tuple[Token, ...]:
    """Whose plan it is in "Russia's plan to deploy troops" and in "Russia announced plans to deploy troops"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [f.head for f in _prepositional(noun, near=True) if f.function == "by"]
    if owners:
        return tuple(resolved(o) for o in owners)
    return surface_subjects(noun.head) if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"} else ()


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
    inner = (f.head for f in _prepositional(noun, near=True) if f.function in {"of", "on"})
    yield from (f for head in inner for f in _prepositional(head, near=False) if f.function == "by")
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
        if head.lower_ == "of" and _is_transparent(outer):
            return governor(outer)
        return outer, "subject" if head.dep_ == "agent" else preposition(head)
    if token.dep_ in {"nsubjpass", "dobj", "attr", "oprd"}:
        return head, "object"
    return head, "subject" if token.dep_ == "nsubj" else token.dep_


def _is_transparent(noun: Token) -> bool:
    return noun.lemma_.lower() in TRANSPARENT or noun.like_num


def _inner(token: Token) -> Token:
    if not _is_transparent(token):
        return token
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for obj in prep.children:
                if obj.dep_ == "pobj":
                    return _inner(obj)
    return token


def _relative_clause(pronoun: Token) -> Token | None:
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
        if ancestor.dep_ in {"ccomp", "advcl"}:
            return None
    return None
