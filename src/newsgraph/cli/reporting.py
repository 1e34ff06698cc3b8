"""`newsgraph report`: a graph as one HTML file."""

import sys
from pathlib import Path

import click

from newsgraph.cli.graphs import STANDARD, check_output, load
from newsgraph.cli.terminal import say
from newsgraph.compose import version
from newsgraph.storage.writing import save
from newsgraph.web.reporting import report as written


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("-o", "--output", default=STANDARD, metavar="OUT", show_default=True, help="Where to write the report.")
@click.option("--title", help="What stands at its top; else from when the articles are.")
@click.option(
    "--events", type=click.IntRange(min=1), default=200, show_default=True, help="Tell so many events at most."
)
def report(graphs: tuple[str, ...], output: str, title: str | None, events: int) -> None:
    """Write what a GRAPH, a file or a store, tells as one HTML file that opens anywhere.

    It needs no server, no network and no script: a summary, a timeline, who took part in what, a map, what is disputed,
    each event with its claims and the words behind them, what is told but no fact, the articles, and an index. The
    events are those that the most articles tell. The same graph gives the same bytes.

    \b
    newsgraph report news.ttl -o report.html --title "Unrest in Kazakhstan"
    """
    check_output(output, "html")
    explorer = load(graphs).explorer()
    data = written(explorer, title=title, most=events, version=version()).encode()
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        save([data], Path(output))
        say(f"{output}: {len(data):,} bytes")
