"""The process that reads texts, as the front sees it: a socket to it, what it has been asked, and how to end it."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from newsgraph.errors import LimitError
from newsgraph.web.frames import HEAD, opened

_PACKAGES = Path(__file__).resolve().parents[2]


class Reader:
    """A process that reads; `busy` while it owes an answer, `loading` until it has said that it is ready."""

    def __init__(
        self, process: subprocess.Popen[bytes], stream: asyncio.StreamReader, out: asyncio.StreamWriter
    ) -> None:
        self._process, self._stream, self._out = process, stream, out
        self._ready = asyncio.ensure_future(self._frame())
        self.busy = False

    @classmethod
    async def started(cls, memory: int, model: str | None) -> Self:
        """Start a process, which loads the named pipeline or the best that is there."""
        ours, theirs = socket.socketpair()
        with theirs:
            settings = [str(theirs.fileno()), str(memory), model or ""]
            command = [sys.executable, "-m", "newsgraph.web.annotating_work", *settings]
            process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), env=_environment())
        ours.setblocking(False)
        return cls(process, *await asyncio.open_connection(sock=ours))

    @property
    def lives(self) -> bool:
        """Whether it is there."""
        return self._process.poll() is None

    @property
    def loading(self) -> bool:
        """Whether it is not ready yet."""
        return not self._ready.done()

    async def loaded(self) -> None:
        """Wait until it is ready; who gives up waiting leaves it loading. What is raised there is raised here."""
        await asyncio.shield(self._ready)

    async def ask(self, data: bytes) -> bytes:
        """The answer; what is raised there is raised here. A LimitError where the process ends over it."""
        self.busy = True
        self._out.write(HEAD.pack(0, len(data)) + data)
        answer = await self._frame()
        assert isinstance(answer, bytes)
        return answer

    async def _frame(self) -> object:
        try:
            kind, length = HEAD.unpack(await self._stream.readexactly(HEAD.size))
            body = await self._stream.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            self.kill()
            advice = "send a shorter text: it may need more memory than one text may have"
            raise LimitError("the text", "ended the process that read it", advice=advice, what="memory") from error
        self.busy = False
        return opened(kind, body)

    def kill(self) -> None:
        """End it, whatever it does."""
        self._ready.cancel()
        self._out.close()
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()


def _environment() -> dict[str, str]:
    """Where to find the program; more threads for linear algebra would take the processors from others."""
    paths = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
