"""What a page of the explorer shows, as frozen values: the web renders them, and gives them out as JSON.

IRIs are plain strings here. Labels, quotations and names are text of articles: whoever shows them must escape them.
"""

from dataclasses import dataclass, field

STATUSES = ("Corroborated", "Reported", "Asserted", "Disputed")
"""What `ng:status` may say of a fact, the best supported first; what is told but is no fact has none."""


@dataclass(frozen=True, slots=True)
class Node:
    """Something that has a page.

    `kind` is one of person, organization, group, place, office, thing (any other entity), event, told (an event that is
    told but is no fact), relation, figure, claim, article, resource (anything else). `type` is the local name of its
    class ("TroopDeployment"), for an event that is told that of `ng:eventType`. `status` is that of a fact.
    """

    iri: str
    label: str
    kind: str
    type: str = ""
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """When something happened: ISO 8601 dates of any precision (2022, 2022-01, 2022-01-06, with a time of day).

    One day has the same `start` and `end`. `words` is how the text says it ("on Thursday").
    """

    start: str | None = None
    end: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of running text; `marked` where it is what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: words, and what facets narrow it to. Values of one facet are alternatives, facets narrow each other.

    `kinds` and `types` are those of a Node; `statuses` those of STATUSES or "told"; `places` and `sources` are IRIs (an
    event lies in a place, a thing is told by a source); `start` and `end` are days (YYYY-MM-DD), both included.
    `order` is "relevance" or "date" (the newest first). `page` counts from 1.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    order: str = "relevance"
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what it is, when (an event, an article), and the words that fit."""

    node: Node
    when: Span = Span()
    place: Node | None = None
    snippet: tuple[Piece, ...] = ()
    articles: int = 0


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that results can be narrowed to: what is asked for (`value`), how it reads, how many results have it."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: `name` is a field of Asked (kinds, types, statuses, places, sources)."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Bucket:
    """So many events in a stretch of time, which is a day, a month or a year by its precision."""

    when: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results. `total` counts all; `timeline` tells how the results that have a date lie in time."""

    asked: Asked
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    timeline: tuple[Bucket, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page: how much there is, what there is most of, and what is new."""

    counts: tuple[tuple[str, int], ...]
    """How many articles, people, organizations, places, events, told, disputed, claims, triples."""
    latest: tuple[Hit, ...] = ()
    busiest: tuple[tuple[Node, int], ...] = ()
    """The people, organizations and places with the most events."""
    types: tuple[FacetValue, ...] = ()
    timeline: tuple[Bucket, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: how the thing whose page it is takes part ("agent", "place"), when and where it was."""

    node: Node
    roles: tuple[str, ...] = ()
    when: Span = Span()
    place: Node | None = None
    others: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation: the node of the relation itself, and its triple with `predicate` in words ("member of").

    Where it gives its subject a date, `object` is a node without IRI that has the date as its label.
    """

    relation: Node
    subject: Node
    predicate: str
    object: Node
    when: Span = Span()


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """An identity with something elsewhere: its IRI, whether it is accepted, its score from 0 to 1, and why."""

    iri: str
    accepted: bool
    score: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    node: Node
    day: str | None = None
    publisher: Node | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice in a chain: who (None where the article's own publisher is not known), how sure, in which mood.

    `factuality` and `modality` are local names of the ontology ("CertainNegative", "Planned"); `view` says both in
    words ("certain that not, planned").
    """

    node: Node | None
    view: str
    factuality: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The sentence of an article around some words, and where they start in its text (in code points)."""

    before: str
    words: str
    after: str
    article: ArticleLine
    start: int = 0


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim: its speakers from the innermost outwards, its words, and the claims that speak against it."""

    iri: str
    about: Node
    speakers: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]
    contradicts: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: what is counted ("Deaths"), from how many to how many (None: open), and who says so."""

    node: Node
    counts: str
    minimum: float | None
    maximum: float | None
    approximate: bool = False
    of: Node | None = None
    day: str | None = None
    claims: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All about an entity. Lists are cut at a page's length; `totals` tells how long they are, by field."""

    node: Node
    names: tuple[str, ...] = ()
    links: tuple[ExternalLink, ...] = ()
    offices: tuple[RelationLine, ...] = ()
    relations: tuple[RelationLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    told: tuple[EventLine, ...] = ()
    figures: tuple[FigureView, ...] = ()
    said: tuple[ClaimView, ...] = ()
    """What it is the (innermost) speaker of."""
    seen_with: tuple[tuple[Node, int], ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    merges: tuple[str, ...] = ()
    """Why what several articles name is held to be one."""
    timeline: tuple[Bucket, ...] = ()
    totals: dict[str, int] = field(default_factory=dict)
    page: int = 1
    """Which page of its lists it shows, all turned together."""
    size: int = 25
    """How many rows a page of a list has."""


@dataclass(frozen=True, slots=True)
class FactPage:
    """All about an event, told or real, a relation (its roles are subject and object) or a figure ("figure of")."""

    node: Node
    roles: tuple[tuple[str, tuple[Node, ...]], ...] = ()
    when: Span = Span()
    claims: tuple[ClaimView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    contradictions: tuple[tuple[ClaimView, ClaimView], ...] = ()
    """Pairs of claims that exclude each other, side by side."""
    related: tuple[tuple[str, Node], ...] = ()
    """Other events: ("fulfils", ...), ("cause", ...), ("topic of", ...)."""
    merges: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sources: int = 0
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of an article's text is: `kind` is mention, event, relation, figure, attribution or cue."""

    kind: str
    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text on which the same marks lie; the segments of an article together are its text."""

    text: str
    start: int
    marks: tuple[int, ...] = ()
    """Which marks of the page, by their place in it."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with what was read in it; `segments` is empty where its text is not kept."""

    node: Node
    day: str | None = None
    publisher: Node | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()
    facts: tuple[EventLine, ...] = ()
    told: tuple[EventLine, ...] = ()
    relations: tuple[RelationLine, ...] = ()
    copies: tuple[Node, ...] = ()
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the network: what it says ("agent", "member of"), and the fact that explains it."""

    source: str
    target: str
    label: str
    fact: Node
    when: Span = Span()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes around some thing, events among them, with edges between; `left_out` tells how many neighbours more."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place with coordinates (WGS 84, in degrees), the number of its events, and the newest few of them."""

    place: Node
    latitude: float
    longitude: float
    count: int
    events: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MapPage:
    """Where events were; `unplaced` counts those whose place has no coordinates that are known."""

    points: tuple[MapPoint, ...]
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something that is denied, uncertain or contradicted, with the claims on it."""

    node: Node
    claims: tuple[ClaimView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    when: Span = Span()


@dataclass(frozen=True, slots=True)
class DisputePage:
    """Disputes of one sort: denied, uncertain, contradicted (claims against each other), or figures that disagree."""

    sort: str
    disputes: tuple[Dispute, ...]
    totals: dict[str, int]
    """How many there are of each sort."""
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True)
class ResourcePage:
    """Anything else that has an IRI: what is said of it, and what says something of it."""

    node: Node
    says: tuple[tuple[str, tuple[Node | str, ...]], ...] = ()
    said_by: tuple[tuple[str, tuple[Node, ...]], ...] = ()
