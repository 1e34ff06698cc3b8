"""`newsgraph explain`: why a graph says something."""

import click
from rich.text import Text

from newsgraph.cli.graphs import load
from newsgraph.cli.group import leave
from newsgraph.cli.terminal import console, plain


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.argument("subject", metavar="IRI-OR-LABEL")
@click.option("--with", "other", metavar="IRI-OR-LABEL", help="Say why the two are one thing, or are not.")
def explain(graphs: tuple[str, ...], subject: str, other: str | None) -> None:
    """Explain a fact, or all facts about someone or something, from a GRAPH: a file or a store.

    For each fact: who says so and through whom, how sure they are, what speaks against it, and the sentence with the
    words marked. Leaves with exit code 1 where the graph tells nothing about it. With --with, says why two things are
    one or two, and leaves with exit code 1 where they are two.

    \b
    newsgraph explain news.ttl "Russia deploys soldiers"
    newsgraph explain news.ttl "Bombing in Kano" --with "Attack in Kano"
    """
    if other is not None:
        compared = load(graphs).compare(subject, other)
        click.echo(plain(compared.text()))
        leave(not compared.same)
        return
    found = load(graphs).explain(subject)
    text = Text(plain(found.text()))
    text.highlight_regex(r"\[[^\]\n]+\]", "bold")
    console().print(text, soft_wrap=True)
    leave(not found.facts)
