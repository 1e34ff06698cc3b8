"""Errors as answers (RFC 9457): what is wrong, and what to do."""

import json
from collections.abc import Mapping

from starlette.responses import Response

from newsgraph.errors import LimitError, NewsgraphError, QueryError, RefusedError, UnknownError

MEDIA = "application/problem+json"
TITLES = {
    400: "The request cannot be understood",
    401: "A token is needed",
    403: "Not allowed",
    404: "Nothing is there",
    405: "This cannot be done here",
    406: "No such format",
    408: "It has not arrived in time",
    413: "Too large",
    414: "Too long an address",
    415: "No such format",
    422: "Too much is asked for",
    431: "Too long headers",
    500: "The service has failed",
    503: "Too much to do",
    504: "It takes too long",
}
LIMITS = {"time": 504, "size": 422, "memory": 422, "load": 503}
RETRY = "5"


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem with its status, in JSON."""
    said = {"type": "about:blank", "title": TITLES.get(status, "An error"), "status": status, "detail": detail}
    body = json.dumps(said, ensure_ascii=False).encode()
    extra = {"Retry-After": RETRY} if status == 503 else {}
    return Response(body, status, media_type=MEDIA, headers={**extra, **(headers or {})})


def of_error(error: NewsgraphError) -> Response:
    """The problem that an error is."""
    return problem(status_of(error), str(error))


def status_of(error: NewsgraphError) -> int:
    """The status that says the same."""
    if isinstance(error, LimitError):
        return LIMITS[error.what]
    if isinstance(error, RefusedError):
        return 403
    if isinstance(error, UnknownError):
        return 404
    return 400 if isinstance(error, QueryError) else 500
