"""`newsgraph sync`: a store elsewhere follows one of ours."""

import click

from newsgraph.cli.group import leave
from newsgraph.cli.remotes import Elsewhere, remote
from newsgraph.cli.terminal import say
from newsgraph.compose import unsync


@click.command()
@click.argument("store")
@remote
@click.option("--anew", is_flag=True, help="Empty its graphs first, and send everything again.")
@click.option("--forget", is_flag=True, help="Follow no longer; what is there stays there.")
def sync(store: str, elsewhere: Elsewhere, anew: bool, forget: bool) -> None:
    """Bring a SPARQL 1.1 store elsewhere up to date with a STORE, a folder (see `newsgraph add`).

    Only what has changed since the last time is sent. What was interrupted goes on where it stopped when the same
    command is given again. The graphs there are those of `newsgraph export`, and nobody else should write to them.

    \b
    newsgraph sync archive --store http://localhost:7878/update
    NEWSGRAPH_STORE_PASSWORD=... newsgraph sync archive --store http://localhost:8890/sparql-auth --user dba
    """
    if forget and elsewhere.store_url:
        unsync(store, elsewhere.store_url)
        say(f"{elsewhere.store_url} follows {store} no longer")
        return
    leave(not elsewhere.follow(store, anew=anew))
