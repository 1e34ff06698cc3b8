"""Rows as a table for the eye."""

from collections.abc import Iterable, Sequence

import click
from rich import box
from rich.table import Table
from rich.text import Text

from newsgraph.cli.terminal import console, line


def show(columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "", empty: str = "no rows") -> None:
    """Prints rows under their columns on standard output; where there are none, it says so."""
    cells = [[line(cell) for cell in row] for row in rows]
    if title:
        click.echo(line(title))
    if not cells:
        click.echo(f"({empty})")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    console().print(table)
