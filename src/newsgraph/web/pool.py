"""The processes that answer: a few for what is light, and fewer, which give way to the others, for what is not.

Nobody can tell before whether a query is light. Each begins in a light worker; one that is not done in the blink of an
eye moves, with its worker, to the heavy ones, where it gets only what the processor has left, and a fresh worker takes
the place. Where no room is left among the heavy ones it is killed, and waits for its turn to begin anew there. A query
that was heavy lately begins there at once.
"""

import asyncio
import logging
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from newsgraph.errors import LimitError
from newsgraph.model.serving import Limits, Request, Sparql
from newsgraph.web.engine import Engine
from newsgraph.web.hands import Hand, Nursery

LOG = logging.getLogger("newsgraph.serve")
Trial = tuple[Hand, "asyncio.Future[object]"]
REMEMBERED = 512
# So many seconds make a query heavy from the start when it comes again.
LONG = 1.0
# How many light workers may be at what was not done in time already.
SUSPECTS = 1
# How many times as long as it may work a worker is waited for that does not come to it.
PATIENCE = 8


@dataclass(frozen=True, slots=True)
class Manning:
    """How many work at what: light workers and heavy ones, how many requests may wait for either, and for how long a
    request counts as light, in seconds."""

    light: int = 3
    heavy: int = 2
    light_waiting: int = 256
    heavy_waiting: int = 16
    blink: float = 0.15


