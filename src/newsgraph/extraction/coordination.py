"""What a word shares with the one that it is coordinated with: "will attack and occupy", "no dead or wounded"."""

from collections.abc import Iterator

from newsgraph.extraction.parse import Token

SAME = frozenset({("VB", "VB"), ("VBN", "VBN"), ("VBG", "VBG"), ("VBD", "VBN")})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
BEFORE_NOUNS = frozenset({"det", "amod"})
OWN = frozenset({"det", "poss", "amod", "nummod", "compound"})
CONTRAST = frozenset({"but", "yet"})


def shared(token: Token) -> Iterator[Token]:
    """The dependents of the first conjunct that hold for a later one as well, nearest conjunct first."""
    while token.dep_ == "conj" and (found := _before(token, token.head)):
        yield from found
        token = token.head


def _before(token: Token, head: Token) -> list[Token]:
    words = [c for c in head.children if c.i < head.i]
    if token.pos_ == "NOUN" and head.pos_ == "NOUN":
        owned = any(c.dep_ in OWN and c.i < token.i for c in token.children)
        return [] if owned else [c for c in words if c.dep_ in BEFORE_NOUNS]
    if any(c.dep_ in SUBJECTS for c in token.children):
        return []
    wanted = SUBJECTS | (_auxiliaries(token, head) if (token.tag_, head.tag_) in SAME else frozenset())
    return [c for c in words if c.dep_ in wanted]


def _auxiliaries(token: Token, head: Token) -> frozenset[str]:
    """Which words before the first verb hold for the second; of a past tense, which may be a participle, fewer."""
    if any(c.dep_ in {"aux", "auxpass", "mark"} and c.i < token.i for c in token.children):
        return frozenset()
    contrast = any(c.dep_ == "cc" and c.lower_ in CONTRAST for c in head.children if head.i < c.i < token.i)
    return AUXILIARIES if contrast or token.tag_ == "VBD" else AUXILIARIES | {"neg", "advmod"}
