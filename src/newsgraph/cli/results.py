"""Answers of queries in the formats of `newsgraph query`."""

import csv
import io
import json
from typing import Any

import click

from newsgraph.cli.tables import show
from newsgraph.cli.terminal import plain
from newsgraph.errors import QueryError
from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Term
from newsgraph.ontology.prefixes import PREFIXES

FORMATS = ("table", "csv", "json", "turtle")


def write(answer: Answer, format: str, *, limit: int | None = None) -> None:
    """Prints an answer on standard output; `limit` is for tables."""
    if isinstance(answer, Triples):
        _require(format in ("table", "turtle"), "its answer is a graph, which goes out as turtle")
        click.echo(plain(answer.turtle), nl=False)
        return
    _require(format != "turtle", "its answer is no graph; use table, csv or json")
    if format == "json":
        click.echo(json.dumps(_json(answer), ensure_ascii=False, indent=2))
    elif isinstance(answer, Verdict):
        click.echo({"table": "yes", "csv": "true"}[format] if answer.value else {"table": "no", "csv": "false"}[format])
    elif format == "csv":
        click.echo(_csv(answer), nl=False)
    else:
        show(answer.columns, (tuple(map(readable, row)) for row in answer.rows), empty="no answer", limit=limit)


def readable(term: Term | None) -> str:
    """A term for the eye: an IRI with its prefix, a literal as its text."""
    if term is None:
        return ""
    if not isinstance(term, Iri):
        return term.value
    for prefix, iri in PREFIXES.items():
        if term.value.startswith(iri) and len(term.value) > len(iri):
            return f"{prefix}:{term.value.removeprefix(iri)}"
    return term.value


def _require(fits: bool, problem: str) -> None:
    if not fits:
        raise QueryError("--format", problem)


def _csv(table: Table) -> str:
    """SPARQL 1.1 results in CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    writer.writerows([term.value if term else "" for term in row] for row in table.rows)
    return stream.getvalue()


def _json(answer: Table | Verdict) -> dict[str, Any]:
    """SPARQL 1.1 results in JSON."""
    if isinstance(answer, Verdict):
        return {"head": {}, "boolean": answer.value}
    rows = [
        {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        blank = term.value.startswith("_:")
        return {"type": "bnode" if blank else "uri", "value": term.value.removeprefix("_:")}
    said = {"type": "literal", "value": term.value}
    if term.language:
        return {**said, "xml:lang": term.language}
    return {**said, "datatype": term.datatype} if term.datatype else said