class Pool:
    """Answers requests."""

    def __init__(
        self, nursery: Nursery, limits: Limits, manning: Manning | None = None, engine: Engine | None = None
    ) -> None:
        self._nursery, self._limits, self._manning = nursery, limits, manning or Manning()
        self._engine = engine
        self._idle: deque[Hand] = deque()
        self._queue: deque[asyncio.Future[Hand]] = deque()
        self._heavy = asyncio.Semaphore(self._manning.heavy)
        self._suspects = asyncio.Semaphore(SUSPECTS)
        self._heavy_waiting = 0
        self._slow: OrderedDict[int, None] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the workers."""
        for _ in range(self._manning.light):
            self._free(await self._nursery.hand())

    async def close(self) -> None:
        """Stop the workers."""
        for task in self._tasks:
            task.cancel()
        for hand in self._idle:
            hand.kill()

    async def ask(self, request: Request) -> object:
        """The answer, or the error that came of it; a LimitError where it would take too long, or too many wait."""
        key = hash(request.text) if isinstance(request, Sparql) else None
        until = time.monotonic() + self._limits.time
        if key in self._slow:
            return await self._anew(request, until)
        try:
            reply = await self._engine.ask(request) if self._engine and isinstance(request, Sparql) else None
            if reply is not None:
                return reply
            hand, answer = await self._tried(request)
        except TimeoutError:
            hand, answer = await self._suspected(request, until)
        if answer.done():
            self._back(hand)
            return answer.result()
        self._supply()
        return await self._noted(self._on(hand, answer, request, until), key)

    async def _suspected(self, request: Request, until: float) -> Trial:
        """Try what was not answered at once already; others shall not wait behind it."""
        try:
            async with asyncio.timeout(until - time.monotonic()), self._suspects:
                return await self._tried(request)
        except TimeoutError as error:
            raise _busy() from error

    async def _tried(self, request: Request) -> Trial:
        """A light worker that has been asked, and its answer, if it is light."""
        hand = self._at_hand() or await self._light()
        answer = hand.ask(request)
        try:
            await self._blink(hand, answer)
        except asyncio.CancelledError:
            self._replace(hand)
            raise
        return hand, answer

    def _at_hand(self) -> Hand | None:
        """A light worker that has nothing to do. One that has ended meanwhile is replaced."""
        while self._idle:
            hand = self._idle.popleft()
            if hand.lives:
                return hand
            self._replace(hand)
        return None

    async def _noted(self, answer: Awaitable[object], key: int | None) -> object:
        """An answer; what it takes long to find is remembered as heavy."""
        start = time.monotonic()
        try:
            return await answer
        finally:
            if time.monotonic() - start > LONG:
                self._remember(key)

    async def _blink(self, hand: Hand, answer: "asyncio.Future[object]") -> None:
        """Wait until the answer is there, or its worker has been at it for as long as a request counts as light.

        On a machine that has much to do, the time that has passed says little about what a query needs.
        """
        began = hand.spent()
        for _ in range(PATIENCE):
            await asyncio.wait((answer,), timeout=self._manning.blink)
            if answer.done() or hand.spent() - began > self._manning.blink / 2:
                return

    async def _on(self, hand: Hand, answer: "asyncio.Future[object]", request: Request, until: float) -> object:
        """Go on with what has turned out to be heavy: where it is, or anew when there is room."""
        if self._heavy.locked():
            hand.kill()
            return await self._anew(request, until)
        async with self._heavy:
            hand.yield_to_others()
            return await self._heavily(hand, answer, until)

    async def _anew(self, request: Request, until: float) -> object:
        async with self._turn(until):
            hand = await self._nursery.hand()
            hand.yield_to_others()
            return await self._heavily(hand, hand.ask(request), until)

    async def _heavily(self, hand: Hand, answer: "asyncio.Future[object]", until: float) -> object:
        try:
            async with asyncio.timeout_at(asyncio.get_running_loop().time() + until - time.monotonic()):
                return await answer
        except TimeoutError as error:
            problem = f"took longer than {self._limits.time:g} seconds"
            raise LimitError("the query", problem, advice="narrow it, or ask for less at a time") from error
        finally:
            hand.kill()

    @asynccontextmanager
    async def _turn(self, until: float) -> AsyncIterator[None]:
        """A place among the heavy ones, when there is one."""
        if self._heavy_waiting >= self._manning.heavy_waiting:
            raise _busy()
        self._heavy_waiting += 1
        try:
            await asyncio.wait_for(self._heavy.acquire(), max(0.0, until - time.monotonic()))
        except TimeoutError as error:
            raise _busy() from error
        finally:
            self._heavy_waiting -= 1
        try:
            yield
        finally:
            self._heavy.release()

    async def _light(self) -> Hand:
        """A light worker, when one is free; who asks first gets it first."""
        if len(self._queue) >= self._manning.light_waiting:
            raise _busy()
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[Hand] = loop.create_future()
        self._queue.append(turn)
        late = loop.call_later(self._limits.time, _late, turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and not turn.exception():
                self._free(turn.result())
            raise
        finally:
            late.cancel()

    def _free(self, hand: Hand) -> None:
        """Give a worker to who has waited longest."""
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(hand)
                return
        self._idle.append(hand)

    def _back(self, hand: Hand) -> None:
        """A worker is free again, unless it has ended, or has the graph as it was before."""
        if hand.lives and self._nursery.current(hand):
            self._free(hand)
        else:
            self._replace(hand)

    def _replace(self, hand: Hand) -> None:
        hand.kill()
        self._supply()

    def _supply(self) -> None:
        """Let a fresh worker take a place among the light ones."""
        task = asyncio.ensure_future(self._fresh())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _fresh(self) -> None:
        self._free(await self._nursery.hand())

    def renew(self) -> None:
        """Replace the workers that are idle by such as have the graph as it is now; the others follow by themselves."""
        for hand in list(self._idle):
            self._idle.remove(hand)
            self._back(hand)

    def _remember(self, key: int | None) -> None:
        if key is not None:
            self._slow[key] = None
            if len(self._slow) > REMEMBERED:
                self._slow.popitem(last=False)


def _late(turn: "asyncio.Future[Hand]") -> None:
    if not turn.done():
        turn.set_exception(_busy())


def _busy() -> LimitError:
    return LimitError("the service", "has too much to do", advice="try again in some seconds", what="load")
