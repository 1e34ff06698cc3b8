"""The words that stand in a function of a noun, and the entities behind them."""

from collections.abc import Collection, Iterator

from newsgraph.extraction.entities.found import is_a
from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.nouns import title_start
from newsgraph.extraction.grammar import functions
from newsgraph.extraction.parse import Token

STATES = frozenset({"be", "become", "remain"})
NEGATIVE = frozenset({"no", "not", "never", "n't", "neither", "nor"})
FORMER = frozenset(
    {"former", "ex", "late", "erstwhile", "one-time", "onetime", "outgoing", "ousted", "deposed", "then"}
)
UNREAL = frozenset(
    "alleged accused suspected presumed reputed would-be self-proclaimed self-styled potential future so-called "
    "fake".split()
)


def linked(
    noun: Token, index: EntityIndex, links: Collection[str], classes: Collection[str]
) -> Iterator[tuple[str, Token, int]]:
    """Function, word and entity of what stands in one of the functions of a noun and is of one of the classes.

    What stands right before a title before a name counts as its own ("NATO Secretary General X"): parsers hang all of
    it on the name.
    """
    for function, word in (*_functions(noun), *_before(noun)):
        entity = index.at(word.i)
        if entity is not None and function in links and fits(index, entity, classes):
            yield function, word, entity


def fits(index: EntityIndex, entity: int, classes: Collection[str]) -> bool:
    """Whether an entity is of one of the classes."""
    return any(is_a(index.entities[entity].type, c) for c in classes)


def _functions(noun: Token) -> Iterator[tuple[str, Token]]:
    for filler in functions(noun):
        if filler.near:
            yield filler.function, filler.head


def _before(noun: Token) -> Iterator[tuple[str, Token]]:
    """The unbroken run of modifiers before a noun, by position ("Armenian Prime Minister Nikol Pashinyan")."""
    function = "compound"
    for i in range(title_start(noun) - 1, noun.sent.start - 1, -1):
        word = noun.doc[i]
        if word.tag_ == "POS":
            function = "poss"
        elif word.pos_ in {"PROPN", "NOUN"} or (word.pos_ == "ADJ" or word.text == "-"):
            yield ("adjective" if word.pos_ == "ADJ" and function == "compound" else function), word
            function = "poss" if function == "poss" else "compound"
        else:
            return


def modifiers(noun: Token) -> set[str]:
    """The words that qualify a noun or the phrase that it stands in, in lower case."""
    words = {t.lower_ for t in noun.children if t.i < noun.i}
    if noun.dep_ in {"compound", "nmod", "amod"}:
        words |= {t.lower_ for t in noun.head.children if t.i < noun.i}
    before = noun.doc.tokens[max(title_start(noun) - 3, noun.sent.start) : noun.i]
    return words | {t.lower_ for t in before if t.lower_ in FORMER}


def is_former(noun: Token) -> bool:
    """Whether a noun says what somebody was ("former president", "ex-minister")."""
    return bool(modifiers(noun) & FORMER)


def is_real(noun: Token) -> bool:
    """Whether nothing about a noun says that it does not apply."""
    return not modifiers(noun) & (NEGATIVE | UNREAL)


def asserts(verb: Token) -> bool:
    """Whether a verb states something: no negation, no modal, no condition, no question."""
    children = list(verb.children)
    barred = any(
        c.dep_ == "neg" or (c.tag_ == "MD") or (c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"})
        for c in children
    )
    if verb.dep_ == "pcomp":
        return False
    return not barred and not (verb.dep_ == "xcomp" and verb.tag_ == "VB") and not any(c.text == "?" for c in children)
