"""Nouns and numbers that only measure or gather ("dozens of attackers"), and conjuncts that share a number."""

from collections.abc import Mapping

from newsgraph.extraction.entities.nouns import noun_type
from newsgraph.extraction.parse import Token

# Nouns that only measure or gather what follows their "of".
MEASURES = frozenset(
    "dozen hundred thousand million score number group handful majority couple lot crowd pair series third half "
    "quarter tens column convoy wave rest remainder minority some many several most all one two three four five six "
    "seven eight nine ten".split()
)
NUMBERS = frozenset({"dozens", "hundreds", "thousands", "scores"})


def measured(token: Token, type_: str | None) -> str | None:
    """A measure is no entity of its own where what it measures is one."""
    inner = _inner(token)
    return None if inner is not None and noun_type(inner) else type_


def _inner(token: Token) -> Token | None:
    """What a measuring noun measures."""
    if token.lemma_.lower() not in MEASURES and token.lower_ not in NUMBERS:
        return None
    of = next((c for c in token.children if c.lower_ == "of" and c.i > token.i), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def counts_people(token: Token) -> bool:
    """ "Dozens were killed": a bare number in a role stands for people."""
    bare = not any((c.dep_ == "prep" and c.lower_ in {"of", "in"}) or c.dep_ == "det" for c in token.children)
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ == "VERB" and bare


def measure_above(head: Token) -> Token | None:
    """The noun that measures this one."""
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return None
    over = head.head.head
    return over if _inner(over) == head else None


def sharing(head: Token, heads: Mapping[int, str]) -> list[Token]:
    """The conjuncts that share the number or the quantity of a head."""
    if not any(c.dep_ == "nummod" for c in head.children) and not measure_above(head):
        return []
    joined = [c for c in head.children if c.dep_ == "conj" and c.i in heads and c.tag_ == head.tag_ == "NNS"]
    return [c for c in joined if not any(d.dep_ in {"det", "nummod", "poss"} for d in c.children) and _adds(head)]


def _adds(head: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in {"and", "or"} for c in head.children)
