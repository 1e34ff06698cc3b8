"""`newsgraph replace`: a corrected article takes the place of another."""

import click

from newsgraph.cli.changes import became, came
from newsgraph.cli.group import WRONG, leave
from newsgraph.cli.inputs import documents_of
from newsgraph.cli.options import Way, reads
from newsgraph.cli.remotes import Elsewhere, mirrored
from newsgraph.cli.terminal import say
from newsgraph.compose import replace as replace_in


@click.command()
@click.argument("arguments", metavar="STORE ARTICLE INPUT", nargs=-1, required=True)
@reads
@mirrored
def replace(arguments: tuple[str, ...], way: Way, elsewhere: Elsewhere) -> None:
    """Put what INPUT holds in the place of an ARTICLE of a STORE, by one change: a correction.

    ARTICLE is an IRI, or the digest at its end. Nothing changes where INPUT, or a part of it, cannot be read. Prints
    what became of facts. With --store, give ARTICLE and INPUT only; see `newsgraph add`.
    """
    store, (article, input_) = elsewhere.split(arguments, 2, 2)
    documents, unread = documents_of((input_,), way)
    if unread:
        say("error: nothing is replaced, for some of it could not be read")
        leave(True)
    added = replace_in(store, article, documents, **way.reader)
    came(added)
    if added.failures:
        click.get_current_context().exit(WRONG)
    became(added.effects)
    leave(not elsewhere.follow(store))
