"""`newsgraph remove`: articles leave a store."""

import click

from newsgraph.cli.changes import became
from newsgraph.compose import remove as remove_from


@click.command()
@click.argument("store")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
def remove(store: str, articles: tuple[str, ...]) -> None:
    """Take articles out of a STORE, with all that no other article supports.

    ARTICLE is the IRI of an article, or the digest at its end; `newsgraph history STORE` tells both. Prints what became
    of facts: those that are gone, and those that stand in another way without the article.
    """
    became(remove_from(store, articles))
