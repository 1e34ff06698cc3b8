"""What is said: the words in those functions of a cue that hold what is the source's."""

from collections.abc import Iterator, Set

from spacy.tokens import Token

from newsgraph.extraction.attributions.found import EMPTY
from newsgraph.extraction.subjects import is_passive

OBJECTS = frozenset({"dobj", "nsubjpass"})
SECOND = frozenset({"oprd", "attr", "acomp"})
WH = frozenset({"WDT", "WP", "WRB"})


def contents(head: Token, functions: Set[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The words of what is said, and those prepositions that belong to the cue ("spoke about")."""
    children = [c for c in head.children if c.i != head.i]
    clause = [c for c in children if _fits(c, head, functions)]
    if clause:
        return _clause(clause, children, head, functions), EMPTY
    if "predicate" in functions and (found := _predicate(children, head)):
        return found, EMPTY
    if "raised" in functions and is_passive(head):
        raised = [c for c in children if c.dep_ == "nsubjpass" or (c.dep_ == "xcomp" and is_infinitive(c))]
        return (_subtrees(raised), EMPTY) if len(raised) == 2 else (EMPTY, EMPTY)
    things = [c for c in children if "object" in functions and _is_object(c, head)]
    phrases = [c for c in prepositions(head) if c.lower_ in functions]
    if things:
        return _subtrees([*things, *(p for p in phrases if p.head.i == head.i)]), EMPTY
    return _behind(phrases[:1])


def prepositions(head: Token) -> Iterator[Token]:
    """The prepositions of a word, those behind its particle too."""
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.i > head.i:
            yield child
        elif child.dep_ in {"prt", "advmod"} and child.i > head.i:
            yield from (c for c in child.children if c.dep_ == "prep")


def is_infinitive(verb: Token) -> bool:
    """Whether a verb, or what stands for one, follows "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _fits(child: Token, head: Token, functions: Set[str]) -> bool:
    """Whether a dependent is a clause of a kind that the head takes as content."""
    if child.dep_ not in {"ccomp", "xcomp", "acl", "relcl", "advcl"}:
        return False
    if child.dep_ == "relcl" or (child.dep_ in {"acl", "advcl"} and head.pos_ == "VERB"):
        return False
    if is_infinitive(child):
        return bool(functions & {"infinitive", "controlled"}) and child.i > head.i
    if child.dep_ == "ccomp":
        if child.tag_ == "VBG" and not _has_subject(child):
            return bool(functions & {"gerund", "quote"})
        return "clause" in functions or ("quote" in functions and _quoted(child))
    if child.dep_ == "xcomp":
        return child.tag_ == "VBG" and "gerund" in functions
    return "clause" in functions and any(c.dep_ == "mark" and c.lower_ in {"that", "whether"} for c in child.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in verb.children)


def _quoted(child: Token) -> bool:
    before = child.left_edge
    return before.is_quote or (before.i > 0 and before.nbor(-1).is_quote)


def _clause(clause: list[Token], children: list[Token], head: Token, functions: Set[str]) -> frozenset[int]:
    """The words of content clauses, with the object that is to do it ("urged [the banks to lower rates]")."""
    if "controlled" in functions and all(is_infinitive(c) for c in clause):
        objects = [c for c in children if c.dep_ in {"dobj", "dative"} and c.i > head.i]
        behind = [c for p in prepositions(head) if p.i < clause[0].i for c in p.children if c.dep_ == "pobj"]
        return _subtrees([*objects, *behind, *clause])
    return _subtrees(clause)


def _predicate(children: list[Token], head: Token) -> frozenset[int]:
    """What something is called, with what is called so."""
    second = [c for c in children if c.dep_ in SECOND or (c.dep_ == "ccomp" and c.pos_ not in {"VERB", "AUX"})]
    if not second:
        return EMPTY
    first = [c for c in children if c.dep_ in OBJECTS and c.tag_ not in WH]
    return _subtrees(first + second)


def _is_object(child: Token, head: Token) -> bool:
    if child.dep_ == "nsubjpass":
        return True
    return child.dep_ == "dobj" and child.i > head.i and not is_passive(head)


def _behind(phrases: list[Token]) -> tuple[frozenset[int], frozenset[int]]:
    """What stands behind a preposition that is part of the cue."""
    words = _subtrees([c for p in phrases for c in p.children])
    return (words, frozenset(p.i for p in phrases)) if words else (EMPTY, EMPTY)


def _subtrees(roots: list[Token]) -> frozenset[int]:
    return frozenset(t.i for root in roots for t in root.subtree)
