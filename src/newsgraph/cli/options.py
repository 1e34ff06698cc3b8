"""Options that have a form of their own."""

import re

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


def as_base(context: click.Context, option: click.Parameter, value: str) -> str:
    """An absolute IRI to which names can be appended."""
    if not _BASE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no absolute IRI that ends in /, # or :")
    return value
