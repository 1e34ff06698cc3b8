"""How the class of an entity stands to the classes of an item elsewhere."""

from collections.abc import Iterable, Sequence

from newsgraph.ontology.vocabulary import vocabulary

SAME, BESIDE, OTHER, NONE = "sameClass", "nearClass", "otherClass", "noClass"
# What can be taken for the thing that is looked for.
ALIKE = frozenset({SAME, NONE})
# Below these, classes are near each other; what is of two of them is of different kinds.
ROOTS = ("Person", "Organization", "Place", "Office", "Group", "Product", "Law")


def relation(types: Sequence[str], kinds: Sequence[str]) -> str:
    """The sign that the classes give, the best of them; the most special ones of the item count.

    >>> relation(["Country"], ["Country"]), relation(["Company"], ["Organization"]), relation(["City"], ["Region"])
    ('sameClass', 'sameClass', 'nearClass')
    >>> relation(["Person"], ["City"]), relation(["Person"], [])
    ('otherClass', 'noClass')
    """
    special = _leaves(kinds)
    if not special:
        return NONE
    words = vocabulary()
    if any(words.is_a(one, kind) or words.is_a(kind, one) for one in types for kind in special):
        return SAME
    roots = [root for root in ROOTS if any(words.is_a(one, root) for one in types)]
    return BESIDE if any(words.is_a(kind, root) for kind in special for root in roots) else OTHER


def _leaves(kinds: Iterable[str]) -> list[str]:
    words, every = vocabulary(), sorted(set(kinds))
    return [one for one in every if not any(other != one and words.is_a(other, one) for other in every)]
