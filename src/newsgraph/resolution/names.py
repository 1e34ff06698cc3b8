"""Names as keys: how two texts may write one name."""

import re
import unicodedata
from functools import lru_cache

from newsgraph.model.findings import Entity

_EDGES = re.compile(r"[^\w]+")
_SMALL = frozenset({"the", "a", "an", "of", "and", "for", "in", "at", "on", "to"})
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens score scores hundred hundreds "
    "thousand thousands million least more than about nearly around some several many few other".split()
)


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name without case, accents, punctuation and leading article; the parts of a name keep their order.

    >>> folded("The Collective-Security Treaty Organisation")
    'collective security treaty organisation'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = _EDGES.sub(" ", plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def names(entity: Entity) -> frozenset[str]:
    """The names that may identify an entity elsewhere: none for a phrase, full names only for a person."""
    if not entity.named:
        return frozenset()
    least = 2 if entity.type == "Person" else 1
    found = (folded(label) for label in (entity.label, *entity.alt_labels))
    return frozenset(name for name in found if name and len(name.split()) >= least)


def content(phrase: str) -> frozenset[str]:
    """The words of a phrase that say what it means: no numbers, no small words, no plural.

    >>> sorted(content("at least eight policemen and soldiers"))
    ['policemen', 'soldier']
    """
    words = folded(phrase).split()
    kept = (w for w in words if len(w) > 1 and w not in _SMALL and w not in _NUMBERS and not w.isdigit())
    return frozenset(w.removesuffix("s") if len(w) > 3 else w for w in kept)
