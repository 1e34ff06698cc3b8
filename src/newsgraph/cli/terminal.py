"""What goes to a terminal: article text is strangers' text, and must not command it."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

# C0 but tab and line feed, DEL, C1, and the marks that turn the direction of writing around.
_COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PIPE_WIDTH = 160


def plain(text: str) -> str:
    """The text without what a terminal would obey.

    >>> plain("calm\\x1b[31m red")
    'calm[31m red'
    """
    return _COMMANDING.sub("", text)


def line(text: str) -> str:
    """The text as one line, without what a terminal would obey."""
    return " ".join(plain(text).split())


def say(text: str) -> None:
    """One line of diagnostics, on standard error."""
    click.echo(line(text), err=True)


def console(*, wide: bool = True) -> Console:
    """Standard output for tables; as wide as the terminal, or wide enough for a file."""
    terminal = sys.stdout.isatty()
    return Console(width=None if terminal or not wide else PIPE_WIDTH, highlight=False, markup=False, emoji=False)


@contextmanager
def counting(what: str, total: int) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal; gives the function to tell it how far things are."""
    if not sys.stderr.isatty():
        yield None
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@contextmanager
def working() -> Iterator[Callable[[str, int], None] | None]:
    """What is being done, and how much of it is, on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done: bar.update(task, description=f"{what}: {done:,}")
