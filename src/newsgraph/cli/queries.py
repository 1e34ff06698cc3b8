"""`newsgraph queries`: the questions that come with the program."""

from collections.abc import Mapping

import click

from newsgraph.cli.tables import show
from newsgraph.errors import QueryError
from newsgraph.ontology.queries import NamedQuery, federated_queries, named_queries


@click.command()
@click.argument("name", required=False)
def queries(name: str | None) -> None:
    """List the named queries with their questions; with NAME, its parameters, columns and SPARQL."""
    if name is None:
        show(("name", "question", "parameters"), map(_summary, _every().values()))
    else:
        _details(named(name))


def named(name: str) -> NamedQuery:
    """The query of that name."""
    try:
        return _every()[name]
    except KeyError:
        raise QueryError(name, "is no query", advice="`newsgraph queries` lists their names") from None


def _every() -> Mapping[str, NamedQuery]:
    return {**named_queries(), **federated_queries()}


def _summary(query: NamedQuery) -> tuple[str, str, str]:
    return query.name, query.question, ", ".join(p.name + ("!" if p.required else "") for p in query.params)


def _details(query: NamedQuery) -> None:
    click.echo(query.question + "\n")
    if query.params:
        rows = ((p.name, p.type, _given(p.required, p.default), p.meaning) for p in query.params)
        show(("parameter", "type", "if not given", "meaning"), rows)
    show(("column", "meaning"), ((column.name, column.meaning) for column in query.columns))
    click.echo(query.text, nl=not query.text.endswith("\n"))


def _given(required: bool, default: str | None) -> str:
    return "must be given" if required else default or "anything"
