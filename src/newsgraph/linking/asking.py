"""Questions about what a store holds, graph by graph."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from newsgraph.errors import EndpointError, QueryError
from newsgraph.linking.patience import Patience
from newsgraph.linking.wire import Reply, Wire, refusal

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON, NTRIPLES = "application/sparql-results+json", "application/n-triples"
# Fewer rows than any server gives at most; Virtuoso gives and sorts 10,000 unless it is told otherwise.
PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks a SPARQL endpoint; each question is repeated while it fails in a way that may pass."""

    url: str
    wire: Wire = field(default_factory=Wire)
    patience: Patience = field(default_factory=Patience)
    page: int = PAGE

    def holds(self, pattern: str) -> bool:
        """Whether a pattern of graphs is there. A QueryError where it cannot be asked at this address."""
        said = self._json(f"ASK {{\n{pattern}}}").get("boolean")
        if not isinstance(said, bool):
            raise self._nonsense()
        return said

    def graphs(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The named graphs whose names begin so, in their order, each with the number of its triples."""
        # (Virtuoso holds that no text begins with nothing.)
        begins = f"STRSTARTS(STR(?g), {quoted(prefix)})" if prefix else "true"
        bounds = begins
        while rows := list(self._counts(f"FILTER({bounds})")):
            yield from rows
            bounds = f"{begins} && STR(?g) > {quoted(rows[-1][0])}"

    def _counts(self, bounds: str) -> Iterator[tuple[str, int]]:
        text = (
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {bounds} }} "
            f"GROUP BY ?g ORDER BY STR(?g) LIMIT {self.page}"
        )
        try:
            for row in self._json(text)["results"]["bindings"]:
                if "g" in row:  # where nothing is found, some stores count nothing of nothing
                    yield str(row["g"]["value"]), int(row["n"]["value"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._nonsense() from error

    def triples(self, text: str) -> list[str]:
        """The lines of N-Triples that a CONSTRUCT gives, without their ends."""
        reply = self._ask(text, NTRIPLES)
        try:
            # Not splitlines(): a literal may hold characters that Python takes for line ends.
            lines = reply.body.decode("utf-8").replace("\r\n", "\n").split("\n")
        except UnicodeDecodeError as error:
            raise EndpointError(self.url, "gave an answer that is no UTF-8") from error
        return [line for line in lines if line and not line.startswith("#")]

    def _json(self, text: str) -> dict[str, Any]:
        try:
            said = json.loads(self._ask(text, JSON).body)
        except ValueError as error:
            raise self._nonsense() from error
        if not isinstance(said, dict):
            raise self._nonsense()
        return said

    def _ask(self, text: str, accept: str) -> Reply:
        return self.patience.with_(lambda: self._once(text, accept))

    def _once(self, text: str, accept: str) -> Reply:
        headers = {**FORM, "Accept": accept}
        reply = self.wire.send("POST", self.url, headers, urlencode({"query": text}).encode())
        if reply.status in (400, 404, 405, 406, 415):
            raise QueryError(self.url, f"answers no SPARQL: {reply.status} {reply.said}")
        if not 200 <= reply.status < 300:
            raise refusal(self.url, reply)
        return reply

    def _nonsense(self) -> EndpointError:
        return EndpointError(self.url, "gave an answer that is no SPARQL result")


def quoted(text: str) -> str:
    """A string as SPARQL writes it.

    >>> quoted('a"b')
    '"a\\\\"b"'
    """
    return json.dumps(text, ensure_ascii=False)
