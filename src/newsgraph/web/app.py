"""The web application: what answers at which address."""

from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from newsgraph.errors import NewsgraphError
from newsgraph.model.serving import Sparql
from newsgraph.web import api, pages
from newsgraph.web.annotating import Annotator, endpoint
from newsgraph.web.asking import Asking
from newsgraph.web.data import Data
from newsgraph.web.negotiation import prefers_html
from newsgraph.web.pages.addresses import KINDS
from newsgraph.web.pool import Pool
from newsgraph.web.problems import TITLES, problem, status_of
from newsgraph.web.results import runner
from newsgraph.web.security import Guard
from newsgraph.web.sparql import Protocol
from newsgraph.web.updates import Updates

STATIC = Path(__file__).parent / "static"
MACHINES = ("/api", "/sparql", "/data", "/nif", "/health", "/openapi.json")
"""What is asked by programs: errors are problems in JSON there."""
Life = Callable[[FastAPI], AbstractAsyncContextManager[None]]
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How an application is set up: where IRIs of the data begin, its `title`, who may ask (see Guard), the most bytes
    that a request may have, and the version of the program."""

    base: str
    title: str = "newsgraph"
    hosts: Collection[str] = ()
    open_to_all: bool = False
    size: int = 1 << 20
    version: str = ""


METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]


def application(
    pool: Pool, updates: Updates, settings: Settings, life: Life, annotator: Annotator | None = None
) -> ASGIApp:
    """The application. `life` is entered when it starts and left when it stops; an `annotator` reads what is sent."""
    explorer = Asking(pool)
    app = FastAPI(
        title=settings.title,
        version=settings.version or "0",
        description="The explorer's values, as JSON. SPARQL is answered at /sparql, graphs are read at /data.",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
    )
    app.state.site = pages.Site(settings.base, settings.title)
    app.include_router(api.router(explorer))
    app.router.routes.extend(_routes(pool, settings, explorer))
    app.router.routes.append(Route("/nif", endpoint(annotator, settings.size), methods=["POST"]))
    for error in (NewsgraphError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(error, _explained)
    sparql = Protocol(pool, updates, size=settings.size)
    return Guard(app, settings.hosts, direct={"/sparql": sparql}, open_to_all=settings.open_to_all)


def _routes(pool: Pool, settings: Settings, explorer: Asking) -> Iterator[BaseRoute]:
    data = Data(pool, settings.base)
    yield Route("/data", data.handle, methods=METHODS)
    yield Route("/health", _health(pool))
    yield Mount("/static", StaticFiles(directory=STATIC))
    for route in pages.routes(explorer, base=settings.base, title=settings.title, run=runner(pool)):
        first = route.path.split("/")[1]
        looked_up = first in KINDS or first == "resource"
        yield Route(route.path, data.negotiated(route.endpoint), name=route.name) if looked_up else route


def _health(pool: Pool) -> Handler:
    async def health(request: Request) -> Response:
        """Whether queries are answered."""
        await pool.ask(Sparql("ASK {}", results=("application/sparql-results+json",)))
        return JSONResponse({"status": "ok", "version": request.app.version})

    return health


async def _explained(request: Request, error: Exception) -> Response:
    """An error as a page, to those who look at pages, or as a problem in JSON."""
    status, detail, headers = _said(error)
    path = request.url.path
    if path.startswith(MACHINES) or not prefers_html(request.headers.get("accept"), ("application/json",)):
        return problem(status, detail, headers)
    return pages.problem(request, status, TITLES.get(status, "An error"), detail)


def _said(error: Exception) -> tuple[int, str, Mapping[str, str]]:
    if isinstance(error, NewsgraphError):
        return status_of(error), str(error), {}
    if isinstance(error, HTTPException):
        return error.status_code, error.detail, error.headers or {}
    if isinstance(error, RequestValidationError):
        wrong = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return 422, "; ".join(wrong), {}
    return 500, "an error of the program; its log says more", {}
