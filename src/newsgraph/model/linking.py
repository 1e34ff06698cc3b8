"""Entities of a graph that are looked for elsewhere, what is found there, and what is held of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """Something that a graph names beside an entity: its names, and its identifiers elsewhere."""

    names: tuple[str, ...]
    items: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is called."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Post:
    """An office that the news gives somebody: its name, whose it is, and whether it is held when that is told."""

    name: str
    of: tuple[Known, ...] = ()
    now: bool = True


@dataclass(frozen=True, slots=True)
class Sought:
    """An entity with all that may tell it from its namesakes.

    `names` has the label first, `types` are local names of classes. By the news it belongs to `places` and `bodies`;
    `homes` are the countries among these that leave no room for others, `beside` countries and regions that the same
    articles name; `days` are the first and the last on which they appeared (empty where unknown).
    """

    iri: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    items: tuple[str, ...] = ()
    places: tuple[Known, ...] = ()
    homes: tuple[Known, ...] = ()
    bodies: tuple[Known, ...] = ()
    posts: tuple[Post, ...] = ()
    beside: tuple[Known, ...] = ()
    days: tuple[str, str] = ("", "")

    @property
    def label(self) -> str:
        """What it is called."""
        return self.names[0]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Something that an item belongs to, by one of its names there."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """An office that an item held: by which statement, what it is called, whose it is, from when to when."""

    statement: str
    name: str
    of: tuple[str, ...] = ()
    of_names: tuple[str, ...] = ()
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item elsewhere as its source describes it; `called` are those of the names asked for that it bears."""

    iri: str
    called: tuple[str, ...]
    labels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    bodies: tuple[Place, ...] = ()
    terms: tuple[Term, ...] = ()
    people: float = 0.0
    asked: str = ""

    @property
    def label(self) -> str:
        """Its main name there, or the name by which it was found."""
        return self.labels[0] if self.labels else self.called[0]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate for an entity: what speaks for it in all, and why, the weightiest first."""

    item: Item
    sum: float
    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        """The sum, kept between 0 and 1."""
        return min(max(self.sum, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Found:
    """What is held of a candidate: "accepted", "doubtful" or "rejected"; `judge` is a person's name, or empty."""

    sought: Sought
    candidate: Weighed
    judgement: str
    judge: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A person's word on a candidate: "positive", "negative" or "?" where it is still open."""

    entity: str
    label: str
    candidate: str
    candidate_label: str
    judgement: str
    score: str = ""
    judge: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where candidates come from: the endpoint, the profile by which it is asked, and when it last answered."""

    endpoint: str
    profile: str
    asked: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What came of looking for the entities of a graph elsewhere."""

    source: Source
    found: tuple[Found, ...] = ()
    unknown: tuple[Sought, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def of(self, judgement: str) -> tuple[Found, ...]:
        """Those of a judgement."""
        return tuple(one for one in self.found if one.judgement == judgement)
