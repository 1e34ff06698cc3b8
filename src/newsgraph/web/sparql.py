"""The SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/ (sections 2.1 and 2.2), and its description."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from newsgraph.errors import NewsgraphError
from newsgraph.model.serving import Convert, Reply, Sparql, Update
from newsgraph.web.bodies import BodyError, fields, form, text
from newsgraph.web.description import description
from newsgraph.web.negotiation import NAMES, RESULTS, TRIPLES, preferred, prefers_html
from newsgraph.web.pool import Pool
from newsgraph.web.problems import of_error, problem
from newsgraph.web.updates import Updates

QUERY, UPDATE, FORM = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"
ALLOW = "GET, HEAD, POST, OPTIONS"
# Of an address that others shall follow, in characters.
LONGEST = 16 << 10
_FIELDS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: a `kind` ("query", "update", or "" for nothing), its text, and the other fields."""

    kind: str
    text: str
    fields: Pairs

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(value for field, value in self.fields if field == name)


class Protocol:
    """The endpoint."""

    def __init__(self, pool: Pool, updates: Updates, *, size: int) -> None:
        self._pool, self._updates, self._size = pool, updates, size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as an ASGI application."""
        response = await self.handle(Request(scope, receive))
        await response(scope, receive, send)

    async def handle(self, request: Request) -> Response:
        """The answer to a request."""
        if request.method not in ("GET", "HEAD", "POST"):
            return problem(405, f"{request.method} means nothing here", {"Allow": ALLOW})
        try:
            asked = await self._asked(request)
            return await self._answer(request, asked)
        except BodyError as error:
            return problem(error.status, str(error))
        except NewsgraphError as error:
            return of_error(error)

    async def _asked(self, request: Request) -> Asked:
        given = fields(request.scope["query_string"].decode("latin-1"))
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if request.method != "POST":
            if any(name == "update" for name, _ in given):
                raise BodyError(400, "asks for a change by GET: use POST")
            return _one(given)
        if media == FORM:
            return _one([*given, *await form(request, self._size)])
        if media in (QUERY, UPDATE):
            kind = "query" if media == QUERY else "update"
            if any(name in _FIELDS for name, _ in given):
                raise BodyError(400, "has a query in its address and another one in its body")
            return Asked(kind, await text(request, self._size), given)
        raise BodyError(415, f"has a body of the type {media!r}; send {FORM}, {QUERY} or {UPDATE}")

    async def _answer(self, request: Request, asked: Asked) -> Response:
        accept = request.headers.get("accept")
        if asked.kind == "update":
            return await self._updates.change(request, _update(asked))
        if prefers_html(accept, (*RESULTS, *TRIPLES)) and not asked.all("format") and (page := _page(asked)):
            return page
        if not asked.kind:
            said = description(str(request.url.replace(query="")), changes=self._updates.allowed)
            return answered(await self._pool.ask(Convert(said, preferred(accept, TRIPLES))))
        return answered(await self._pool.ask(_query(asked, accept)))


class Told(Response):
    """A reply, with no more ceremony than it needs: there are thousands a second."""

    def __init__(self, reply: Reply) -> None:
        self.status_code, self.body, self.background = 200, reply.body, None
        media = reply.media if not reply.media.startswith("text/") else f"{reply.media}; charset=utf-8"
        length = str(len(reply.body)).encode()
        self.raw_headers = [(b"content-length", length), (b"content-type", media.encode()), (b"vary", b"Accept")]


def answered(reply: object) -> Response:
    """A reply as it goes out; 406 where the client takes none of the formats."""
    if not isinstance(reply, Reply):
        raise TypeError(f"a worker gave {type(reply).__name__}")
    if not reply.media:
        return problem(406, f"the answer can be had as {reply.body.decode()}")
    return Told(reply)


def _page(asked: Asked) -> Response | None:
    """A browser is sent to the page where queries are written, with the query if an address can hold it."""
    query = urlencode({"q": asked.text}) if asked.text else ""
    if len(query) > LONGEST:
        return None
    return RedirectResponse(f"/query?{query}" if query else "/query", 303, headers={"Vary": "Accept"})


def _one(given: Pairs) -> Asked:
    """The one query or change among some fields."""
    found = [(name, value) for name, value in given if name in _FIELDS]
    if len(found) > 1:
        raise BodyError(400, "has more than one query or change")
    kind, said = found[0] if found else ("", "")
    if not found and given:
        raise BodyError(400, "has no query: give one as the field 'query'")
    return Asked(kind, said, [one for one in given if one[0] not in _FIELDS])


def _query(asked: Asked, accept: str | None) -> Sparql:
    results: tuple[str, ...] = RESULTS
    triples: tuple[str, ...] = TRIPLES
    for name in asked.all("format")[:1]:
        if name not in NAMES:
            raise BodyError(400, f"asks for the format {name!r}; there are {', '.join(NAMES)}")
        accept, results, triples = None, _of(NAMES[name], RESULTS), _of(NAMES[name], TRIPLES)
    defaults, named = (asked.all(field) for field in _FIELDS["query"])
    return Sparql(asked.text, defaults, named, preferred(accept, results), preferred(accept, triples))


def _update(asked: Asked) -> Update:
    defaults, named = (asked.all(field) for field in _FIELDS["update"])
    return Update(asked.text, defaults, named)


def _of(wanted: Iterable[str], offers: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in offers if one in set(wanted))
