"""A graph by hand: one of everything that pages show, in an explorer that answers from memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from newsgraph.model.explorer import (
    ArticleLine,
    ArticlePage,
    Asked,
    Bucket,
    ClaimView,
    Dispute,
    DisputePage,
    Edge,
    EntityPage,
    EventLine,
    ExternalLink,
    Facet,
    FacetValue,
    FactPage,
    FigureView,
    Found,
    Hit,
    MapPage,
    MapPoint,
    Mark,
    Network,
    Node,
    Overview,
    Piece,
    Quotation,
    RelationLine,
    ResourcePage,
    Segment,
    Span,
    Speaker,
)

BASE = "https://w3id.org/newsgraph/data/"


def node(path: str, label: str, kind: str = "", type: str = "", status: str | None = None) -> Node:
    """A node at a path below the base; its kind is the first part of the path unless it is given."""
    return Node(BASE + path, label, kind or path.split("/")[0], type, status)


RUSSIA = node("entity/ru", "Russia", "place", "Country")
ALMATY = node("entity/al", "Almaty", "place", "City")
TASS = node("entity/tass", "TASS", "organization", "NewsAgency")
MINISTRY = node("entity/mi", "Interior Ministry", "organization", "Ministry")
TOKAYEV = node("entity/to", "Kassym-Jomart Tokayev", "person", "Person")
PRESIDENT = node("entity/pr", "President of Kazakhstan", "office", "Office")
SENDS = node("event/sends", "Russia deploys soldiers to Kazakhstan", "event", "TroopDeployment", "Corroborated")
RIOT = node("event/riot", "Crowds riot in Almaty", "event", "Riot", "Disputed")
DENIED = node("event/denied", "Soldiers shoot at protesters", "told", "Shooting")
HOLDS = node("relation/holds", "Tokayev is President", "relation", "Relation", "Asserted")
TOLL = node("figure/toll", "dozens", "figure", "Figure", "Reported")
STORY = node("article/story", "Russia sends soldiers", "article", "NewsArticle")
NAN = node("entity/nan", "NAN", "organization", "MediaOrganization")

DAY = Span("2022-01-06", "2022-01-06", "on Thursday")
LINE = ArticleLine(STORY, "2022-01-06", NAN)
QUOTE = Quotation("Russia has ", "deployed", " soldiers, agencies said.", LINE, 11)
SURE = Speaker(MINISTRY, "certain, actual", "CertainPositive", "Actual")
PASSED_ON = Speaker(TASS, "certain, actual", "CertainPositive", "Actual")
SURE_NOT = Speaker(TOKAYEV, "certain that not, actual", "CertainNegative", "Actual")


def claim(name: str, *speakers: Speaker, about: Node = SENDS, against: Sequence[str] = ()) -> ClaimView:
    """A claim with one quotation."""
    told = tuple(BASE + other for other in against)
    return ClaimView(f"{BASE}claim/{name}", about, speakers or (SURE, PASSED_ON), (QUOTE,), told, 0.9)


def figure(name: str, low: float | None, high: float | None, *claims: ClaimView, counts: str = "Deaths") -> FigureView:
    """A figure of the riot."""
    return FigureView(replace(TOLL, iri=f"{BASE}figure/{name}"), counts, low, high, False, RIOT, "2022-01-06", claims)


def event_line(what: Node = SENDS, **fields: object) -> EventLine:
    """An event with a part, a day, a place and another who takes part."""
    return replace(EventLine(what, ("agent",), DAY, ALMATY, (TASS,)), **fields)  # type: ignore[arg-type]


OFFICE = RelationLine(HOLDS, TOKAYEV, "holds office", PRESIDENT, Span("2019-03", None))
YES, NO = claim("yes", SURE, against=("claim/no",)), claim("no", SURE_NOT, against=("claim/yes",))
FIGURES = (
    figure("few", 8, 8, claim("eight", SURE)),
    figure("many", 24, None, claim("dozens", PASSED_ON)),
    figure("most", None, 225, claim("most", SURE_NOT)),
)
TIMES = (Bucket("2022-01-05", 2), Bucket("2022-01-06", 7), Bucket("2022-01-13", 1))
HIT = Hit(SENDS, DAY, ALMATY, (Piece("Russia has "), Piece("deployed", True), Piece(" soldiers")), 3)
ENTITY = EntityPage(
    RUSSIA,
    names=("Russian Federation", "RF"),
    links=(
        ExternalLink("http://www.wikidata.org/entity/Q159", True, 0.98, ("same name", "known country")),
        ExternalLink("https://sws.geonames.org/2017370/", False, 0.41, ("name alone",)),
    ),
    offices=(OFFICE,),
    relations=(OFFICE,),
    events=(event_line(), event_line(RIOT)),
    told=(event_line(DENIED),),
    figures=FIGURES,
    said=(YES,),
    seen_with=((TASS, 4), (ALMATY, 2)),
    articles=(LINE,),
    merges=("same identifier (score 1.0, rule)",),
    timeline=TIMES,
    totals={"events": 120, "told": 1},
)
FACT = FactPage(
    SENDS,
    (("agent", (RUSSIA,)), ("destination", (ALMATY,))),
    DAY,
    claims=(claim("c1"), YES, NO),
    figures=FIGURES,
    contradictions=((YES, NO),),
    related=(("fulfils", DENIED), ("cause", RIOT)),
    merges=("same type, day and place (score 0.9, rule)",),
    names=("Russia sends soldiers",),
    sources=3,
)
TOLD = FactPage(DENIED, (("agent", (MINISTRY,)),), Span(), (claim("d1", SURE_NOT, about=DENIED),))
TEXT = "Russia has deployed soldiers, agencies said.\n\nThe toll is not clear."
MARKS = (
    Mark("mention", RUSSIA, 0, 6),
    Mark("event", SENDS, 0, 28),
    Mark("attribution", node("claim/c1", "agencies say", "claim"), 30, 43),
)
SEGMENTS = (
    Segment(TEXT[0:6], 0, (1, 0)),
    Segment(TEXT[6:28], 6, (1,)),
    Segment(TEXT[28:30], 28),
    Segment(TEXT[30:43], 30, (2,)),
    Segment(TEXT[43:], 43),
)
ARTICLE = ArticlePage(
    STORY,
    "2022-01-06",
    NAN,
    "https://example.org/story",
    "en",
    "all rights reserved",
    SEGMENTS,
    MARKS,
    (event_line(),),
    (event_line(DENIED),),
    (OFFICE,),
    (node("article/copy", "The same again", "article"),),
)
FACETS = (
    Facet("kinds", (FacetValue("event", "Event", 9, True), FacetValue("person", "Person", 4))),
    Facet("types", tuple(FacetValue(f"Type{n}", f"Type {n}", 20 - n) for n in range(12))),
    Facet("statuses", (FacetValue("Disputed", "Disputed", 2), FacetValue("told", "Told, no fact", 1))),
    Facet("places", (FacetValue(ALMATY.iri, "Almaty", 5),)),
    Facet("sources", (FacetValue(TASS.iri, "TASS", 5),)),
)
NETWORK = Network(
    (RUSSIA, SENDS, ALMATY, TASS),
    (
        Edge(SENDS.iri, RUSSIA.iri, "agent", SENDS, DAY),
        Edge(SENDS.iri, ALMATY.iri, "destination", SENDS, DAY),
        Edge(TASS.iri, RUSSIA.iri, "memberOf", HOLDS),
    ),
    7,
)
OVERVIEW = Overview(
    (("articles", 8), ("people", 19), ("organizations", 31), ("places", 14), ("events", 124), ("told", 21),
     ("disputed", 5), ("claims", 186), ("triples", 12362)),
    (HIT, Hit(RIOT, DAY, ALMATY, (), 2)),
    ((TOKAYEV, 9), (TASS, 7), (RUSSIA, 12)),
    (FacetValue("TroopDeployment", "troop deployment", 6), FacetValue("Riot", "riot", 3)),
    TIMES,
)  # fmt: skip
RESOURCE = ResourcePage(
    Node("http://www.wikidata.org/entity/Q159", "Q159", "resource"),
    (("label", ("Russia",)), ("exact match", (RUSSIA,))),
    (("link of", (RUSSIA,)),),
)
MAP = MapPage(
    (
        MapPoint(ALMATY, 43.25, 76.95, 12, (event_line(),)),
        MapPoint(RUSSIA, 55.75, 37.62, 3, (event_line(RIOT),)),
    ),
    4,
)
DISPUTES = (Dispute(RIOT, (YES, NO, claim("c9")), FIGURES, DAY), Dispute(DENIED, (claim("d1", SURE_NOT),)))


@dataclass(frozen=True)
class Known:
    """An explorer that knows the graph above, or what is put in its place."""

    facts: Mapping[str, FactPage] = field(default_factory=lambda: {SENDS.iri: FACT, DENIED.iri: TOLD})
    entities: Mapping[str, EntityPage] = field(default_factory=lambda: {RUSSIA.iri: ENTITY})
    articles: Mapping[str, ArticlePage] = field(default_factory=lambda: {STORY.iri: ARTICLE})
    resources: Mapping[str, ResourcePage] = field(default_factory=lambda: {RESOURCE.node.iri: RESOURCE})
    first: Overview = OVERVIEW
    hits: Sequence[Hit] = (HIT, Hit(DENIED, Span("2022-01", "2022-02")), Hit(STORY, DAY))
    total: int = 75
    asked: list[Asked] = field(default_factory=list)

    async def overview(self) -> Overview:
        """The first page."""
        return self.first

    async def search(self, asked: Asked) -> Found:
        """The same results to every question, which is kept in `asked`."""
        self.asked.append(asked)
        return Found(asked, self.total, tuple(self.hits), FACETS if self.total else (), TIMES if self.total else ())

    async def entity(self, iri: str, page: int = 1) -> EntityPage | None:
        """An entity that is known."""
        return self.entities.get(iri)

    async def fact(self, iri: str) -> FactPage | None:
        """A fact that is known."""
        return self.facts.get(iri)

    async def article(self, iri: str) -> ArticlePage | None:
        """An article that is known."""
        return self.articles.get(iri)

    async def network(
        self, iri: str, types: Sequence[str] = (), start: str | None = None, end: str | None = None, limit: int = 40
    ) -> Network | None:
        """The one network."""
        return NETWORK if iri == RUSSIA.iri else None

    async def map(self, asked: Asked) -> MapPage:
        """The one map."""
        self.asked.append(asked)
        return MAP

    async def disputes(self, sort: str, page: int = 1) -> DisputePage:
        """The same disputes of every sort."""
        return DisputePage(sort, DISPUTES, {"denied": 45, "contradicted": 2}, page)

    async def resource(self, iri: str) -> ResourcePage | None:
        """A resource that is known."""
        return self.resources.get(iri)

    async def node(self, iri: str) -> Node | None:
        """Russia."""
        return RUSSIA if iri == RUSSIA.iri else None

    async def suggest(self, prefix: str, limit: int = 10) -> tuple[Node, ...]:
        """Nothing."""
        return ()
