"""`newsgraph build`: from news to a graph."""

import click

from newsgraph.cli.graphs import check_output, save
from newsgraph.cli.group import WRONG, leave
from newsgraph.cli.inputs import documents_of
from newsgraph.cli.options import Way, as_base, reads, writes
from newsgraph.cli.report import report
from newsgraph.cli.terminal import counting
from newsgraph.compose import build as build_graph
from newsgraph.ontology.prefixes import DATA
from newsgraph.reading import read_judgements


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@writes
@reads
@click.option(
    "--base", metavar="IRI", default=DATA, show_default=True, callback=as_base, help="Begins the graph's IRIs."
)
@click.option("--judgements", metavar="FILE", help="What people say is one thing and what is not; see `judge`.")
def build(
    inputs: tuple[str, ...],
    output: str,
    format_: str | None,
    layers: tuple[str, ...],
    way: Way,
    base: str,
    judgements: str | None,
) -> None:
    """Read news and write its graph.

    INPUT is a text file, a folder of them, JSON lines (.jsonl), or - for standard input. Beside a text may lie a file
    of the same name that ends in .json and says its title, date, publisher, agency, url, language, rights; a JSON line
    says "text" and the same. What an input says of itself wins over the options. An input that cannot be read does not
    stop the others.

    \b
    newsgraph build seeds -o news.ttl
    cat story.txt | newsgraph build - --date 2022-01-06 --publisher Gazette > news.ttl
    """
    check_output(output, format_)
    judged = read_judgements(judgements) if judgements else ()
    documents, unread = documents_of(inputs, way)
    with counting("reading", len(documents)) as progress:
        graph = build_graph(documents, base=base, layers=layers, judgements=judged, progress=progress, **way.reader)
    report(graph)
    if len(graph.failures) == len(documents):
        click.get_current_context().exit(WRONG)
    save(graph, output, format_)
    leave(bool(graph.failures) or unread)
