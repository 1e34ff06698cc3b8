"""Stores elsewhere: the options that name one, and what is said when it is brought up to date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click

from newsgraph.cli.group import SHORT
from newsgraph.cli.report import counted
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import ledger, sync
from newsgraph.linking import PROTOCOLS, store

# So many refused triples are shown.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A store elsewhere, if one is named, and where its ledger lies."""

    store_url: str | None
    ledger: str | None
    protocol: str
    user: str | None
    request_timeout: float

    def split(self, arguments: Sequence[str], least: int, most: int | None = None) -> tuple[str, tuple[str, ...]]:
        """The folder of the store (the ledger, where it lies elsewhere) and the arguments after it, as many as said."""
        if self.store_url is None and self.ledger:
            raise click.UsageError("--ledger goes with --store URL")
        if self.store_url is None:
            folder, rest = (arguments or ("",))[0], tuple(arguments[1:])
        else:
            store(self.store_url, self.protocol, user=self.user)  # whose faults are better known before work is spent
            folder, rest = self.ledger or _ledger(self.store_url), tuple(arguments)
        if not folder or len(rest) < least:
            raise click.UsageError("too few arguments: give a STORE, or --store URL, and what is to be done to it")
        if most is not None and len(rest) > most:
            raise click.UsageError(f"too many arguments: {' '.join(rest[most:])}")
        return folder, rest

    def follow(self, folder: str, *, anew: bool = False) -> bool:
        """Bring the store up to date with its ledger, where one is named; whether it has taken everything."""
        if self.store_url is None:
            return True
        manner: dict[str, Any] = {"protocol": self.protocol, "user": self.user, "timeout": self.request_timeout}
        try:
            with counting("sending", 1) as progress:
                done = sync(folder, self.store_url, **manner, anew=anew, progress=progress)
        except KeyboardInterrupt:
            say(f"stopped: what is not at {self.store_url} yet is kept in {folder}; the same command goes on")
            click.get_current_context().exit(SHORT)
        if done.anew:
            say(f"note: {self.store_url} did not hold what it was sent before: all is sent again")
        say(f"{counted(done.come, 'triple')} sent to {self.store_url}, {done.gone:,} taken out; ledger: {folder}")
        for one in done.refused[:SHOWN]:
            say(f"refused: {one.line.strip()}: {one.reason}")
        if done.refused:
            say(f"{counted(len(done.refused), 'triple')} refused by {self.store_url}")
        return not done.refused


_REMOTE = (
    click.option(
        "--protocol", type=click.Choice(PROTOCOLS), default=PROTOCOLS[0], show_default=True,
        help="How the store elsewhere is written to.",
    ),
    click.option("--user", metavar="NAME", help="Whose password NEWSGRAPH_STORE_PASSWORD holds."),
    click.option(
        "--request-timeout", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True,
        help="Of a request to --store, in seconds.",
    ),
)  # fmt: skip
_STORE = (
    click.option("--store", "store_url", metavar="URL", help="A SPARQL 1.1 store elsewhere, in the place of STORE."),
    click.option("--ledger", metavar="DIR", help="Where what is known of that store is kept. [default: by its URL]"),
)


def mirrored(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options that name a store elsewhere, as one value, `elsewhere`."""
    return _gathering(command, (*_STORE, *_REMOTE))


def remote(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command whose STORE lies here, and must be brought elsewhere."""
    there = click.option("--store", "store_url", metavar="URL", required=True, help="The SPARQL 1.1 store elsewhere.")
    return _gathering(command, (there, *_REMOTE))


def _gathering(command: Callable[..., None], options: Sequence[Callable[[Any], Any]]) -> Callable[..., None]:
    @wraps(command)
    def gathered(**given: Any) -> None:
        command(elsewhere=Elsewhere(**{one.name: given.pop(one.name, None) for one in fields(Elsewhere)}), **given)

    for option in reversed(options):
        gathered = option(gathered)
    return gathered


def _ledger(url: str) -> str:
    """Where the ledger lies by default, in a folder that is there."""
    folder = ledger(url)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return str(folder)
