"""The JSON of the explorer: the same values as on its pages, described by OpenAPI."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from pydantic import StringConstraints

from newsgraph.errors import UnknownError
from newsgraph.model.explorer import (
    ArticlePage,
    Asked,
    DisputePage,
    EntityPage,
    FactPage,
    Found,
    MapPage,
    Network,
    Node,
    Overview,
    ResourcePage,
)
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.ontology.queries import NamedQuery, named_queries
from newsgraph.web.ports import Explorer

T = TypeVar("T")
# Longer than any IRI or name that means anything; beyond, a search is an attack.
LONGEST = 2000
DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
NO_NUL = r"^[^\x00]*$"

Text = Annotated[str, StringConstraints(max_length=LONGEST, pattern=NO_NUL)]
Iri = Annotated[Text, Query(description="An IRI of the graph.", min_length=1)]
Texts = Annotated[list[Text], Query(max_length=50)]
Day = Annotated[Annotated[str, StringConstraints(pattern=DAY)] | None, Query(description="YYYY-MM-DD")]
Number = Annotated[int, Query(ge=1, le=10_000)]
Sort = Literal["denied", "uncertain", "contradicted", "figures"]
PROBLEMS = {
    400: {"description": "The request cannot be understood."},
    403: {"description": "The service is not known under the name of the host."},
    404: {"description": "Nothing has that IRI."},
    408: {"description": "The request has not arrived in time."},
    414: {"description": "The address is too long."},
    422: {"description": "A parameter is not as it should be, or too much is asked for."},
    431: {"description": "The headers are too long."},
    503: {"description": "Too many requests wait; try again after some seconds."},
    504: {"description": "The answer takes too long."},
}


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A question that comes with the program, ready to be asked."""

    name: str
    text: str


def asked(
    q: Text = "",
    kind: Texts = [],  # noqa: B006  # FastAPI copies its defaults
    type: Texts = [],  # noqa: B006
    status: Texts = [],  # noqa: B006
    place: Texts = [],  # noqa: B006
    source: Texts = [],  # noqa: B006
    start: Annotated[Day, Query(alias="from")] = None,
    end: Annotated[Day, Query(alias="to")] = None,
    order: Literal["relevance", "date"] = "relevance",
    page: Number = 1,
) -> Asked:
    """A search from the parameters of an address."""
    facets = (tuple(kind), tuple(type), tuple(status), tuple(place), tuple(source))
    return Asked(q, *facets, start=start, end=end, order=order, page=page)


def router(explorer: Explorer) -> APIRouter:
    """The endpoints under /api."""
    api = APIRouter(prefix="/api", responses={key: dict(value) for key, value in PROBLEMS.items()})
    _lists(api, explorer)
    _things(api, explorer)
    _queries(api)
    return api


def _lists(api: APIRouter, explorer: Explorer) -> None:
    @api.get("/overview")
    async def overview() -> Overview:
        """How much there is, what there is most of, and what is new."""
        return await explorer.overview()

    @api.get("/search")
    async def search(asked: Annotated[Asked, Depends(asked)]) -> Found:
        """People, places, events and articles, narrowed by facets."""
        return await explorer.search(asked)

    @api.get("/map")
    async def map(asked: Annotated[Asked, Depends(asked)]) -> MapPage:
        """Where the events were that a search finds."""
        return await explorer.map(asked)

    @api.get("/disputes")
    async def disputes(sort: Sort = "denied", page: Number = 1) -> DisputePage:
        """What is denied, uncertain or contradicted, and figures that disagree."""
        return await explorer.disputes(sort, page)

    @api.get("/suggest")
    async def suggest(q: Text = "", limit: Annotated[int, Query(ge=1, le=50)] = 10) -> tuple[Node, ...]:
        """Things whose names begin with some letters."""
        return await explorer.suggest(q, limit)


def _things(api: APIRouter, explorer: Explorer) -> None:
    @api.get("/entity")
    async def entity(iri: Iri, page: Number = 1) -> EntityPage:
        """All about an entity."""
        return _there(await explorer.entity(iri, page), iri)

    @api.get("/fact")
    async def fact(iri: Iri) -> FactPage:
        """All about an event or a relation, with every claim, its speakers and its words."""
        return _there(await explorer.fact(iri), iri)

    @api.get("/article")
    async def article(iri: Iri) -> ArticlePage:
        """An article with what was read in it."""
        return _there(await explorer.article(iri), iri)

    @api.get("/resource")
    async def resource(iri: Iri) -> ResourcePage:
        """What is said of anything that has an IRI."""
        return _there(await explorer.resource(iri), iri)

    @api.get("/network")
    async def network(
        iri: Iri,
        type: Texts = [],  # noqa: B006
        start: Annotated[Day, Query(alias="from")] = None,
        end: Annotated[Day, Query(alias="to")] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 40,
    ) -> Network:
        """What stands around something, and why."""
        return _there(await explorer.network(iri, tuple(type), start, end, limit), iri)


def _queries(api: APIRouter) -> None:
    @api.get("/queries")
    async def queries() -> tuple[NamedQuery, ...]:
        """The questions that come with the program, with their parameters and columns."""
        return tuple(named_queries().values())

    @api.get("/queries/{name}")
    async def query(name: Text, request: Request) -> BoundQuery:
        """A question with the values of its parameters, given by their names, put into its SPARQL."""
        if name not in named_queries():
            raise UnknownError(name, "is no question that comes with the program")
        return BoundQuery(name, named_queries()[name].bound(dict(request.query_params)))

    @api.get("/prefixes")
    async def prefixes() -> dict[str, str]:
        """The prefixes that need no declaring."""
        return dict(PREFIXES)


def _there(found: T | None, iri: str) -> T:
    if found is None:
        raise UnknownError(iri, "is not in the graph, or is another sort of thing")
    return found
