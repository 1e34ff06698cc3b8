"""`newsgraph convert`: a graph in the formats of others."""

import sys
from pathlib import Path

import click

from newsgraph.cli.graphs import STANDARD, check_output, load
from newsgraph.cli.tables import show
from newsgraph.cli.terminal import counting
from newsgraph.storage.exporting import EXPORTERS, exporter


def _listed(context: click.Context, option: click.Parameter, value: bool) -> None:
    """Lists the formats, whatever else is said."""
    if value and not context.resilient_parsing:
        columns = ("name", "holds", "media type", "ending", "read back")
        show(columns, ((one.name, one.holds, one.media, one.ending, one.back) for one in EXPORTERS.values()))
        context.exit()


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("--to", "name", metavar="NAME", required=True, help="The format.")
@click.option("-o", "--output", default=STANDARD, metavar="OUT", show_default=True, help="Where to write.")
@click.option("--told", is_flag=True, help="Also what is told but no fact (graphml, neo4j, events).")
@click.option(
    "--article", "articles", metavar="IRI", multiple=True, help="This article alone (nif, schemaorg, documents)."
)
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_listed, help="List the formats.")
def convert(graphs: tuple[str, ...], name: str, output: str, told: bool, articles: tuple[str, ...]) -> None:
    """Write a GRAPH, a file or a store, in a format that others use; several are written as one.

    For programs that process language (nif), for web pages (schemaorg), for networks (graphml, neo4j), for those who
    count events (events), for stores that know RDF 1.2 (turtle12), as nanopublications (nanopub), and in every syntax
    of RDF. OUT is a file; of neo4j a folder, or an archive where it ends in .zip. The same graph gives the same bytes.

    \b
    newsgraph convert --list
    newsgraph convert news.ttl --to graphml -o news.graphml
    newsgraph convert archive --to events --told -o events.csv
    newsgraph convert archive --to neo4j -o import
    """
    chosen = exporter(name)
    if chosen.name != "neo4j" or output.casefold().endswith(".zip"):
        check_output(output, chosen.name)
    graph = load(graphs)
    with counting("converting", 0) as progress:
        place = sys.stdout.buffer if output == STANDARD else Path(output)
        graph.convert(chosen.name, place, told=told, articles=articles, progress=progress)
