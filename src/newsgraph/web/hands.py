"""Workers as the front sees them, and how they come to be."""

import asyncio
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import cast

from newsgraph.errors import LimitError, NewsgraphError
from newsgraph.model.serving import Request
from newsgraph.storage.serving import Snapshot
from newsgraph.web.frames import HEAD, opened
from newsgraph.web.nursery import NUMBER
from newsgraph.web.worker import Setup

# How much a heavy query gives way to others, from 0 (not at all) to 19.
NICE = 15
# With the number of a process, this makes the clock of what it has worked (Linux).
_SCHEDULED = 2
_PACKAGES = Path(__file__).resolve().parents[2]


class Hand(asyncio.Protocol):
    """A worker: it answers one request at a time, and can be killed meanwhile."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.process, self.snapshot, self.lives = 0, snapshot, True
        self._transport: asyncio.WriteTransport | None = None
        self._answer: asyncio.Future[object] | None = None
        self._parts: list[bytes] = []
        self._missing = HEAD.size

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The socket to the worker is there."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        """A part of an answer has come."""
        self._parts.append(data)
        self._missing -= len(data)
        if self._missing > 0:
            return
        frame = b"".join(self._parts)
        kind, length = HEAD.unpack_from(frame)
        self._missing = HEAD.size + length - len(frame)
        self._parts = [frame]
        if self._missing == 0:
            self._parts, self._missing = [], HEAD.size
            self._done(kind, frame)

    def connection_lost(self, exc: Exception | None) -> None:
        """The worker has ended."""
        self.lives = False
        if self._answer and not self._answer.done():
            advice = "narrow it: it may need more memory than one query may have"
            error = LimitError("the query", "ended the process that answered it", advice=advice, what="memory")
            self._answer.set_exception(error)

    def ask(self, request: Request) -> "asyncio.Future[object]":
        """The answer; what is raised there is raised here. A LimitError where the process ends over it."""
        data = pickle.dumps(request, protocol=pickle.HIGHEST_PROTOCOL)
        self._answer = asyncio.get_running_loop().create_future()
        if self._transport is None or self._transport.is_closing():
            self.connection_lost(None)
        else:
            self._transport.write(HEAD.pack(0, len(data)) + data)
        return self._answer

    def _done(self, kind: int, frame: bytes) -> None:
        if self._answer is None or self._answer.done():
            return
        try:
            self._answer.set_result(opened(kind, frame[HEAD.size :]))
        except NewsgraphError as error:
            self._answer.set_exception(error)

    def spent(self) -> float:
        """Seconds that it has worked so far; where the system does not tell, the time that passes."""
        try:
            return time.clock_gettime(~self.process << 3 | _SCHEDULED)
        except OSError:
            return time.monotonic()

    def yield_to_others(self) -> None:
        """Let it have only what the processor has left."""
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.process, NICE)

    def kill(self) -> None:
        """End it, whatever it does."""
        if self.lives:
            self.lives = False
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
        if self._answer:
            self._answer.cancel()
        if self._transport:
            self._transport.close()


class Nursery:
    """Where workers come from: a process that forks them."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._lock = asyncio.Lock()
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "newsgraph.web.nursery", str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), env=_environment())
        ours.setblocking(False)
        self._control = ours

    async def hand(self) -> Hand:
        """A new worker."""
        setup = self._setup
        ours, theirs = socket.socketpair()
        with theirs:
            async with self._lock:
                process = await self._fork(pickle.dumps(setup), theirs)
        ours.setblocking(False)
        _, hand = await asyncio.get_running_loop().create_connection(lambda: Hand(setup.snapshot), sock=ours)
        hand.process = process
        return hand

    async def _fork(self, setup: bytes, stream: socket.socket) -> int:
        loop = asyncio.get_running_loop()
        socket.send_fds(self._control, [setup], [stream.fileno()])
        answer = b""
        while len(answer) < NUMBER.size:
            part = await loop.sock_recv(self._control, NUMBER.size - len(answer))
            if not part:
                raise LimitError("the service", "can start no more workers", advice="start it anew", what="load")
            answer += part
        return int(struct.unpack("!Q", answer)[0])

    def current(self, hand: Hand) -> bool:
        """Whether a worker has the graph as it is now."""
        return hand.snapshot == self._setup.snapshot

    def serve(self, snapshot: Snapshot) -> None:
        """Let all workers from now on have this snapshot."""
        self._setup = replace(self._setup, snapshot=snapshot)

    def close(self) -> None:
        """End it."""
        self._control.close()
        self._process.terminate()
        self._process.wait()


def _environment() -> dict[str, str]:
    """Where to find the program, and one thread for each library that would start more."""
    paths = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}
