"""Options that say which endpoint is asked, in whose vocabulary, and with what manners."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newsgraph.linking import Manners
from newsgraph.ontology.profiles import names


@dataclass(frozen=True, slots=True)
class Asked:
    """An endpoint, the profile by which it is asked, and the manners."""

    endpoint: str
    profile: str
    manners: Manners


_OPTIONS = (
    click.option("--endpoint", metavar="URL", required=True, help="The SPARQL endpoint that is asked."),
    click.option(
        "--profile", metavar="NAME|FILE", default="wikidata", show_default=True,
        help=f"Its vocabulary: {', '.join(names())}, or a file of your own.",
    ),
    click.option(
        "--cache", type=click.Path(dir_okay=False, path_type=Path),
        help="Keep its answers in a file, with their dates; what is there is not asked for again.",
    ),
    click.option("--offline", is_flag=True, help="Ask nobody: take all answers from --cache."),
    click.option(
        "--rate", type=click.FloatRange(min=0, min_open=True), default=2, show_default=True,
        help="Requests a second, at most.",
    ),
    click.option(
        "--budget", type=click.IntRange(min=1), default=5_000, show_default=True, help="Requests in all, at most."
    ),
    click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True,
        help="Of a request, in seconds.",
    ),
    click.option(
        "--tries", type=click.IntRange(min=1), default=4, show_default=True,
        help="How often a request is made that fails in a way that may pass.",
    ),
)  # fmt: skip


_MANNERS = ("cache", "offline", "rate", "budget", "timeout", "tries")


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options that name a source, as one value, `asked`."""

    @wraps(command)
    def gathered(endpoint: str, profile: str, **given: Any) -> None:
        manners = Manners(**{name: given.pop(name) for name in _MANNERS})
        if manners.offline and manners.cache is None:
            raise click.UsageError("--offline needs the --cache that it answers from")
        command(asked=Asked(endpoint, profile, manners), **given)

    for option in reversed(_OPTIONS):
        gathered = option(gathered)
    return gathered
