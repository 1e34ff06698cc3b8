"""A handler for each page: reads what is asked, asks the explorer, renders."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from newsgraph.errors import QueryError
from newsgraph.model.explorer import EntityPage
from newsgraph.ontology.queries import named_queries
from newsgraph.storage.explorer.entities import SIZE
from newsgraph.web.pages import asking, marked, pairs, questions, ranges, timeline, words, worldmap
from newsgraph.web.pages.addresses import FACTS, VOICES, Site, anchor
from newsgraph.web.pages.environment import html, problem
from newsgraph.web.pages.questions import Run
from newsgraph.web.pages.voices import fact_of
from newsgraph.web.ports import Explorer
from newsgraph.web.problems import status_of

SORTS = {
    "denied": "Denied",
    "uncertain": "Uncertain",
    "contradicted": "Contradicted",
    "figures": "Figures that disagree",
}
LISTS = ("offices", "relations", "events", "told", "figures", "said", "articles")
_Handler: TypeAlias = Callable[["Pages", Request], Awaitable[Response]]


def page(handler: _Handler) -> _Handler:
    """A handler whose pages know their site."""

    @wraps(handler)
    async def handle(self: "Pages", request: Request) -> Response:
        request.state.site = self.site
        return await handler(self, request)

    return handle


def pages_of(found: EntityPage) -> int:
    """How many pages the longest list of an entity fills."""
    longest = max((found.totals.get(name, 0) for name in LISTS), default=0)
    return max(1, -(-longest // SIZE))


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one graph. Handlers of things take the IRI's last part from the path, as `id`."""

    explorer: Explorer
    site: Site
    run: Run | None = None

    @page
    async def overview(self, request: Request) -> Response:
        """The first page."""
        found = await self.explorer.overview()
        return html("overview", request, found=found, chart=timeline.timeline(found.timeline))

    @page
    async def search(self, request: Request) -> Response:
        """Results, and what they can be narrowed to."""
        asked, wrong = asking.read(request.query_params)
        found = await self.explorer.search(asked)
        return html("search", request, found=found, wrong=wrong, asking=asking, chart=timeline.timeline(found.timeline))

    @page
    async def entity(self, request: Request) -> Response:
        """All about an entity."""
        iri = self._iri(request, "entity")
        number = asking.page_number(request.query_params)
        found = await self.explorer.entity(iri, number)
        if found is None:
            return await self._resource(request, iri)
        chart = timeline.timeline(found.timeline)
        return html(
            "entity", request, found=found, number=number, last=pages_of(found), chart=chart,
            ranges=ranges.charts(found.figures, about=iri),
        )  # fmt: skip

    @page
    async def event(self, request: Request) -> Response:
        """All about an event, told or real."""
        return await self._fact(request, "event")

    @page
    async def relation(self, request: Request) -> Response:
        """All about a relation."""
        return await self._fact(request, "relation")

    async def _fact(self, request: Request, kind: str) -> Response:
        iri = self._iri(request, kind)
        found = await self.explorer.fact(iri)
        if found is None:
            return await self._resource(request, iri)
        how = words.worlds(found.claims)
        return html("fact", request, found=found, how=how, ranges=ranges.charts(found.figures, about=iri))

    @page
    async def figure(self, request: Request) -> Response:
        """To the figure's place on the page of its fact."""
        return await self._voice(request, "figure")

    @page
    async def claim(self, request: Request) -> Response:
        """To the claim's place on the page of its fact."""
        return await self._voice(request, "claim")

    async def _voice(self, request: Request, kind: str) -> Response:
        iri = self._iri(request, kind)
        target = await fact_of(self.explorer, iri)
        if target is None:
            return await self._resource(request, iri)
        return RedirectResponse(f"{self.site.page(target.iri)}#{anchor(iri)}", 303)

    @page
    async def article(self, request: Request) -> Response:
        """An article with what was read in it."""
        iri = self._iri(request, "article")
        found = await self.explorer.article(iri)
        if found is None:
            return await self._resource(request, iri)
        return html("article", request, found=found, lines=marked.lines(found))

    @page
    async def resource(self, request: Request) -> Response:
        """What is said of any IRI; things that have a page of their own are shown there."""
        iri = request.query_params.get("iri", "")
        if not iri:
            return problem(request, 400, detail="The address has to name a resource: /resource?iri=…")
        own = self.site.page(iri)
        if own.startswith(tuple(f"/{kind}/" for kind in ("entity", "article", *FACTS, *VOICES))):
            return RedirectResponse(own, 303)
        return await self._resource(request, iri)

    @page
    async def other(self, request: Request) -> Response:
        """What is said of something of the data that has no page of its own kind: /mention/..., /activity/..."""
        return await self._resource(request, self.site.base + str(request.scope["path"]).removeprefix("/"))

    async def _resource(self, request: Request, iri: str) -> Response:
        found = await self.explorer.resource(iri)
        if found is None:
            return problem(request, 404, detail=f"This graph says nothing of <{iri}>.")
        return html("resource", request, found=found)

    @page
    async def graph(self, request: Request) -> Response:
        """What stands around something."""
        params = request.query_params
        asked, wrong = asking.read(params)
        iri = params.get("iri", "")
        middle = await self.explorer.node(iri) if iri else None
        if iri and middle is None:
            return problem(request, 404, detail=f"This graph says nothing of <{iri}>.")
        network = await self.explorer.network(iri, asked.types, asked.start, asked.end) if iri else None
        ties = pairs.ties(network, iri) if network else []
        types = list(pairs.types_of(network, asked.types))
        return html(
            "graph", request, middle=middle, network=network, ties=ties, types=types, asked=asked, wrong=wrong,
            asking=asking,
        )  # fmt: skip

    @page
    async def map(self, request: Request) -> Response:
        """Where events were."""
        asked, wrong = asking.read(request.query_params)
        found = await self.explorer.map(asked)
        whole = request.query_params.get("view") == "world"
        drawn = worldmap.world_map(found.points, whole=whole)
        return html("map", request, found=found, drawn=drawn, whole=whole, asked=asked, wrong=wrong, asking=asking)

    @page
    async def disputes(self, request: Request) -> Response:
        """What is denied, uncertain, contradicted."""
        sort = request.query_params.get("sort", "") or "denied"
        if sort not in SORTS:
            return problem(request, 400, detail=f"There is no sort {sort!r} of disputes.")
        found = await self.explorer.disputes(sort, asking.page_number(request.query_params))
        return html("disputes", request, found=found, sorts=SORTS, pairs=pairs, charts=ranges.charts)

    @page
    async def query(self, request: Request) -> Response:
        """Named queries, SPARQL, and their answers."""
        asked = questions.read(request.query_params)
        shown, wrong, status = None, asked.wrong, 400 if asked.wrong else 200
        if asked.running and self.run:
            try:
                shown = questions.shown(await self.run(asked.text))
            except QueryError as error:
                wrong, status = str(error), status_of(error)
        named = named_queries().values()
        return html("query", request, status=status, asked=asked, shown=shown, wrong=wrong, named=named)

    def _iri(self, request: Request, kind: str) -> str:
        return self.site.iri(kind, request.path_params["id"])
