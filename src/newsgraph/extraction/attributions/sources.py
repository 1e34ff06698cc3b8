"""Whose it is: the words that name the source of an attribution, as they stand in the text."""

from newsgraph.extraction.parse import Token
from newsgraph.extraction.subjects import OBJECT_CONTROL, is_passive

OWN = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
# Verbs whose "it" is nobody.
IMPERSONAL = frozenset({"seem", "appear"})
DOWN = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "oprd", "acomp", "attr", "dobj"})
# What tells more of a source than who it is.
ASIDES = frozenset({"advcl", "parataxis", "ccomp"})
MARKS = frozenset({",", ":", ";", '"', "“", "”", "''", "‘", "-", "–", "—"})
STEPS = 5
LONGEST = 15


def source_of(verb: Token) -> Token | None:
    """Who says it by a verb: its subject, own or handed down; in the passive the by-phrase."""
    if is_passive(verb):
        return by_phrase(verb)
    return subject(verb)


def subject(verb: Token) -> Token | None:
    """The word in the subject place of a verb; None where there is none, or only the "it" of "it seems"."""
    for _ in range(STEPS):
        own = next((c for c in verb.children if c.dep_ in OWN or c.dep_ in PASSIVE), None)
        if own is not None:
            return None if own.lower_ == "it" and verb.lemma_ in IMPERSONAL else own
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
    kept, tokens = sorted(_words(source)), source.doc.tokens
    while len(kept) > 1 and tokens[kept[-1]].text in MARKS:
        kept.pop()
    while len(kept) > 1 and tokens[kept[0]].text in MARKS:
        kept.pop(0)
    return frozenset(kept)


def _words(source: Token) -> set[int]:
    kept = {source.i}
    for child in source.children:
        if child.dep_ not in ASIDES:
            words = [t.i for t in child.subtree]
            if child.i < source.i or not _is_long(child, words):
                kept.update(words)
    return kept


def _is_long(child: Token, words: list[int]) -> bool:
    """Whether a dependent behind a source tells a story of its own, or when it spoke."""
    before = child.doc[words[0] - 1].text
    if child.dep_ in {"relcl", "acl"}:
        return len(words) > LONGEST
    return child.dep_ == "prep" and (before == "," or any(c.ent_type_ in {"DATE", "TIME"} for c in child.children))
