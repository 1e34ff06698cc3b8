"""`newsgraph remove`: articles leave a store."""

import click

from newsgraph.cli.changes import became
from newsgraph.cli.group import leave
from newsgraph.cli.remotes import Elsewhere, mirrored
from newsgraph.compose import remove as remove_from


@click.command()
@click.argument("arguments", metavar="STORE ARTICLE...", nargs=-1, required=True)
@mirrored
def remove(arguments: tuple[str, ...], elsewhere: Elsewhere) -> None:
    """Take articles out of a STORE, with all that no other article supports.

    ARTICLE is the IRI of an article, or the digest at its end; `newsgraph history STORE` tells both. Prints what became
    of facts: those that are gone, and those that stand in another way without the article. With --store, give ARTICLE
    only; see `newsgraph add`.
    """
    store, articles = elsewhere.split(arguments, 1)
    became(remove_from(store, articles))
    leave(not elsewhere.follow(store))
