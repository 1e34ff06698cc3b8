"""How two graphs differ, in terms of what they tell."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What kind of thing differs; the value is how it is called in lists."""

    EVENT = "events"
    RELATION = "relations"
    FIGURE = "figures"
    ENTITY = "entities"
    LINK = "links"
    TOLD = "told, no facts"
    ARTICLE = "articles"
    OTHER = "other things"
    CLAIM = "claims"
    TEXT = "text"


FACTS = frozenset({Kind.EVENT, Kind.RELATION, Kind.FIGURE, Kind.ENTITY, Kind.LINK, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class Detail:
    """One property of a thing: what it is called, and the values that went and that came, as people read them."""

    what: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A thing that is only in the second graph (new), only in the first (gone), or in both and another (changed)."""

    change: str
    kind: Kind
    name: str
    label: str
    type: str
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things are new, gone and changed."""

    new: int = 0
    gone: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """How a graph differs from another; of claims and text only their number is told."""

    things: tuple[Differing, ...]
    counts: dict[Kind, Counts]

    @property
    def same(self) -> bool:
        """Whether they tell the same."""
        return not self.counts
