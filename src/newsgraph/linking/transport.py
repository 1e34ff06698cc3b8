"""One try at an endpoint through SPARQLWrapper: a response, or the failure in our own terms."""

import time
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode

from SPARQLWrapper import GET, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import (
    EndPointInternalError,
    EndPointNotFound,
    QueryBadFormed,
    SPARQLWrapperException,
    Unauthorized,
    URITooLong,
)

from newsgraph.errors import EndpointError, QueryError
from newsgraph.linking.access import PASSWORD
from newsgraph.linking.cache import Response
from newsgraph.linking.patience import PassingError
from newsgraph.linking.wire import MAX_BYTES, Wire, refusal, waited

MAX_ADDRESS = 1_800  # proxies and servers cut longer ones
MAY_PASS = frozenset({429, 500, 502, 503, 504})
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
STATUS: dict[type[SPARQLWrapperException], int] = {
    QueryBadFormed: 400,
    Unauthorized: 401,
    EndPointNotFound: 404,
    URITooLong: 414,
    EndPointInternalError: 500,
}


def ask(url: str, text: str, *, timeout: float, agent: str) -> Response:
    """The response to a query. Raises PassingError, EndpointError, or QueryError where the query is to blame."""
    wrapper = _wrapper(url, text, timeout, agent)
    try:
        return _received(url, wrapper.query().response, time.monotonic() + timeout)
    except SPARQLWrapperException as error:
        raise _refusal(url, STATUS.get(type(error), 0), str(error)) from error
    except HTTPError as error:
        raise _refusal(url, error.code, error.reason, error.headers.get("Retry-After")) from error
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        late = isinstance(reason, TimeoutError)
        raise PassingError(
            url, f"gave no answer in {timeout:g} s" if late else f"cannot be reached: {reason}"
        ) from error


def ask_as(wire: Wire, url: str, text: str) -> Response:
    """The response to a query in somebody's name; raises what `ask` raises."""
    wrapper = _wrapper(url, text, wire.timeout, "")
    accept = "application/sparql-results+json" if wrapper.queryType in ("SELECT", "ASK") else "text/turtle"
    reply = wire.send("POST", url, {**FORM, "Accept": accept}, urlencode({"query": text}).encode())
    if reply.status == 400:
        raise QueryError(url, f"does not understand the query: {reply.said}")
    if not 200 <= reply.status < 300:
        raise refusal(url, reply)
    return Response(_decoded(url, reply.body), reply.headers.get("Content-Type", ""))


def _wrapper(url: str, text: str, timeout: float, agent: str) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(url, agent=agent)
    wrapper.setOnlyConneg(True)
    wrapper.timeout = timeout  # type: ignore[assignment]  # typed for whole seconds, handed on as it is
    wrapper.setQuery(text)
    if wrapper.isSparqlUpdateRequest():
        raise QueryError(url, "is asked for a change", advice="newsgraph only reads from endpoints")
    wrapper.setReturnFormat(JSON if wrapper.queryType in ("SELECT", "ASK") else TURTLE)
    wrapper.setMethod(GET if len(url) + len(text) < MAX_ADDRESS else POST)
    return wrapper


def _received(url: str, response: HTTPResponse, deadline: float) -> Response:
    """The whole body. A server that dribbles is cut off at the deadline: its socket never falls silent."""
    body = bytearray()
    while part := response.read1():
        body += part
        if time.monotonic() > deadline:
            raise TimeoutError
        if len(body) > MAX_BYTES:
            raise EndpointError(url, "gave an answer that is too large", advice="add a LIMIT to the query")
    if response.length:
        raise HTTPException("cut off")  # read1() takes the end of the connection for that of the body
    return Response(_decoded(url, body), response.headers.get("Content-Type", ""))


def _decoded(url: str, body: bytes | bytearray) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PassingError(url, "gave an answer that is no UTF-8") from error


def _refusal(url: str, status: int, text: str, wait: str | None = None) -> EndpointError | QueryError:
    if status in MAY_PASS:
        return PassingError(url, f"answered {status}", wait=waited(wait))
    if status == 400:
        return QueryError(url, f"does not understand the query: {' '.join(text.split())[:300]}")
    advice = f"give --user NAME and set {PASSWORD}" if status in (401, 403) else ""
    return EndpointError(url, f"answered {status or text}", advice=advice)
