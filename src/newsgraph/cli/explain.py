"""`newsgraph explain`: why a graph says something."""

import click
from rich.text import Text

from newsgraph.cli.graphs import load
from newsgraph.cli.group import leave
from newsgraph.cli.terminal import console, plain


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.argument("subject", metavar="IRI-OR-LABEL")
def explain(graphs: tuple[str, ...], subject: str) -> None:
    """Explain a fact, or all facts about someone or something, from GRAPH files.

    For each fact: who says so and through whom, how sure they are, what speaks against it, and the sentence with the
    words marked. Leaves with exit code 1 where the graph tells nothing about it.
    """
    found = load(graphs).explain(subject)
    text = Text(plain(found.text()))
    text.highlight_regex(r"\[[^\]\n]+\]", "bold")
    console().print(text, soft_wrap=True)
    leave(not found.facts)
