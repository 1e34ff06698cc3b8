"""What is served keeps up: with a store to which articles come, and with changes that are made over the service."""

import asyncio
import logging
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newsgraph.errors import LimitError, NewsgraphError
from newsgraph.model.serving import Limits, Renew, Request, Update
from newsgraph.storage.serving import Snapshot, state
from newsgraph.web.engine import Engine
from newsgraph.web.hands import Nursery
from newsgraph.web.pool import Pool

LOG = logging.getLogger("newsgraph.serve")
# How often it is looked whether a store has changed, and how long after it was last served anew, in seconds.
LOOK = 2.0


class Keeper:
    """Replaces the snapshot that is served."""

    def __init__(
        self,
        nursery: Nursery,
        pool: Pool,
        engine: Engine,
        snapshot: Snapshot,
        source: Path | None,
        limits: Limits,
    ) -> None:
        self._nursery, self._pool, self._engine, self._limits = nursery, pool, engine, limits
        self.snapshot, self._source = snapshot, source
        self._lock = asyncio.Lock()
        self._stale = asyncio.Event()
        self._old: list[Snapshot] = []

    async def watch(self, look: float = LOOK) -> None:
        """Serve a store anew whenever it has changed, and a catalog that has fallen behind; it never ends."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stale.wait(), look)
                await asyncio.sleep(look)
            try:
                if self._stale.is_set() or await self._moved():
                    await self.renew()
            except NewsgraphError as error:
                LOG.warning("the graph is still served as it was: %s", error)

    async def _moved(self) -> bool:
        if self._source is None or not self.snapshot.state:
            return False
        return await asyncio.to_thread(state, [self._source]) != self.snapshot.state

    async def renew(self) -> None:
        """Serve how things are now."""
        async with self._lock:
            self._stale.clear()
            await self._put(await self._done(Renew(os.getpid()), None))

    async def change(self, update: Update) -> None:
        """Make a change, and serve what comes of it; changes are made one after the other."""
        async with self._lock:
            await self._put(await self._done(replace(update, owner=os.getpid()), self._limits.time))
            self._stale.set()

    async def _done(self, request: Request, limit: float | None) -> Snapshot:
        hand = await self._nursery.hand()
        try:
            async with asyncio.timeout(limit):
                made = await hand.ask(request)
        except TimeoutError as error:
            raise LimitError("the change", f"took longer than {limit:g} seconds") from error
        finally:
            hand.kill()
        if not isinstance(made, Snapshot):
            raise TypeError(f"a worker gave {type(made).__name__}")
        return made

    async def _put(self, made: Snapshot) -> None:
        old, self.snapshot = self.snapshot, made
        self._nursery.serve(made)
        self._pool.renew()
        await self._engine.serve(made)
        # Who answers from it still may open another of its files.
        asyncio.get_running_loop().call_later(self._limits.time + LOOK, old.remove)
        self._old.append(old)

    def remove(self) -> None:
        """Remove all snapshots; to be done when nobody reads them any more."""
        for one in (*self._old, self.snapshot):
            one.remove()
