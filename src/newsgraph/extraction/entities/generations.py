"""Fathers and sons of one name: "Foday Bangura" and "Foday Bangura Jr"."""

from collections.abc import Iterator, Sequence

from newsgraph.extraction.entities.found import Chain, Found
from newsgraph.extraction.parse import Doc, Token

MARKS = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv"})
# Relatives who bear one name.
KIN = frozenset("father son grandfather grandson namesake brother nephew uncle cousin".split())


def is_marked(mention: Found) -> bool:
    """Whether a name tells its bearer from another one of that name."""
    return last_word(mention.label) in MARKS


def last_word(name: str) -> str:
    """The last word in lower case."""
    return name.casefold().split()[-1] if name.split() else ""


def apart(doc: Doc, mention: Found, chain: Chain) -> bool:
    """Whether a full name without a mark is not that of somebody who was told with one.

    Who is told with a mark after the plain name was told is somebody else, and so is his father or son.
    """
    marked = [m for m in chain.mentions if is_marked(m)]
    if not marked or is_marked(mention) or mention.end - mention.start < 2:
        return False
    return mention.start < min(m.start for m in marked) or _is_kin(doc, mention, marked)


def plain(words: list[str]) -> list[str]:
    """The words of a name without the mark."""
    return words[:-1] if words and words[-1] in MARKS else words


def foremost(chains: Sequence[Chain], found: Sequence[int]) -> Sequence[int]:
    """Of a father and a son whom a short name may mean, the one whom the text names first."""
    if len(found) > 1 and any(is_marked(m) for i in found for m in chains[i].mentions):
        return [min(found, key=lambda i: chains[i].first)]
    return found


def _is_kin(doc: Doc, mention: Found, marked: Sequence[Found]) -> bool:
    """ "X Jr, the son of X", "X Jr took over from his father, X"."""
    heads = {i for m in marked for i in range(m.start, m.end)}
    for noun in _beside(doc[mention.head]):
        if noun.lemma_ in KIN:
            return True
    owned = (noun for noun in _owned(doc[mention.head]) if noun.lemma_ in KIN)
    return any(other.i in heads for noun in owned for other in _beside(noun))


def _beside(word: Token) -> Iterator[Token]:
    """What a word stands beside in apposition or as its title."""
    if word.dep_ in {"appos", "compound", "nmod"}:
        yield word.head
    yield from (c for c in word.children if c.dep_ in {"appos", "compound", "nmod"})


def _owned(name: Token) -> Iterator[Token]:
    """Whose or what "of" and the possessive make of a name: the son of "X's son" and "the son of X"."""
    if name.dep_ == "poss":
        yield name.head
    elif name.dep_ == "pobj" and name.head.lower_ == "of":
        yield name.head.head
