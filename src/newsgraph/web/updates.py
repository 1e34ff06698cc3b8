"""Changes by SPARQL Update: refused, unless the service was started to take them from who has the token."""

import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from newsgraph.model.serving import Update
from newsgraph.web.problems import problem

Change = Callable[[Update], Awaitable[None]]
SCHEME = "bearer"
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="newsgraph"'}


class Updates:
    """Who may change what is served, and how that is done. Without a token nobody may."""

    def __init__(self, token: str | None = None, change: Change | None = None) -> None:
        self._token, self._change = token, change

    @property
    def allowed(self) -> bool:
        """Whether anybody may."""
        return bool(self._token) and self._change is not None

    async def change(self, request: Request, update: Update) -> Response:
        """Carry a change out: 204 when it is done."""
        if not self._token or self._change is None:
            return problem(403, "the service takes no changes; it was started without --allow-update")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != SCHEME or not hmac.compare_digest(given.strip().encode(), self._token.encode()):
            return problem(401, "a change needs the token of the service", CHALLENGE)
        await self._change(update)
        return Response(status_code=204)
