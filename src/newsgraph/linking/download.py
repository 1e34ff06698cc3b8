"""All that a store holds in named graphs, as N-Quads: exactly as many as it counts itself, or an error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgraph.errors import EndpointError
from newsgraph.linking.asking import Asking, quoted

_TRIPLE = re.compile(r"(?P<subject>\S+)\s+(?P<predicate><[^>]*>)\s+(?P<object>.+?)\s*\.\s*", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
ALL = "SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
AFTER = "SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} {bounds} }} ORDER BY STR(?s) LIMIT {page}"
# The rows are sorted within and counted off without: Virtuoso does not sort and count off beyond 10,000 in one.
ABOUT = (
    "SELECT (<{subject}> AS ?s) ?p ?o WHERE {{ "
    "{{ SELECT ?p ?o WHERE {{ GRAPH <{graph}> {{ <{subject}> ?p ?o }} }} ORDER BY ?p ?o }} "
    "}} LIMIT {page} OFFSET {offset}"
)


def download(asking: Asking, *, prefix: str = "", progress: Callable[[int, int], None] | None = None) -> Iterator[str]:
    """The lines of all named graphs whose names begin so.

    A graph that fits into one answer is asked for as a whole, a larger one in pages by its subjects. An EndpointError
    where a graph does not give as many triples as the store counts in it.
    """
    graphs = list(asking.graphs(prefix))
    done, total = 0, sum(count for _, count in graphs)
    for number, (graph, count) in enumerate(graphs):
        for lines in _Reading(asking, graph, count).pages():
            yield from (_quad(line, graph, number) for line in lines)
            done += len(lines)
            if progress is not None:
                progress(done, total)


@dataclass(slots=True)
class _Reading:
    """Reads one graph that has so many triples."""

    asking: Asking
    graph: str
    count: int

    def pages(self) -> Iterator[list[str]]:
        """Its lines of N-Triples."""
        found = 0
        for lines in self._whole() if self.count <= self.asking.page else self._by_subject():
            found += len(lines)
            yield lines
        if found != self.count:
            problem = f"gave {found:,} of the {self.count:,} triples in {self.graph}"
            raise EndpointError(self.asking.url, problem, advice="was it changed meanwhile? Try again")

    def _whole(self) -> Iterator[list[str]]:
        yield self._ask(ALL)

    def _by_subject(self) -> Iterator[list[str]]:
        """Page by page; of a full page, the last subject may be cut off, and waits for the next one."""
        last: str | None = None
        while page := self._ask(AFTER, bounds="" if last is None else f"FILTER(STR(?s) > {quoted(last)})"):
            subjects = [_subject(line) for line in page]
            cut = max(subjects) if len(page) >= self.asking.page else None
            whole = [line for line, subject in zip(page, subjects, strict=True) if subject != cut]
            if whole:
                yield whole
                last = max(subject for subject in subjects if subject != cut)
            elif cut is not None:
                yield from self._about(cut)
                last = cut

    def _about(self, subject: str) -> Iterator[list[str]]:
        """What is said of a subject that fills pages alone."""
        offset = 0
        while page := self._ask(ABOUT, subject=subject, offset=offset):
            yield page
            offset += len(page)

    def _ask(self, select: str, **parts: object) -> list[str]:
        rows = select.format(graph=self.graph, page=self.asking.page, **parts)
        lines = self.asking.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {{ {rows} }} }}")
        return list(dict.fromkeys(lines))


def _subject(line: str) -> str:
    """The IRI of the subject of a line of N-Triples."""
    written = line[1 : line.find(">")] if line.startswith("<") else ""
    return _ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), written)


def _quad(line: str, graph: str, number: int) -> str:
    """A line of N-Triples in its graph; its blank nodes are kept apart from those of other graphs.

    >>> _quad('_:a\\t<x:b> "c . d" .', "x:g", 7)
    '_:g7a <x:b> "c . d" <x:g> .\\n'
    """
    found = _TRIPLE.fullmatch(line)
    if found is None:
        raise EndpointError(graph, f"is given in lines that are no N-Triples: {line[:100]!r}")
    subject, object_ = (re.sub(r"^_:", f"_:g{number}", found[name]) for name in ("subject", "object"))
    return f"{subject} {found['predicate']} {object_} <{graph}> .\n"
