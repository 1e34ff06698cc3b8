"""How errors leave the program, and the order in which commands are listed."""

import errno
import os
from collections.abc import Iterable
from typing import Any

import click

from newsgraph.cli.terminal import say
from newsgraph.errors import NewsgraphError

SHORT = 1
WRONG = 2


class Program(click.Group):
    """A group whose commands report newsgraph's own errors in one line and exit with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command."""
        try:
            return super().invoke(ctx)
        except NewsgraphError as error:
            say(f"error: {error}")
            ctx.exit(WRONG)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read along has seen enough; click leaves quietly
                raise
            say(f"error: {error.filename or 'standard output'}: {error.strerror}")
            _forget_output()
            ctx.exit(WRONG)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one needs them."""
        return list(self.commands)


def _forget_output() -> None:
    """What could not be written must not be tried again when the process ends."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)


def leave(short: bool | Iterable[object]) -> None:
    """Ends the command with exit code 1 where the data falls short."""
    if short:
        click.get_current_context().exit(SHORT)
