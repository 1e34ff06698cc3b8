"""A store that is written to by the SPARQL 1.1 Graph Store HTTP Protocol: whole graphs, and what is added to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from newsgraph.errors import EndpointError
from newsgraph.linking.address import checked, of_graph
from newsgraph.linking.patience import Patience
from newsgraph.linking.updates import by_graph, of_content, refused
from newsgraph.linking.wire import Reply, Wire
from newsgraph.ontology.prefixes import PREFIXES

# A request can speak of one graph only: the fewer, the better.
MOST_LINES, MOST_BYTES = 20_000, 2 * 1024 * 1024
TURTLE = {"Content-Type": "text/turtle", "Accept": "*/*"}
# What Virtuoso does not recognize by its first bytes it takes for no RDF, whatever it is told: N-Triples with a literal
# of 100,000 characters, for instance.
HEAD = f"@prefix ng: <{PREFIXES['ng']}> .\n"
WHERE = (
    "give the address of its graph store, such as http://localhost:7878/store or "
    "http://localhost:8890/sparql-graph-crud-auth, or try --protocol update"
)


@dataclass(slots=True)
class GraphStore:
    """Merges lines of N-Quads into graphs, and puts whole graphs in the place of others."""

    url: str
    wire: Wire = field(default_factory=Wire)
    patience: Patience = field(default_factory=Patience)
    whole: bool = True
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES

    def __post_init__(self) -> None:
        checked(self.url)

    def ready(self) -> None:
        """Does nothing: there is no request that changes nothing and tells whether changes are taken."""

    def send(self, comes: bool, lines: Sequence[str]) -> str | None:
        """Merge lines into their graphs; why it refuses them, None where it does not."""
        if not comes:
            raise ValueError("a graph store takes nothing out of a graph")
        told = (self._change("POST", graph, triples) for graph, triples in by_graph(lines).items())
        return next(filter(None, told), None)

    def put(self, graph: str, parts: Iterable[Sequence[str]]) -> str | None:
        """Put lines, which come in parts, in the place of a whole graph; why it refuses them."""
        rest = iter(parts)
        first = next(rest, None)
        if first is None:
            self.clear(graph)
            return None
        bodies = ([f"{line.rsplit(' ', 2)[0]} .\n" for line in part] for part in chain([first], rest))
        told = (self._change("POST" if number else "PUT", graph, body) for number, body in enumerate(bodies))
        return next(filter(None, told), None)

    def clear(self, graph: str) -> None:
        """Take a graph away."""
        self.patience.with_(lambda: self._once("DELETE", graph, None))

    def graphs(self, prefix: str) -> Iterator[str] | None:
        """None: a graph store does not say which graphs it has."""
        return None

    def holds(self, lines: Sequence[str]) -> bool | None:
        """Whether it has all graphs of some lines."""
        replies = (self.patience.with_(lambda g=g: self._reply("HEAD", g, None)) for g in by_graph(lines))  # type: ignore[misc]
        for reply in replies:
            if reply.status in (404, 410):
                return False
            if not 200 <= reply.status < 300:
                return None
        return True

    def _change(self, method: str, graph: str, triples: Sequence[str]) -> str | None:
        body = (HEAD + "".join(triples)).encode()
        return self.patience.with_(lambda: self._once(method, graph, body))

    def _once(self, method: str, graph: str, body: bytes | None) -> str | None:
        reply = self._reply(method, graph, body)
        if 200 <= reply.status < 300 or (method == "DELETE" and reply.status in (404, 410)):
            return None
        if (problem := of_content(reply)) is not None:
            return problem
        if reply.status in (404, 405, 406, 415, 501):
            raise EndpointError(self.url, f"answered {reply.status}: {reply.said}", advice=WHERE)
        raise refused(self.url, reply)

    def _reply(self, method: str, graph: str, body: bytes | None) -> Reply:
        return self.wire.send(method, of_graph(self.url, graph), TURTLE, body)
