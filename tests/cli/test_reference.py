from pathlib import Path

import click

from newsgraph.cli.program import main
from newsgraph.cli.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_reference_is_fresh() -> None:
    """docs/cli.md is what the program's help says today; `make docs` writes it."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_option_is_explained() -> None:
    """Every command and every option says what it does."""
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in main.commands.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert main.commands
    assert silent == []
    assert all(command.help for command in main.commands.values())
