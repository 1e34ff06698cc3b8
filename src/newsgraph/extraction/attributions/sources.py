"""Whose it is: the words that name the source of an attribution, as they stand in the text."""

from newsgraph.extraction.parse import Token
from newsgraph.extraction.subjects import OBJECT_CONTROL, is_passive

OWN = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
EXPLETIVE = frozenset({"it", "there"})
DOWN = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "oprd", "acomp", "attr", "dobj"})
# What tells more of a source than who it is.
ASIDES = frozenset({"advcl", "parataxis", "ccomp"})
STEPS = 5


def source_of(verb: Token) -> Token | None:
    """Who says it by a verb: its subject, own or handed down; in the passive the by-phrase."""
    if is_passive(verb):
        return by_phrase(verb)
    return subject(verb)


def subject(verb: Token) -> Token | None:
    """The word in the subject place of a verb; None where there is none, or only "it" and "there"."""
    for _ in range(STEPS):
        own = next((c for c in verb.children if c.dep_ in OWN or c.dep_ in PASSIVE), None)
        if own is not None:
            return None if own.dep_ == "expl" else own
        if verb.dep_ == "acl" and verb.tag_ != "VB":
            return verb.head
        if verb.dep_ == "xcomp" and verb.head.lemma_ in OBJECT_CONTROL:
            controller = next((c for c in verb.head.children if c.dep_ in {"dobj", "dative", "nsubjpass"}), None)
            if controller is not None:
                return controller
        if verb.dep_ not in DOWN or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def by_phrase(word: Token) -> Token | None:
    """What stands behind "by" or "from" at a verb or noun."""
    for child in word.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def owner(noun: Token) -> Token | None:
    """Whose claim it is: the possessor, a by-phrase, or the subject of a verb that only carries the noun."""
    found = next((c for c in noun.children if c.dep_ == "poss"), None) or by_phrase(noun)
    if found is None and noun.dep_ in {"dobj", "attr"}:
        return source_of(noun.head)
    return found


def words_of(source: Token) -> frozenset[int]:
    """The words of a source: its phrase, with relative clauses and what is in apposition to it."""
    return frozenset(_words(source))


def _words(source: Token) -> set[int]:
    kept = {source.i}
    for child in source.children:
        if child.dep_ not in ASIDES:
            kept.update(t.i for t in child.subtree)
    return kept
