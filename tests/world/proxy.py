"""A small HTTP proxy before a SPARQL server: it does to each request what a test asks for, and lies if told to."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Reply: TypeAlias = tuple[int, dict[str, str], bytes]
Fault: TypeAlias = Callable[[Reply], "Reply | None"]
"""What becomes of a good reply; None cuts the connection."""
Rows: TypeAlias = list[dict[str, Any]]


@dataclass
class Between:
    """The address of the proxy, the faults by the number of the request (from 0), and what it has seen."""

    url: str
    faults: dict[int, Fault] = field(default_factory=dict)
    always: Fault | None = None
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    silence: threading.Event = field(default_factory=threading.Event)


@contextmanager
def proxy(target: str) -> Iterator[Between]:
    """A proxy before the endpoint at an address."""
    server = _Server(target)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.between
    finally:
        server.between.silence.set()
        server.shutdown()
        server.server_close()
        thread.join()


def busy(wait: str) -> Fault:
    """Too many requests; come back in so many seconds, or at a time."""
    return lambda reply: (429, {"Retry-After": wait}, b"slow down")


def failing(reply: Reply) -> Reply:
    """It has broken down."""
    return 500, {"Content-Type": "text/plain"}, b"out of memory"


def away(reply: Reply) -> Reply:
    """It is being serviced."""
    return 503, {}, b""


def cut(reply: Reply) -> None:
    """The connection ends before anything is said."""


def half(reply: Reply) -> Reply:
    """The connection ends in the midst of the body."""
    status, headers, body = reply
    return status, {**headers, "Content-Length": str(len(body))}, body[: len(body) // 2]


def garbled(reply: Reply) -> Reply:
    """The body is noise."""
    status, headers, body = reply
    return status, headers, bytes(byte ^ 0x15 for byte in body)


def page(reply: Reply) -> Reply:
    """A page for people in the place of an answer."""
    return 200, {"Content-Type": "text/html"}, b"<html><body>Welcome to our service</body></html>"


def empty(reply: Reply) -> Reply:
    """Nothing at all."""
    return 200, reply[1], b""


def no_utf8(reply: Reply) -> Reply:
    """Bytes that are no text."""
    return 200, reply[1], b"\xff\xfe" + reply[2]


def shortened(reply: Reply) -> Reply:
    """Half of the rows are left out, and the answer is whole otherwise."""
    return rows(lambda found: found[: len(found) // 2])(reply)


def rows(change: Callable[[Rows], Rows]) -> Fault:
    """The rows of a table are changed; other answers are left as they are."""

    def lie(reply: Reply) -> Reply:
        status, headers, body = reply
        if "json" not in headers.get("Content-Type", ""):
            return reply
        said = json.loads(body)
        said["results"]["bindings"] = change(said["results"]["bindings"])
        return status, headers, json.dumps(said).encode()

    return lie


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        self._pass_on(None)

    def do_POST(self) -> None:
        self._pass_on(self.rfile.read(int(self.headers["Content-Length"])))

    def _pass_on(self, body: bytes | None) -> None:
        between = self.server.between
        number = len(between.asked)
        between.asked.append(self.path if body is None else body.decode())
        between.agents.append(self.headers.get("User-Agent", ""))
        fault = between.faults.get(number, between.always)
        reply = self._honest(body)
        found = fault(reply) if fault else reply
        self.close_connection = True
        if found is not None:
            self._send(*found)

    def _honest(self, body: bytes | None) -> Reply:
        query = self.path.partition("?")[2]
        kept = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
        request = urllib.request.Request(f"{self.server.target}{'?' + query if query else ''}", body, kept)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return reply.status, {"Content-Type": reply.headers["Content-Type"]}, reply.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, {"Content-Type": "text/plain"}, error.read()

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests' output is for the tests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, target: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.target = target
        self.between = Between(f"http://127.0.0.1:{self.server_port}/sparql")


def silent(between: Between) -> Fault:
    """It says nothing until the test is over."""

    def wait(reply: Reply) -> None:
        between.silence.wait(30)

    return wait
