"""A store that is written to by SPARQL 1.1 Update."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsgraph.errors import EndpointError, QueryError
from newsgraph.linking.address import checked, for_questions
from newsgraph.linking.asking import Asking
from newsgraph.linking.patience import Patience
from newsgraph.linking.wire import Reply, Wire, refusal

# Virtuoso's compiler runs out of memory at some 5,000 triples in one request, whatever their size.
MOST_LINES, MOST_BYTES = 2_000, 256 * 1024
UPDATE = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
# What a server says of what is in a request, and will say again: too large, malformed, no value that it can hold.
OF_CONTENT = frozenset({400, 413, 422})
# Virtuoso says 500 whatever is the matter, and tells what by the state that SQL knows: data, syntax, rights.
_STATE = re.compile(r"(?:^Virtuoso |<h3>Error )(22|37|42)\w{3}\b")
WHERE = "give the address that takes SPARQL Update, such as http://localhost:7878/update or http://localhost:8890/sparql-auth"


@dataclass(slots=True)
class Updates:
    """Takes lines of N-Quads in and out; each request is repeated while it fails in a way that may pass.

    That does no harm: a quad that is there already, or gone already, is as it should be.
    """

    url: str
    wire: Wire = field(default_factory=Wire)
    patience: Patience = field(default_factory=Patience)
    whole: bool = False
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES

    def __post_init__(self) -> None:
        checked(self.url)

    def ready(self) -> None:
        """Raise an EndpointError where it takes no changes from us."""
        if problem := self._update("INSERT DATA { }"):
            raise EndpointError(self.url, f"takes no SPARQL Update: {problem}", advice=WHERE)

    def send(self, comes: bool, lines: Sequence[str]) -> str | None:
        """Put lines in, or take them out; why it refuses them, None where it does not."""
        return self._update(change(comes, lines))

    def put(self, graph: str, parts: Iterable[Sequence[str]]) -> str | None:
        """Put lines in the place of a whole graph."""
        self.clear(graph)
        return next(filter(None, (self.send(True, part) for part in parts)), None)

    def clear(self, graph: str) -> None:
        """Empty a graph."""
        if problem := self._update(f"CLEAR SILENT GRAPH <{graph}>"):
            raise EndpointError(self.url, f"does not empty the graph {graph}: {problem}")

    def graphs(self, prefix: str) -> Iterator[str] | None:
        """The names of its graphs that begin so."""
        return (name for name, _ in self._asking.graphs(prefix))

    def holds(self, lines: Sequence[str]) -> bool | None:
        """Whether it holds all of some lines; None where it cannot be asked."""
        try:
            return self._asking.holds(data(lines))
        except QueryError:
            return None

    @property
    def _asking(self) -> Asking:
        return Asking(for_questions(self.url), self.wire, self.patience)

    def _update(self, text: str) -> str | None:
        return self.patience.with_(lambda: self._once(text))

    def _once(self, text: str) -> str | None:
        reply = self.wire.send("POST", self.url, UPDATE, text.encode())
        if 200 <= reply.status < 300:
            return None
        if (problem := of_content(reply)) is not None:
            return problem
        if reply.status in (404, 405, 406, 415, 501):
            raise EndpointError(self.url, f"answered {reply.status}: {reply.said}", advice=WHERE)
        raise refused(self.url, reply)


def refused(url: str, reply: Reply) -> EndpointError:
    """The error that a refusal is, as Virtuoso means it."""
    found = _STATE.search(reply.said)
    if found and found[1] == "42":
        advice = "use its address /sparql-auth with --user NAME, or let its user SPARQL make changes"
        return EndpointError(url, f"answered {reply.status}: {reply.said}", advice=advice)
    return refusal(url, reply)


def of_content(reply: Reply) -> str | None:
    """Why a server refuses what is in a request, and would refuse it again; None where that is not what is wrong."""
    found = _STATE.search(reply.said)
    if reply.status in OF_CONTENT or (found and found[1] != "42"):
        return f"answered {reply.status}: {reply.said}"
    return None


def change(comes: bool, lines: Iterable[str]) -> str:
    """Lines of N-Quads as a SPARQL Update.

    >>> print(change(True, ['<x:a> <x:b> "c" <x:g> .\\n', '<x:a> <x:b> "d" <x:g> .\\n']))
    INSERT DATA {
    GRAPH <x:g> {
    <x:a> <x:b> "c" .
    <x:a> <x:b> "d" .
    }
    }
    """
    return f"{'INSERT' if comes else 'DELETE'} DATA {{\n{data(lines)}}}"


def data(lines: Iterable[str]) -> str:
    """Lines of N-Quads as SPARQL writes them: what they escape, it escapes in the same way."""
    return "".join(f"GRAPH <{name}> {{\n{''.join(triples)}}}\n" for name, triples in by_graph(lines).items())


def by_graph(lines: Iterable[str]) -> dict[str, list[str]]:
    """Lines of N-Quads as lines of N-Triples, by the names of their graphs."""
    found: dict[str, list[str]] = {}
    for line in lines:
        triple, graph, _ = line.rsplit(" ", 2)
        found.setdefault(graph[1:-1], []).append(f"{triple} .\n")
    return found
