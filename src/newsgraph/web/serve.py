"""Running the service."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from newsgraph.errors import OutputError
from newsgraph.model.serving import Limits
from newsgraph.storage.serving import Snapshot
from newsgraph.web.annotating import Annotator
from newsgraph.web.app import Settings, application
from newsgraph.web.engine import Engine
from newsgraph.web.hands import Nursery
from newsgraph.web.keeping import Keeper
from newsgraph.web.patience import patient
from newsgraph.web.pool import Manning, Pool
from newsgraph.web.processors import cores
from newsgraph.web.security import LOOPBACK
from newsgraph.web.updates import Updates
from newsgraph.web.worker import Setup

# Connections that wait, and requests that are at work at a time.
BACKLOG, AT_ONCE = 2048, 1024


@dataclass(frozen=True, slots=True)
class Service:
    """What is served, and how.

    `source` is the folder that the snapshot is of, where it is of one. `hosts` are further names under which it may
    be asked. With a `token` changes are taken from those who have it. `allowed` are endpoints that queries may call.
    With `annotate` texts that others send are read.
    """

    snapshot: Snapshot
    source: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    hosts: Collection[str] = ()
    open_to_all: bool = False
    token: str | None = None
    allowed: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    version: str = ""
    title: str = "newsgraph"
    annotate: bool = False


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there; an OutputError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        advice = "choose another --port" if isinstance(error, OSError) else "a port is a number up to 65535"
        raise OutputError(f"{host}:{port}", f"cannot be listened at: {error}", advice=advice) from error
    return listening


def address(listening: socket.socket) -> str:
    """Where a browser finds what listens there."""
    host, port = listening.getsockname()[:2]
    name = {"0.0.0.0": "localhost", "::": "localhost", "127.0.0.1": "localhost"}.get(host, host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def run(service: Service, listening: socket.socket) -> None:
    """Serve until a signal says that it is over; the snapshot is removed then."""
    config = uvicorn.Config(
        _made(service),
        http=patient(max(1.0, service.limits.time)),
        ws="none",
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=AT_ONCE,
        timeout_graceful_shutdown=5,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[listening])


def _made(service: Service):  # type: ignore[no-untyped-def]
    limits = service.limits
    nursery = Nursery(Setup(service.snapshot, limits, service.allowed, service.source))
    engine = Engine(limits)
    pool = Pool(nursery, limits, Manning(light=cores() + 1, heavy=cores()), engine)
    annotator = Annotator(limits.time, limits.memory) if service.annotate else None
    keeper = Keeper(nursery, pool, engine, service.snapshot, service.source, limits)
    settings = Settings(
        base=service.snapshot.base,
        title=service.title,
        hosts=_hosts(service),
        open_to_all=service.open_to_all,
        version=service.version,
    )
    life = _life(nursery, pool, engine, keeper, annotator)
    return application(pool, Updates(service.token, keeper.change), settings, life, annotator)


def _hosts(service: Service) -> Collection[str]:
    """On loopback, only its own names; elsewhere those that are given, or any."""
    return {*LOOPBACK, *service.hosts} if service.host in LOOPBACK or service.hosts else ()


def _life(  # type: ignore[no-untyped-def]
    nursery: Nursery, pool: Pool, engine: Engine, keeper: Keeper, annotator: Annotator | None
):
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        await engine.serve(keeper.snapshot)
        if annotator is not None:
            await annotator.start()
        watching = asyncio.ensure_future(keeper.watch())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            if annotator is not None:
                annotator.close()
            engine.close()
            await pool.close()
            nursery.close()
            keeper.remove()

    return life
