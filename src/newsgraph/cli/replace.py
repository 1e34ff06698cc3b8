"""`newsgraph replace`: a corrected article takes the place of another."""

import click

from newsgraph.cli.changes import became, came
from newsgraph.cli.group import WRONG, leave
from newsgraph.cli.inputs import documents_of
from newsgraph.cli.options import Way, reads
from newsgraph.cli.terminal import say
from newsgraph.compose import replace as replace_in


@click.command()
@click.argument("store")
@click.argument("article")
@click.argument("input_", metavar="INPUT")
@reads
def replace(store: str, article: str, input_: str, way: Way) -> None:
    """Put what INPUT holds in the place of an ARTICLE of a STORE, by one change: a correction.

    ARTICLE is an IRI, or the digest at its end. Nothing changes where INPUT, or a part of it, cannot be read. Prints
    what became of facts.
    """
    documents, unread = documents_of((input_,), way)
    if unread:
        say("error: nothing is replaced, for some of it could not be read")
        leave(True)
    added = replace_in(store, article, documents, **way.reader)
    came(added)
    if added.failures:
        click.get_current_context().exit(WRONG)
    became(added.effects)
