"""How errors leave the program, and the order in which commands are listed."""

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

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one needs them."""
        return list(self.commands)


def leave(short: bool | Iterable[object]) -> None:
    """Ends the command with exit code 1 where the data falls short."""
    if short:
        click.get_current_context().exit(SHORT)
