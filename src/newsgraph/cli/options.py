"""Options that have a form of their own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click

from newsgraph.model.statements import Layer
from newsgraph.reading import iso_date
from newsgraph.storage import Format

FORMATS = tuple(format.value for format in Format)
LAYERS = tuple(layer.value for layer in Layer)
_BASE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+[/#:]')


def as_date(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A date or date-time in ISO 8601."""
    date = iso_date(value) if value else None
    if value is not None and date is None:
        raise click.BadParameter(f"{value!r} is not understood; write it as YYYY-MM-DD")
    return date


def as_time(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A point in time in ISO 8601."""
    time = as_date(context, option, value)
    return f"{time}T00:00:00" if time and "T" not in time else time


def as_layers(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Names of layers between commas."""
    names = tuple(part.strip() for part in value.split(",") if part.strip())
    wrong = [name for name in names if name not in LAYERS]
    if wrong or not names:
        raise click.BadParameter(f"{', '.join(wrong) or 'nothing'} is none of {', '.join(LAYERS)}")
    return names


def as_base(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """An absolute IRI to which names can be appended."""
    if value is not None and not _BASE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no absolute IRI that ends in /, # or :")
    return value


@dataclass(frozen=True, slots=True)
class Way:
    """How inputs are to be read: the options that every command which reads news has."""

    jobs: int
    date: str | None
    publisher: str | None
    url: str | None
    chains: bool
    no_text: bool
    extracted_at: str | None
    model: str | None

    @property
    def reader(self) -> dict[str, Any]:
        """The same as the functions take it that read documents."""
        return {
            "jobs": self.jobs,
            "text": not self.no_text,
            "chains": self.chains,
            "extracted_at": self.extracted_at,
            "model": self.model,
        }


_WAY = (
    click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read texts."),
    click.option("--date", callback=as_date, help="The day of publication, where an input does not say."),
    click.option("--publisher", help="The publisher, where an input does not say."),
    click.option("--url", help="The address, where an input does not say."),
    click.option("--chains", is_flag=True, help="Tell which noun phrases speak of the same thing, in the text layer."),
    click.option("--no-text", is_flag=True, help="Leave the articles' texts out; their hash stays."),
    click.option("--extracted-at", metavar="TIME", callback=as_time, help="Say in the graph when it was made."),
    click.option("--model", help="The spaCy pipeline; else the best that is installed."),
)


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options that say how inputs are read, as one value, `way`."""

    @wraps(command)
    def gathered(**given: Any) -> None:
        command(way=Way(**{field.name: given.pop(field.name) for field in fields(Way)}), **given)

    for option in reversed(_WAY):
        gathered = option(gathered)
    return gathered


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options that say what is written where."""
    options = (
        click.option("-o", "--output", default="-", metavar="OUT", show_default=True, help="Where to write the graph."),
        click.option(
            "--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says, else turtle."
        ),
        click.option(
            "--layers", default=",".join(LAYERS), show_default=True, callback=as_layers, help="What to write."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command
