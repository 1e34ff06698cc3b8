"""A SPARQL endpoint on a real socket, answered by pyoxigraph, that can fail, dawdle and talk nonsense."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph

DATA = """
@prefix : <https://example.org/> .
:rain :label "Regen"@de, "rain" ; :depth 12 ; :cause [ :label "clouds" ] .
:sun :label "sun" .
"""


@dataclass
class Script:
    """How the next requests are to be met: (status, headers, body); then honestly. `methods` records what came."""

    replies: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    silence: threading.Event | None = None
    url: str = ""


class _Handler(BaseHTTPRequestHandler):
    server: "Server"

    def do_GET(self) -> None:
        self._answer(parse_qs(urlsplit(self.path).query)["query"][0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(parse_qs(body.decode())["query"][0])

    def _answer(self, query: str) -> None:
        script = self.server.script
        script.methods.append(self.command)
        if script.silence:
            script.silence.wait(10)
            return
        self._send(*(script.replies.pop(0) if script.replies else self._honest(query)))

    def _honest(self, query: str) -> tuple[int, dict[str, str], bytes]:
        try:
            found = self.server.store.query(query)
        except SyntaxError as error:
            return 400, {}, str(error).encode()
        if isinstance(found, pyoxigraph.QueryTriples):
            body = found.serialize(format=pyoxigraph.RdfFormat.TURTLE)
            return 200, {"Content-Type": "text/turtle"}, body or b""
        body = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        return 200, {"Content-Type": "application/sparql-results+json"}, body or b""

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests' output is for the tests."""


class Server(ThreadingHTTPServer):
    """The endpoint itself, on a free port of this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = Script(url=f"http://127.0.0.1:{self.server_port}/sparql")
        self.store = pyoxigraph.Store()
        self.store.load(DATA.encode(), format=pyoxigraph.RdfFormat.TURTLE)
