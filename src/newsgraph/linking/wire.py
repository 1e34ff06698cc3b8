"""One request to a store and its reply. Redirections are not followed: a change would get lost, a password stray."""

import time
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from newsgraph.errors import EndpointError
from newsgraph.linking.access import PASSWORD, TOKEN, Access
from newsgraph.linking.patience import PassingError

AGENT = "newsgraph"
MAX_BYTES = 256 * 1024 * 1024
# Of an error, only its beginning is read: it may say what is wrong, and may be a whole page.
MAX_ERROR = 4_096
MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server says: its status, headers and body."""

    status: int
    headers: Message
    body: bytes

    @property
    def said(self) -> str:
        """The beginning of the body as one line."""
        return " ".join(self.body.decode("utf-8", "replace").split())[:300]


class _Staying(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Gives the redirection back as it is."""


@dataclass(slots=True)
class Wire:
    """Sends requests in somebody's name; `timeout` is in seconds, for each of them."""

    access: Access = field(default_factory=Access)
    timeout: float = 60.0
    _opener: OpenerDirector = field(default_factory=lambda: build_opener(_Staying), repr=False)
    # The challenge that was met last, and how often: it need not be asked for again.
    _challenge: str = field(default="", repr=False)
    _count: int = 0

    def send(self, method: str, url: str, headers: dict[str, str], body: bytes | None = None) -> Reply:
        """The reply, whatever its status; a PassingError where none comes."""
        reply = self._once(method, url, headers, body)
        if reply.status == 401 and (found := _challenge(reply.headers, self.access)):
            self._challenge, self._count = found, 0
            reply = self._once(method, url, headers, body)
        return reply

    def _once(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Reply:
        request = Request(url, body, {"User-Agent": AGENT, **headers, **self._shown(method, url)}, method=method)
        deadline = time.monotonic() + self.timeout
        try:
            with self._opener.open(request, timeout=self.timeout) as response:
                return Reply(response.status, response.headers, _read(url, response, deadline))
        except HTTPError as error:
            with error:
                return Reply(error.code, error.headers, _beginning(error))
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            late = isinstance(reason, TimeoutError)
            problem = f"gave no answer in {self.timeout:g} s" if late else f"cannot be reached: {reason or 'cut off'}"
            raise PassingError(url, problem) from error

    def _shown(self, method: str, url: str) -> dict[str, str]:
        if self._challenge:
            self._count += 1
            shown = self.access.answer(self._challenge, method, url, self._count)
        else:
            shown = self.access.first(urlsplit(url).scheme == "https")
        return {"Authorization": shown} if shown else {}


def refusal(url: str, reply: Reply) -> EndpointError:
    """What is wrong, and what to do, where a reply is none that one hopes for."""
    status, said = reply.status, f": {reply.said}" if reply.said else ""
    if status in MAY_PASS:
        return PassingError(url, f"answered {status}{said}", wait=waited(reply.headers.get("Retry-After")))
    if status in (401, 403):
        advice = f"give --user NAME and set {PASSWORD}, or set {TOKEN}, of one who may do this"
        return EndpointError(url, f"answered {status}{said}", advice=advice)
    if 300 <= status < 400:
        advice = f"give that address: {reply.headers.get('Location', 'it does not say which')}"
        return EndpointError(url, f"answered {status}: it has moved", advice=advice)
    return EndpointError(url, f"answered {status}{said}")


def _challenge(headers: Message, access: Access) -> str | None:
    """Of the challenges of a server the first that can be met, digests before open words."""
    asked = [str(one) for one in headers.get_all("WWW-Authenticate") or ()]
    asked.sort(key=lambda one: one.lower().startswith("basic"))
    return next((one for one in asked if access.answer(one, "GET", "/", 1)), None)


def waited(said: str | None) -> float | None:
    """The seconds that a server asks to wait, which it may give as a time of day."""
    if said is None or said.strip().isdecimal():
        return None if said is None else float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None


def _read(url: str, response: HTTPResponse, deadline: float) -> bytes:
    """The whole body. A server that dribbles is cut off at the deadline: its socket never falls silent."""
    body = bytearray()
    while part := response.read1(1 << 16):
        body += part
        if time.monotonic() > deadline:
            raise TimeoutError
        if len(body) > MAX_BYTES:
            raise EndpointError(url, "gave an answer that is too large", advice="add a LIMIT to the query")
    if response.length:
        raise HTTPException("cut off")  # read1() takes the end of the connection for that of the body
    return bytes(body)


def _beginning(error: HTTPError) -> bytes:
    try:
        return error.read(MAX_ERROR)
    except (HTTPException, OSError):
        return b""
