"""docs/cli.md, made of the program's own help: `python -m newsgraph.cli.reference > docs/cli.md`."""

from collections.abc import Iterator

import click

from newsgraph.cli.program import HELP, main

HEAD = """# Command line

The help of every command, as the program prints it. This page is written by `make docs`; a test fails when it is stale.
"""


def reference() -> str:
    """The whole page."""
    with click.Context(main, info_name="newsgraph", help_option_names=HELP) as context:
        return "\n".join((HEAD, *_section(main, context), *_commands(main, context)))


def _commands(program: click.Group, context: click.Context) -> Iterator[str]:
    for name in program.list_commands(context):
        command = program.commands[name]
        with click.Context(command, info_name=name, parent=context) as inner:
            yield from _section(command, inner)


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    context.terminal_width = 100
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield f"## {context.command_path}\n\n```\n{text}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
