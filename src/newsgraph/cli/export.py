"""`newsgraph export`: a store as a file."""

import click

from newsgraph.cli.graphs import check_output, save, stored
from newsgraph.cli.options import writes


@click.command()
@click.argument("store")
@writes
def export(store: str, output: str, format_: str | None, layers: tuple[str, ...]) -> None:
    """Write the graph of a STORE: the same bytes that `newsgraph build` gives for its articles.

    N-Quads and N-Triples go out without being held in memory, however large the store is.

    \b
    newsgraph export archive -o archive.ttl --layers facts
    """
    check_output(output, format_)
    save(stored(store), output, format_, layers)
