"""What is said: the words in those functions of a cue that hold what is the source's."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from newsgraph.extraction.attributions.found import EMPTY
from newsgraph.extraction.parse import Token
from newsgraph.extraction.subjects import is_passive

OBJECTS = frozenset({"dobj", "nsubjpass"})
SECOND = frozenset({"oprd", "attr", "acomp"})
WH = frozenset({"WDT", "WP", "WRB"})
# What must stand behind an object for it to be described or blamed.
SECOND_PARTS = {"described": frozenset({"as"}), "blamed": frozenset({"for", "over", "as"})}
# Prepositions of when, where and how something is said.
SETTING = frozenset(
    {"in", "at", "on", "during", "before", "after", "by", "through", "via", "since", "until", "without"}
)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of what is said, and those before it that belong to the cue ("spoke [about]").

    `tells` says whether a clause says something ("that it rains"), no thing or action ("the rain", "to stay").
    """

    words: frozenset[int] = EMPTY
    cue: frozenset[int] = EMPTY
    tells: bool = False


def contents(head: Token, functions: Set[str]) -> Content:
    """What stands in those functions of a word that hold what is said; nothing where none is filled."""
    children = [c for c in head.children if c.i != head.i]
    clause = [c for c in children if _fits(c, head, functions)]
    if clause:
        clause = _behind_verb(clause, head)
        tells = any(c.dep_ == "ccomp" and not is_infinitive(c) for c in clause)
        return Content(_clause(clause, children, head, functions), tells=tells)
    return next((found for found in _things(children, head, functions) if found.words), Content())


def _things(children: list[Token], head: Token, functions: Set[str]) -> Iterator[Content]:
    """What is named and not told: a thing, what it is called, what it is to do."""
    if "for" in functions:
        yield from (_called_for(c, mark) for c in children if c.i > head.i and (mark := _for(c)) is not None)
    if "predicate" in functions:
        yield Content(_predicate(children, head))
    if "raised" in functions and is_passive(head):
        raised = [c for c in children if c.dep_ == "nsubjpass" or (c.dep_ == "xcomp" and is_infinitive(c))]
        yield Content(_subtrees(raised if len(raised) == 2 else []))
    things = [c for c in children if _is_object(c, head)]
    for function, introducing in SECOND_PARTS.items():
        if function in functions:
            second = [c for c in _introduced(children, things) if c.i > head.i and c.lower_ in introducing]
            yield Content(_subtrees([*things, *second] if second and things else []))
    if "object" in functions and things:
        yield Content(_subtrees([*things, *(p for p in prepositions(head) if _goes_on(p, things[-1], functions))]))
    yield _behind([c for c in prepositions(head) if c.lower_ in functions and not _is_time(c)][:1])


def _introduced(children: list[Token], things: list[Token]) -> Iterator[Token]:
    """The phrases and clauses behind an object, those too that the parser hung on it."""
    yield from (c for c in children if c.dep_ in {"prep", "advcl"})
    yield from (c for thing in things for c in thing.children if c.dep_ == "prep")


def _called_for(clause: Token, mark: Token) -> Content:
    return Content(_subtrees([clause]) - {mark.i}, frozenset({mark.i}))


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


def _behind_verb(clause: list[Token], head: Token) -> list[Token]:
    """Where clauses stand on both sides of a verb, what is said is the one behind, unless the verb stands in commas."""
    behind = [c for c in clause if c.i > head.i]
    both = behind and len(behind) < len(clause)
    return behind if both and head.i + 1 < len(head.doc) and head.nbor(1).text != "," else clause


def _for(clause: Token) -> Token | None:
    """The "for" of "called for prices to be cut"."""
    if clause.dep_ not in {"advcl", "ccomp"} or not is_infinitive(clause):
        return None
    return next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "for"), None)


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


def _goes_on(phrase: Token, thing: Token, functions: Set[str]) -> bool:
    """Whether a phrase behind an object says more of it, and not when or where it is said."""
    if phrase.head.i != thing.head.i or phrase.i < thing.i or phrase.dep_ == "agent":
        return False
    return phrase.lower_ in functions or not _is_setting(phrase)


def _is_setting(phrase: Token) -> bool:
    return phrase.lower_ in SETTING or _is_time(phrase)


def _is_time(phrase: Token) -> bool:
    return any(c.ent_type_ in {"DATE", "TIME"} for c in phrase.children)


def _behind(phrases: list[Token]) -> Content:
    """What stands behind a preposition that is part of the cue."""
    return Content(_subtrees([c for p in phrases for c in p.children]), frozenset(p.i for p in phrases))


def _subtrees(roots: list[Token]) -> frozenset[int]:
    return frozenset(t.i for root in roots for t in root.subtree)
