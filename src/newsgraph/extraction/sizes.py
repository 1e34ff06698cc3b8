"""How many a group counts, and how many things a phrase speaks of: "eight ministers", "dozens of trucks"."""

from collections.abc import Iterator

from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.quantities import quantity_of
from newsgraph.extraction.referents import Referents
from newsgraph.model.findings import Figure, Target, TargetKind

# Classes of what is no thing that can be counted.
UNCOUNTED = frozenset({"Topic", "Office"})
NUMBERED = frozenset({"nummod", "quantmod", "det", "amod"})


def sizes(doc: Doc, referents: Referents) -> Iterator[tuple[Figure, Token]]:
    """The number of each unnamed group or set of things, with the noun that it counts."""
    for place, entity in sorted(referents.index.heads.items()):
        noun, known = doc[place], referents.entities[entity]
        if known.named or known.type in UNCOUNTED or not _is_counted(noun):
            continue
        if (found := quantity_of(noun)) is not None:
            target = Target(TargetKind.ENTITY, entity)
            yield Figure("Size", target, found.span, found.minimum, found.maximum, found.approximate), noun


def _is_counted(noun: Token) -> bool:
    """Whether a number may stand beside a noun; cheap, for it is asked of every noun."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lower_ == "one":
        return False
    measured = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return measured or any(c.dep_ in NUMBERED and c.i < noun.i for c in noun.children)
