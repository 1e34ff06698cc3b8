"""`newsgraph stats`: a graph in numbers."""

import json
from collections.abc import Mapping
from dataclasses import asdict

import click

from newsgraph.cli.graphs import load
from newsgraph.cli.tables import show

TITLES = {
    "layers": ("layer", "triples"),
    "statuses": ("status", "facts"),
    "irrealis": ("told but no fact", "times"),
    "classes": ("class", "nodes"),
}


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="How to print.",
)
def stats(graphs: tuple[str, ...], format_: str) -> None:
    """Count what a GRAPH, a file or a store, holds: triples by layer, facts by status, nodes by class."""
    found = asdict(load(graphs).stats())
    del found["rejected"]  # a file does not tell what never entered it
    if format_ == "json":
        click.echo(json.dumps(found, indent=2))
        return
    click.echo(f"{found['triples']:,} triples\n")
    for name, (what, how_many) in TITLES.items():
        _counts(found[name], what, how_many)


def _counts(counts: Mapping[str, int], what: str, how_many: str) -> None:
    if counts:
        show((what, how_many), ((name, str(number)) for name, number in counts.items()))
