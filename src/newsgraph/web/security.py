"""What goes before and after every request: who may ask, how long an address may be, and what a page may do."""

import re
from collections.abc import Collection, Mapping
from contextlib import suppress

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newsgraph.web.problems import problem

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
# Bytes of path and query together.
LONGEST = 64 << 10


class Guard:
    """Wraps an application.

    `hosts` are the names under which it may be asked (none: any): a page elsewhere can make a browser ask an address
    of its own that leads here, and would read the answer. `direct` are applications for paths that are asked so often
    that looking for their route would cost too much. `open_to_all` lets pages of other origins read.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str] = (),
        *,
        direct: Mapping[str, ASGIApp] | None = None,
        open_to_all: bool = False,
    ) -> None:
        self._app, self._direct = app, direct or {}
        self._hosts = frozenset(host.lower() for host in hosts)
        headers = {**HEADERS, **(_OPEN if open_to_all else {})}
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        self._open = open_to_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self._headers]
            await send(message)

        app = self._refusal(scope) or self._direct.get(scope["path"]) or self._app
        with suppress(ClientDisconnect):  # nobody is there to be told
            await app(scope, receive, marked)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > LONGEST:
            return problem(414, "the address is too long: send the query by POST")
        host = _host(scope)
        if host is None:
            return problem(400, "the request names no host, several, or one that cannot be")
        if self._hosts and host not in self._hosts:
            return problem(403, "the service is not known under this name: start it with --allow-host NAME")
        if self._open and scope["method"] == "OPTIONS":
            return problem(200, "any origin may ask")
        return None


_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


# The name, which the addresses of our own that we give out are made of too, and the port.
_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{0,5})?", re.IGNORECASE)


def _host(scope: Scope) -> str | None:
    given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
    return found[1].strip("[]").lower() if found else None
