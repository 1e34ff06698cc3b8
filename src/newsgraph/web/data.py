"""Reading by the Graph Store Protocol, and looking IRIs up.

https://www.w3.org/TR/sparql11-http-rdf-update/ (GET and HEAD), https://www.w3.org/TR/cooluris/.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from newsgraph.errors import NewsgraphError
from newsgraph.model.serving import Describe, GraphRead
from newsgraph.web.bodies import BodyError, fields
from newsgraph.web.negotiation import NAMES, QUADS, TRIPLES, preferred, prefers_html
from newsgraph.web.pool import Pool
from newsgraph.web.problems import of_error, problem
from newsgraph.web.sparql import answered

READ = "GET, HEAD, OPTIONS"
Handler = Callable[[Request], Awaitable[Response]]


class Data:
    """The graph store, and descriptions of what has an IRI."""

    def __init__(self, pool: Pool, base: str) -> None:
        self._pool, self._base = pool, base

    async def handle(self, request: Request) -> Response:
        """A graph: that of `graph`, the default one (`default`), or all quads."""
        if request.method not in ("GET", "HEAD"):
            return problem(405, f"{request.method} is not offered: graphs are only read here", {"Allow": READ})
        try:
            asked = self._asked(request)
            return answered(await self._pool.ask(asked))
        except BodyError as error:
            return problem(error.status, str(error))
        except NewsgraphError as error:
            return of_error(error)

    def _asked(self, request: Request) -> GraphRead:
        given = dict(fields(request.url.query))
        offers = QUADS if not {"graph", "default"} & given.keys() else TRIPLES
        if {"graph", "default"} <= given.keys():
            raise BodyError(400, "names a graph and the default graph: choose one")
        name = given.get("graph", "" if "default" in given else None)
        if given.get("graph") == "":
            raise BodyError(400, "names no graph")
        return GraphRead(name, _media(request, given.get("format"), offers))

    async def described(self, request: Request, iri: str) -> Response:
        """What is said of an IRI, as RDF."""
        try:
            given = dict(fields(request.url.query))
            return answered(await self._pool.ask(Describe(iri, _media(request, given.get("format"), TRIPLES))))
        except BodyError as error:
            return problem(error.status, str(error))
        except NewsgraphError as error:
            return of_error(error)

    def negotiated(self, page: Handler) -> Handler:
        """A handler that gives the page of an IRI under the base to those who want to see one, and RDF to others."""

        async def handler(request: Request) -> Response:
            if "format" not in request.query_params and _sees(request.headers.get("accept")):
                response = await page(request)
                response.headers["Vary"] = "Accept"
                return response
            return await self.described(request, self._iri(request))

        return handler

    def _iri(self, request: Request) -> str:
        return request.query_params.get("iri") or self._base + str(request.scope["path"]).removeprefix("/")


def _sees(accept: str | None) -> bool:
    """Who says nothing, or takes anything, is a browser or a person at a terminal as likely as a program: HTML."""
    return not accept or accept.strip() == "*/*" or prefers_html(accept, TRIPLES)


def _media(request: Request, format: str | None, offers: tuple[str, ...]) -> tuple[str, ...]:
    if format is None:
        return preferred(request.headers.get("accept"), offers)
    found = tuple(one for one in offers if one in NAMES.get(format, ()))
    if not found:
        raise BodyError(400, f"asks for the format {format!r}, which this cannot be had in")
    return found
