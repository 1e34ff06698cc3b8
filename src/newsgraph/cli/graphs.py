"""Graphs from files and standard input, and to files and standard output."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newsgraph.compose import open_store
from newsgraph.errors import InputError, OutputError, QueryError
from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Term
from newsgraph.storage import Graph, Rows
from newsgraph.storage.formats import by_path
from newsgraph.storage.rows import AnswerKind

STANDARD = "-"


def load(paths: Sequence[str]) -> Graph:
    """The graph that some files and stores hold together; "-", which stands alone, is standard input in Turtle or TriG.

    A store that stands alone is asked where it is, and closed when the command ends.
    """
    if STANDARD in paths:
        if len(paths) > 1:
            raise click.UsageError("standard input (-) is read alone, not together with files")
        return Graph.parse(sys.stdin.buffer.read(), format="trig")
    if len(paths) == 1 and Path(paths[0]).is_dir():
        return stored(paths[0])
    for path in paths:
        if not Path(path).exists():
            raise InputError(path, "does not exist", advice="give a graph")
    return Graph.load(paths)


def stored(path: str) -> Graph:
    """The graph of a store, which is closed when the command ends."""
    graph = open_store(path)
    click.get_current_context().call_on_close(graph.close)
    return graph


def check_output(output: str, format: str | None) -> None:
    """Raises an OutputError where a graph could not be written there, before work is spent on making it."""
    path = Path(output)
    if output != STANDARD and path.is_dir():
        raise OutputError(output, "is a folder", advice="name a file in it")
    if output != STANDARD and not path.absolute().parent.is_dir():
        raise OutputError(output, "lies in a folder that does not exist", advice="make it first")
    if output != STANDARD and format is None:
        by_path(path)


def save(graph: Graph, output: str, format: str | None, layers: Sequence[str] | None = None) -> None:
    """Writes a graph, or some layers of it, to a file, or to standard output where the file is "-"."""
    if output == STANDARD:
        for part in graph.parts(format, layers):
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    else:
        graph.save(output, format, layers)


def ask(graph: Graph, sparql: str, timeout: float | None) -> Answer:
    """The answer of a graph, in the same terms as that of an endpoint."""
    return _answer(graph.query(sparql, timeout=timeout))


def _answer(rows: Rows) -> Answer:
    if rows.kind is AnswerKind.ASK:
        return Verdict(bool(rows))
    if rows.kind is AnswerKind.SELECT:
        return Table(rows.columns, rows.terms)
    lines = (" ".join(map(_written, row)) + " .\n" for row in rows.terms)
    return Triples(Graph.parse("".join(lines), format="ntriples").serialize("turtle"))


def _written(term: Term | None) -> str:
    """A term in N-Triples."""
    if term is None:
        raise QueryError("the query", "gave a triple with a gap")
    if isinstance(term, Iri):
        return term.value if term.value.startswith("_:") else f"<{term.value}>"
    # Strings in N-Triples and in JSON escape the same characters in the same way, as long as nothing is left to \\u.
    text = json.dumps(term.value, ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text
