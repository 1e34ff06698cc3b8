"""A SPARQL endpoint on a real socket, answered by pyoxigraph, that can fail, dawdle and talk nonsense."""

import threading
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph

DATA = """
@prefix : <https://example.org/> .
:rain :label "Regen"@de, "rain" ; :depth 12 ; :cause [ :label "clouds" ] .
:sun :label "sun" .
"""
NTRIPLES = pyoxigraph.RdfFormat.N_TRIPLES
CUT, HALF = 0, -1
"""In the place of a status: the connection is cut before the answer, or in the midst of it."""
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Script:
    """How the next requests are to be met: (status, headers, body), None for honestly; then honestly.

    `methods` and `headers` record what came. Where `demands` are given, who shows nothing is met with them.
    """

    replies: list[Reply | None] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    headers: list[Message] = field(default_factory=list)
    demands: list[str] = field(default_factory=list)
    silence: threading.Event | None = None
    url: str = ""
    store: pyoxigraph.Store = field(default_factory=pyoxigraph.Store)


class _Handler(BaseHTTPRequestHandler):
    server: "Server"

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        self._answer(lambda: self._graph("") if "graph" in asked else self._query(asked["query"][0]))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.headers["Content-Type"] == "application/sparql-update":
            self._answer(lambda: self._update(body))
        elif "graph" in parse_qs(urlsplit(self.path).query):
            self._answer(lambda: self._graph(body))
        else:
            self._answer(lambda: self._query(parse_qs(body)["query"][0]))

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer(lambda: self._graph(body))

    do_HEAD = do_DELETE = do_GET  # noqa: N815  # the names are those of the methods

    def _answer(self, honestly) -> None:  # type: ignore[no-untyped-def]
        script = self.server.script
        script.methods.append(self.command)
        script.headers.append(self.headers)
        if script.silence:
            script.silence.wait(10)
            return
        if script.demands and "Authorization" not in self.headers:
            self._send(401, {}, b"who are you?")
            return
        reply = script.replies.pop(0) if script.replies else None
        self._send(*(reply or honestly()))

    def _query(self, query: str) -> Reply:
        try:
            found = self.server.store.query(query)
        except SyntaxError as error:
            return 400, {}, str(error).encode()
        if isinstance(found, pyoxigraph.QueryTriples):
            lines = "n-triples" in self.headers.get("Accept", "")
            body = found.serialize(format=NTRIPLES if lines else pyoxigraph.RdfFormat.TURTLE)
            return 200, {"Content-Type": "application/n-triples" if lines else "text/turtle"}, body or b""
        body = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        return 200, {"Content-Type": "application/sparql-results+json"}, body or b""

    def _update(self, text: str) -> Reply:
        try:
            self.server.store.update(text)
        except SyntaxError as error:
            return 400, {}, str(error).encode()
        return 204, {}, b""

    def _graph(self, body: str) -> Reply:
        store = self.server.store
        name = pyoxigraph.NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])
        there = store.contains_named_graph(name)
        if self.command in ("PUT", "POST"):
            if self.command == "PUT":
                store.clear_graph(name)
            store.load(body.encode(), format=pyoxigraph.RdfFormat.TURTLE, to_graph=name)
            return 204 if there else 201, {}, b""
        if not there:
            return 404, {}, b"no such graph"
        if self.command == "DELETE":
            store.remove_graph(name)
            return 204, {}, b""
        return 200, {"Content-Type": "application/n-triples"}, store.dump(format=NTRIPLES, from_graph=name) or b""

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.close_connection = True
        if status == CUT:
            return
        self.send_response(200 if status == HALF else status)
        size = len(body) + (10 if status == HALF else 0)
        for name, value in {**headers, "Content-Length": str(size)}.items():
            self.send_header(name, value)
        if status == 401:
            for demand in self.server.script.demands:
                self.send_header("WWW-Authenticate", demand)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests' output is for the tests."""


class Server(ThreadingHTTPServer):
    """The endpoint itself, on a free port of this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = Script(url=f"http://127.0.0.1:{self.server_port}/sparql")
        self.store = self.script.store
        self.store.load(DATA.encode(), format=pyoxigraph.RdfFormat.TURTLE)
