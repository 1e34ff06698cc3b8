"""`newsgraph diff`: how two graphs differ."""

import sys
from pathlib import Path

import click

from newsgraph.cli.group import leave
from newsgraph.cli.terminal import plain, working
from newsgraph.storage.differing import as_json, as_text, patch
from newsgraph.storage.differing import diff as difference


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "--format", "format_", type=click.Choice(("text", "json", "patch")), default="text", show_default=True,
    help="How to print; a patch is an RDF Patch.",
)  # fmt: skip
@click.option("--facts", is_flag=True, help="Compare facts only: no claims, no articles and no text.")
def diff(left: str, right: str, format_: str, facts: bool) -> None:
    """Tell how graph B differs from graph A: files or stores.

    What is told counts, not how it is written: order, format, named graphs and names of blank nodes do not matter, nor
    when an article was read, nor which of its names a merged thing has. Exit code 1 where they differ.

    \b
    newsgraph diff monday.ttl tuesday.ttl
    newsgraph diff archive archive.nq --facts --format json
    """
    if format_ == "patch" and facts:
        raise click.UsageError("a patch is of everything: give it without --facts")
    with working() as progress:
        if format_ == "patch":
            differs = _patch(Path(left), Path(right), progress)
        else:
            found = difference(Path(left), Path(right), facts=facts, progress=progress)
            differs = not found.same
    if format_ != "patch":
        click.echo(as_json(found) if format_ == "json" else plain(as_text(found)), nl=False)
    leave(differs)


def _patch(left: Path, right: Path, progress) -> bool:  # type: ignore[no-untyped-def]
    """Print the patch; whether there is anything in it."""
    count = 0
    for line in patch(left, right, progress=progress):
        sys.stdout.buffer.write(line)
        count += 1
    sys.stdout.buffer.flush()
    return count > 2
