"""Rows as a table for the eye."""

from collections.abc import Iterable, Sequence

import click
from rich import box
from rich.table import Table
from rich.text import Text

from newsgraph.cli.terminal import console, line


def show(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, empty: str = "no rows", limit: int | None = None
) -> None:
    """Prints rows under their columns on standard output, `limit` at most; says so where there are none, or more."""
    cells = [tuple(map(line, row)) for row in rows]
    if not cells:
        click.echo(f"({empty})")
        return
    shown = cells[:limit]
    console().print(_table(columns, shown))
    if len(shown) < len(cells):
        click.echo(f"... and {len(cells) - len(shown)} more")


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
