"""`newsgraph serve`: the SPARQL service and the explorer."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from newsgraph.cli.terminal import counting, say, working
from newsgraph.compose import download, version
from newsgraph.model.serving import Limits
from newsgraph.storage import Archive
from newsgraph.storage.serving import Snapshot, is_quads, ready
from newsgraph.web.serve import Service, address, bound, run

MEGABYTE = 1 << 20
TOKEN = "NEWSGRAPH_TOKEN"
SECONDS = click.FloatRange(min=0, min_open=True)


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--store", metavar="URL", help="Fetch the graphs of a SPARQL store elsewhere, and serve those.")
@click.option("--user", metavar="NAME", help="Whose password for --store NEWSGRAPH_STORE_PASSWORD holds.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: one that is free.")
@click.option("--allow-host", "hosts", metavar="NAME", multiple=True, help="Another name that it is known under.")
@click.option("--cors", is_flag=True, help="Let pages of other origins ask.")
@click.option("--allow-service", "allowed", metavar="URL", multiple=True, help="An endpoint that queries may call.")
@click.option("--annotate", is_flag=True, help="Read texts that others send as NIF to /nif.")
@click.option("--allow-update", is_flag=True, help=f"Take changes from those who have the token in {TOKEN}.")
@click.option("--timeout", type=SECONDS, default=30, show_default=True, help="In seconds.")
@click.option("--max-answer", type=click.IntRange(min=1), default=64, show_default=True, help="In MB.")
@click.option("--max-memory", type=click.IntRange(min=64), default=2048, show_default=True, help="Of a query, in MB.")
def serve(
    graphs: tuple[Path, ...],
    store: str | None,
    user: str | None,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    cors: bool,
    allowed: tuple[str, ...],
    annotate: bool,
    allow_update: bool,
    timeout: float,
    max_answer: int,
    max_memory: int,
) -> None:
    """Serve a GRAPH: a SPARQL endpoint at /sparql, and pages to look around in, until Ctrl-C.

    GRAPH is a store (see `newsgraph add`), which may grow meanwhile, or a file; several are served as one. The service
    listens on this machine only unless --host says otherwise. It needs no network, and changes nothing. With --store
    it serves what another SPARQL store held when it was started.

    \b
    newsgraph serve archive
    newsgraph serve news.ttl --port 8080
    """
    if not graphs and not store:
        raise click.UsageError("give a GRAPH, or --store URL")
    token = _token() if allow_update else None
    with bound(host, port) as listening, _ready(graphs, store, user, changing=allow_update) as snapshot:
        service = Service(
            snapshot,
            _source(graphs if not store else (), changing=allow_update),
            hosts=hosts,
            host=host,
            open_to_all=cors,
            token=token,
            allowed=allowed,
            limits=Limits(timeout, max_answer * MEGABYTE, max_memory * MEGABYTE),
            version=version(),
            annotate=annotate,
        )
        say(f"newsgraph is at {address(listening)} (Ctrl-C ends it)")
        run(service, listening)


@contextmanager
def _ready(graphs: Sequence[Path], store: str | None, user: str | None, *, changing: bool) -> Iterator[Snapshot]:
    with tempfile.TemporaryDirectory(prefix="newsgraph-") as folder:
        fetched = [_fetched(store, user, Path(folder) / "fetched.nq")] if store else []
        with working() as progress:
            snapshot = ready([*graphs, *fetched], progress, changing=changing)
    try:
        yield snapshot
    finally:
        snapshot.remove()


def _fetched(store: str, user: str | None, place: Path) -> Path:
    """What a store elsewhere holds, in a file."""
    with counting("fetching", 0) as progress:
        quads = download(store, place, user=user, progress=progress)
    say(f"{quads:,} quads fetched from {store}")
    return place


def _source(graphs: Sequence[Path], *, changing: bool) -> Path | None:
    """The folder that is served, where it is one alone. Changes to anything else are gone when the service ends."""
    alone = graphs[0] if len(graphs) == 1 else None
    if changing and alone and Archive.is_one(alone):
        raise click.UsageError("the graph of a store is that of its articles: use add, remove, replace or judge")
    if alone and (is_quads(alone) or Archive.is_one(alone)):
        return alone
    if changing:
        say("changes are kept as long as the service runs: serve a folder of quads to keep them for good")
    return None


def _token() -> str:
    token = os.environ.get(TOKEN, "")
    if len(token) < 16:
        raise click.UsageError(f"--allow-update needs a token of at least 16 characters in the variable {TOKEN}")
    return token
