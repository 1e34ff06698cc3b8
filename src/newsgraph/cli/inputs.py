"""The documents of the inputs that a command is given."""

from collections.abc import Iterable

import click

from newsgraph.cli.group import WRONG
from newsgraph.cli.options import Way
from newsgraph.cli.report import said
from newsgraph.cli.terminal import say
from newsgraph.model.text import Document
from newsgraph.reading import read


def documents_of(inputs: Iterable[str], way: Way) -> tuple[list[Document], bool]:
    """The documents, and whether any input could not be read; the command ends where none could."""
    notes = {"on_note": lambda note: say(f"note: {note}")}
    found = list(read(inputs, date=way.date, publisher=way.publisher, url=way.url, **notes))
    documents = said(found)
    if not documents:
        say("error: nothing could be read")
        click.get_current_context().exit(WRONG)
    return documents, len(found) > len(documents)
