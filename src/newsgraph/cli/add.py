"""`newsgraph add`: news comes into a store."""

import click

from newsgraph.cli.changes import came
from newsgraph.cli.group import SHORT, WRONG, leave
from newsgraph.cli.inputs import documents_of
from newsgraph.cli.options import Way, as_base, reads
from newsgraph.cli.remotes import Elsewhere, mirrored
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import add as add_to
from newsgraph.compose import size


@click.command()
@click.argument("arguments", metavar="STORE INPUT...", nargs=-1, required=True)
@reads
@click.option("--base", metavar="IRI", callback=as_base, help="Begins the IRIs of a new store; an old one has its own.")
@mirrored
def add(arguments: tuple[str, ...], way: Way, base: str | None, elsewhere: Elsewhere) -> None:
    """Read news into a STORE, a folder, which is made where it is not there.

    INPUT is what `newsgraph build` takes. An article that is there already is passed over, so that the same command
    goes on where it was interrupted. The graph of a store depends only on the set of its articles: it is the one that
    `newsgraph build` makes of them.

    With --store, the graph goes to a SPARQL 1.1 store elsewhere, and give INPUT only. What is needed to know later
    articles of the same things stays here, in the ledger, which is a STORE of its own.

    \b
    newsgraph add archive seeds
    newsgraph query archive deployments
    newsgraph add --store http://localhost:7878/update seeds
    """
    store, inputs = elsewhere.split(arguments, 1)
    documents, unread = documents_of(inputs, way)
    try:
        with counting("reading", len(documents)) as progress:
            added = add_to(store, documents, base=base, progress=progress, **way.reader)
    except KeyboardInterrupt:
        say(f"stopped: {size(store):,} articles are in {store}; the same command goes on with the others")
        click.get_current_context().exit(SHORT)
    came(added)
    taken = elsewhere.follow(store)
    if len(added.failures) == len(documents):
        click.get_current_context().exit(WRONG)
    leave(bool(added.failures) or unread or not taken)
