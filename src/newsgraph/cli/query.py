"""`newsgraph query`: questions to a graph or to a remote endpoint."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from newsgraph.cli.asking import declared, parameters, question
from newsgraph.cli.graphs import ask, load
from newsgraph.cli.group import leave
from newsgraph.cli.results import FORMATS, write
from newsgraph.errors import QueryError
from newsgraph.linking import Access, Endpoint, FileCache, for_questions
from newsgraph.model.answers import Answer, Verdict
from newsgraph.ontology.queries import named_queries
from newsgraph.storage import Graph
from newsgraph.storage.serving.calls import check

Ask = Callable[[str], Answer]


@click.command()
@click.argument("arguments", metavar="GRAPH... QUERY", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print."
)
@click.option("--param", "params", metavar="NAME=VALUE", multiple=True, help="A parameter of the query; repeatable.")
@click.option("--limit", type=click.IntRange(min=1), help="Show so many rows of a table at most.")
@click.option("--ask", "as_exit_code", is_flag=True, help="Leave with exit code 1 where an ASK answers no.")
@click.option("--all", "every", is_flag=True, help="Ask every named query; give graphs only.")
@click.option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint; give the query only.")
@click.option("--store", "store_url", metavar="URL", help="The same for a store that `newsgraph add --store` fills.")
@click.option("--user", metavar="NAME", help="Whose password NEWSGRAPH_STORE_PASSWORD holds, for an endpoint or store.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True, help="In seconds."
)
@click.option(
    "--cache", type=click.Path(file_okay=False, path_type=Path), help="Keep an endpoint's answers there, for a day."
)
@click.option(
    "--allow-service", "services", metavar="URL", multiple=True,
    help="An endpoint that the query may call (SERVICE); repeatable. No other is called.",
)  # fmt: skip
def query(
    arguments: tuple[str, ...],
    format_: str,
    params: tuple[str, ...],
    limit: int | None,
    as_exit_code: bool,
    every: bool,
    endpoint: str | None,
    store_url: str | None,
    user: str | None,
    timeout: float,
    cache: Path | None,
    services: tuple[str, ...],
) -> None:
    """Ask a GRAPH a QUERY: a name from `newsgraph queries`, a file, or SPARQL.

    GRAPH is a file, or a store (see `newsgraph add`); several are asked as one. The ontology is at hand, so that a
    question about attacks finds bombings too. A query that declares no prefixes may use those of the program's own
    output. With --all, --param fills only what a query must be given.

    \b
    newsgraph query news.ttl deployments --param who=Russia
    newsgraph query monday.ttl tuesday.ttl casualties.rq --format csv
    newsgraph query news.ttl 'SELECT ?label { ?e a ng:Protest ; rdfs:label ?label }'
    newsgraph query news.ttl federated/members --param endpoint=URL --param item=IRI --allow-service URL
    """
    values = parameters(params)
    if every:
        _all(load(arguments), values, format_, limit)
        return
    graphs, asked = arguments[:-1], question(arguments[-1])
    source = _source(graphs, _remote(endpoint, store_url, user, timeout, cache), timeout, services)
    answer = source(asked.bound(values))
    short = as_exit_code and not _yes(answer)
    write(answer, format_, limit=limit)
    leave(short)


def _source(graphs: tuple[str, ...], remote: Endpoint | None, timeout: float, services: tuple[str, ...]) -> Ask:
    if remote and graphs:
        raise click.UsageError("give graphs or an endpoint, not both")
    if remote:
        return lambda text: remote.query(declared(text))
    if not graphs:
        raise click.UsageError("give a graph and a query (or --endpoint URL and a query)")
    graph = load(graphs)

    def here(text: str) -> Answer:
        check(text, services)
        return ask(graph, text, timeout)

    return here


def _remote(
    endpoint: str | None, store: str | None, user: str | None, timeout: float, cache: Path | None
) -> Endpoint | None:
    """The endpoint that is named; a token goes to a store of one's own only, never to any other endpoint."""
    if endpoint and store:
        raise click.UsageError("give --endpoint or --store, not both")
    if not endpoint and not store:
        return None
    access = Access.of(user) if store or user else Access()
    url = endpoint or for_questions(store or "")
    return Endpoint(url, timeout=timeout, cache=FileCache(cache) if cache else None, access=access)


def _yes(answer: Answer) -> bool:
    if not isinstance(answer, Verdict):
        raise QueryError("--ask", "the query is no ASK")
    return answer.value


def _all(graph: Graph, values: Mapping[str, str], format_: str, limit: int | None) -> None:
    """Every named query; values go only to parameters that must be given: one query's must not narrow another's."""
    for name, each in named_queries().items():
        needed = [param.name for param in each.params if param.required]
        click.echo(f"\n{each.question}  [{name}]\n")
        if all(need in values for need in needed):
            answer = ask(graph, each.bound({need: values[need] for need in needed}), None)
            write(answer, format_, limit=limit)
        else:
            click.echo(f"(needs --param {' and '.join(needed)})")
