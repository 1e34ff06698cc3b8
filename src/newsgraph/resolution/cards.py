"""What other articles may see of one: values that are worked out once, when an article comes in.

Rows of entities are numbers of `Findings.entities`; a publisher and an agency are rows too (see `PUBLISHER`). Names are
the IRIs that things would have if their article stood alone; to resolution they are opaque.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Article, ExternalLink
from newsgraph.model.things import Called, Linked, Moment

# The rows of an article's publisher and agency among its entities.
PUBLISHER, AGENCY = -1, -2


@dataclass(frozen=True, slots=True)
class Names:
    """The names that the rows of an article have alone, in their order; a claim that is refused has none."""

    entities: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    claims: tuple[str | None, ...] = ()
    publisher: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that comes in, with the names of its rows, what the ontology refuses of it, and its outward links.

    `judges` says which links a person has judged, `formerly` which names rows would have if nobody had.
    """

    article: Article
    names: Names
    refused: frozenset[tuple[TargetKind, int]] = frozenset()
    links: tuple[ExternalLink, ...] = ()
    judges: tuple[tuple[ExternalLink, str], ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def known(self) -> dict[int, str]:
        """The identifiers of entities by their rows; what only a person has linked binds homes and is none of them."""
        entities = self.article.findings.entities
        return {row: entity.known for row, entity in enumerate(entities) if entity.known is not None}

    def accepts_entity(self, row: int) -> bool:
        """Whether the ontology accepts a row of the entities."""
        return (TargetKind.ENTITY, row) not in self.refused

    def judge(self, link: ExternalLink) -> str:
        """Who has judged a link."""
        return dict(self.judges).get(link, "machine")


def known(links: Iterable[ExternalLink]) -> dict[int, str]:
    """The identifiers that some links give to rows: of several accepted ones the first."""
    found: dict[int, str] = {}
    for link in links:
        if link.judgement == "accepted":
            found.setdefault(link.entity, link.target)
    return found


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim as others see it: its name, what it does for its target, who stands behind it, how sure the reading is.

    `sources` are the keys of its source (two claims with a common key have one source), `published` says whether that
    is who publishes the article, `speaker` is the innermost speaker.
    """

    name: str
    affirms: bool
    denies: bool
    own_voice: bool
    confidence: float
    speaker: str
    sources: tuple[str, ...]
    published: bool


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A figure of an event: bounds that a number must keep to, as of when (a day or empty), and the claims about it."""

    name: str
    counts: str
    unit: str | None
    low: float | None
    high: float | None
    approximate: bool
    when: str
    claims: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a row of the entities, or of the events; `named` tells what has a name or an identifier.

    `name` is that of the row alone; `within` are the places around it, and `acting` whom it acts for, as rows of the
    same article; `offices` are keys of those that one person at a time holds.
    """

    role: str
    row: int
    event: bool
    type: str
    label: str
    named: bool
    name: str
    within: tuple[int, ...] = ()
    acting: tuple[int, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as others see it.

    `words` say in what it consists beyond its names and its trigger, `sentence` is a hash of the sentence that tells it
    (empty for a short one), `focus` are the entities that the article is most about. `whole` is the row of the larger
    event of its article that it is a part of.
    """

    type: str
    label: str
    alt_labels: tuple[str, ...]
    realis: str
    world: str
    first_day: str
    last_day: str
    published: str
    fillers: tuple[Filler, ...]
    moment: Moment | None
    claims: tuple[Testimony, ...]
    figures: tuple[FigureCard, ...]
    words: tuple[str, ...] = ()
    sentence: str = ""
    focus: tuple[int, ...] = ()
    whole: int | None = None

    @property
    def day(self) -> str:
        """The one day of the event, or an empty string."""
        return self.first_day if self.first_day == self.last_day else ""


@dataclass(frozen=True, slots=True)
class RelationCard:
    """A telling of a relation: its ends by the article's labels and by the names that they have alone, and its claims.

    `value` is that of a dated one, which has no object.
    """

    predicate: str
    labels: tuple[str, str]
    subject: str
    object: str | None
    value: str | None
    claims: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class CalledBy:
    """How an article calls a thing, and its links; many articles that say the same are counted, not kept."""

    called: Called
    links: tuple[Linked, ...] = ()
    publisher: bool = False
