"""Workers as the front sees them, and how they come to be."""

import asyncio
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newsgraph.errors import LimitError
from newsgraph.model.serving import Request
from newsgraph.storage.serving import Snapshot
from newsgraph.web.frames import HEAD, opened
from newsgraph.web.nursery import NUMBER
from newsgraph.web.worker import Setup

# How much a heavy query gives way to others, from 0 (not at all) to 19.
NICE = 15
ROOM = 1 << 20
_PACKAGES = Path(__file__).resolve().parents[2]


class Hand:
    """A worker: it answers one request at a time, and can be killed meanwhile."""

    def __init__(
        self, process: int, snapshot: Snapshot, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.process, self.snapshot, self.lives = process, snapshot, True
        self._reader, self._writer = reader, writer

    async def ask(self, request: Request) -> object:
        """The answer; what it raises there is raised here. A LimitError where the process ends over it."""
        data = pickle.dumps(request, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            self._writer.write(HEAD.pack(0, len(data)) + data)
            kind, length = HEAD.unpack(await self._reader.readexactly(HEAD.size))
            body = await self._reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            self.lives = False
            advice = "narrow it: it may need more memory than one query may have"
            raise LimitError("the query", "ended the process that answered it", advice=advice, what="memory") from error
        return opened(kind, body)

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
        self._writer.close()


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
        reader, writer = await asyncio.open_connection(sock=ours, limit=ROOM)
        return Hand(process, setup.snapshot, reader, writer)

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
