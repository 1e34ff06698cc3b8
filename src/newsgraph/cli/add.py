"""`newsgraph add`: news comes into a store."""

import click

from newsgraph.cli.changes import came
from newsgraph.cli.group import SHORT, WRONG, leave
from newsgraph.cli.inputs import documents_of
from newsgraph.cli.options import Way, as_base, reads
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import add as add_to
from newsgraph.compose import size


@click.command()
@click.argument("store")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@reads
@click.option("--base", metavar="IRI", callback=as_base, help="Begins the IRIs of a new store; an old one has its own.")
def add(store: str, inputs: tuple[str, ...], way: Way, base: str | None) -> None:
    """Read news into a STORE, a folder, which is made where it is not there.

    INPUT is what `newsgraph build` takes. An article that is there already is passed over, so that the same command
    goes on where it was interrupted. The graph of a store depends only on the set of its articles: it is the one that
    `newsgraph build` makes of them.

    \b
    newsgraph add archive seeds
    newsgraph query archive deployments
    """
    documents, unread = documents_of(inputs, way)
    try:
        with counting("reading", len(documents)) as progress:
            added = add_to(store, documents, base=base, progress=progress, **way.reader)
    except KeyboardInterrupt:
        say(f"stopped: {size(store):,} articles are in {store}; the same command goes on with the others")
        click.get_current_context().exit(SHORT)
    came(added)
    if len(added.failures) == len(documents):
        click.get_current_context().exit(WRONG)
    leave(bool(added.failures) or unread)
