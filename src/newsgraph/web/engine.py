"""A quick way for light queries: a server in one process that answers many at a time, and that nobody has to wait for.

It is the `oxigraph` program, reading the same snapshot as the workers do. It can be asked only what it answers as they
would; whatever it does not answer at once, and in full, they are asked. Without the program they do all the work.
"""

import asyncio
import contextlib
import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections import deque
from pathlib import Path
from typing import cast

from newsgraph.model.serving import Limits, Reply, Sparql
from newsgraph.ontology.prefixes import PREFIXES, sparql_prologue
from newsgraph.storage.serving import Snapshot
from newsgraph.web.processors import cores

LOG = logging.getLogger("newsgraph.serve")
PROGRAM = "oxigraph"
# What the program writes just as workers do. (They mend what XML cannot hold, and CSV.)
SAME = frozenset(("application/sparql-results+json", "text/tab-separated-values"))
# A dataset in the query counts for nothing there; a call elsewhere is refused in words here. Words may run together.
_NOT = re.compile("from|service|describe|construct", re.IGNORECASE)
_USUAL = re.compile(rf"\b(?:{'|'.join(PREFIXES)}):")
# Seconds until nobody waits for a query any more, and from then on until the program is ended over it.
PATIENCE, GRACE = 0.4, 1.0
# Queries that it has at a time; with as many as there are processors older than this, it is no quick way any more.
CONNECTIONS, OLD = 16, 0.1
# It lets the front and the workers go first.
NICE = 5
STARTS = 20.0
# What stands before a query, by the media type of its answer; the length of the query has a place in it.
_HEADS = {
    media: b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nAccept: "
    + media.encode()
    + b"\r\nContent-Length: %d\r\n\r\n"
    for media in SAME
}
HEAD = b"\r\n\r\n"
# How whole answers end: where something fails halfway, the program writes what it was instead of the rest.
ENDS = {
    "application/sparql-results+json": (b"}",),
    "text/tab-separated-values": (b"\n", b"true", b"false"),
}
# Seconds until a program that has ended, as a query can make it do, is started anew.
REST = 5.0
# How often it is looked whether it still runs.
GLANCE = 0.2


class Line(asyncio.Protocol):
    """A connection: one request at a time, answered with its status, its headers and its body."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.transport: asyncio.WriteTransport | None = None
        self.answered = True
        self._answer: asyncio.Future[Reply | None] | None = None
        self._found = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The server is there."""
        self.transport = cast(asyncio.WriteTransport, transport)

    def ask(self, request: bytes) -> "asyncio.Future[Reply | None]":
        """The answer; None where there is none that can be used."""
        self._answer = asyncio.get_running_loop().create_future()
        self._found.clear()
        self.answered = False
        if self.usable:
            cast(asyncio.WriteTransport, self.transport).write(request)
        else:
            self._answer.set_result(None)
        return self._answer

    @property
    def usable(self) -> bool:
        """Whether it can be asked again."""
        return self.transport is not None and not self.transport.is_closing()

    def late(self) -> None:
        """Nobody waits for the answer any more."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(TimeoutError())

    def data_received(self, data: bytes) -> None:
        """A part of an answer has come."""
        self._found += data
        if len(self._found) > self._size:
            self.drop()
            return
        head, end, body = self._found.partition(HEAD)
        whole = _whole(bytes(head).lower(), body) if end else None
        if whole is not None and self._answer:
            self.answered = True
            if not self._answer.done():
                self._answer.set_result(_reply(bytes(head), whole))

    def connection_lost(self, exc: Exception | None) -> None:
        """The server has gone."""
        if self._answer and not self._answer.done():
            self._answer.set_result(None)

    def drop(self) -> None:
        """Ask it no more."""
        if self.transport:
            self.transport.abort()


class Engine:
    """The program, and connections to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._program = program()
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0
        self._free: deque[Line] = deque()
        self._open = 0
        self._began: dict[Line, float] = {}
        self._looked = 0.0
        self._cores = cores()
        self._snapshot: Snapshot | None = None
        self._again: asyncio.Task[None] | None = None

    async def serve(self, snapshot: Snapshot) -> None:
        """Answer from a snapshot from now on."""
        old, self._process, self._snapshot = self._process, None, snapshot
        self._forget()
        if self._program:
            self._port = _free_port()
            self._process = subprocess.Popen(self._command(snapshot), stderr=subprocess.DEVNULL)
            os.setpriority(os.PRIO_PROCESS, self._process.pid, NICE)
            if not await _listens(self._port, self._process):
                self.close()
        _end(old)

    def _lives(self) -> bool:
        """Whether it runs. What listens where it listened, once it has ended, may be anything."""
        now = asyncio.get_running_loop().time()
        if self._process is not None and now - self._looked > GLANCE:
            self._looked = now
            if self._process.poll() is not None:
                self._ended()
        return self._process is not None

    def _ended(self) -> None:
        self._process = None
        self._forget()
        self._again = asyncio.ensure_future(self._revived())

    async def _revived(self) -> None:
        await asyncio.sleep(REST)
        if self._process is None and self._snapshot is not None:
            await self.serve(self._snapshot)

    def _command(self, snapshot: Snapshot) -> list[str]:
        union = ["--union-default-graph"] if snapshot.union else []
        bound = [sys.executable, "-m", "newsgraph.web.launch", str(2 * self._limits.memory), str(self._program)]
        place = ["--location", str(snapshot.quads), "--bind", f"127.0.0.1:{self._port}"]
        # (Its own time limit costs a thread for each query, and there are queries that it does not end.)
        return [*bound, "serve-read-only", *place, *union]

    async def ask(self, request: Sparql) -> Reply | None:
        """The answer; None where a worker has to be asked. A TimeoutError where it does not come at once."""
        media = request.results[0] if request.results else ""
        if not self._suits(request, media) or self._clogged():
            return None
        line = self._free.pop() if self._free else await self._line()
        if line is None:
            return None
        loop = asyncio.get_running_loop()
        late = loop.call_later(PATIENCE, line.late)
        self._began[line] = loop.time()
        try:
            return await line.ask(self._request(request.text, media))
        finally:
            late.cancel()
            self._back(line)

    def _clogged(self) -> bool:
        if len(self._began) < self._cores:
            return False
        old = asyncio.get_running_loop().time() - OLD
        return sum(began < old for began in self._began.values()) >= self._cores

    def _suits(self, request: Sparql, media: str) -> bool:
        if not self._lives() or media not in SAME or request.defaults or request.named:
            return False
        return not _NOT.search(request.text)

    def _request(self, text: str, media: str) -> bytes:
        if _USUAL.search(text) and "prefix" not in text.lower():
            text = sparql_prologue() + text
        body = text.encode()
        return _HEADS[media] % len(body) + body

    async def _line(self) -> Line | None:
        while self._free:
            line = self._free.pop()
            if line.usable:
                return line
            self._open -= 1
        if self._open >= CONNECTIONS:
            return None
        self._open += 1
        try:
            loop = asyncio.get_running_loop()
            _, line = await loop.create_connection(lambda: Line(self._limits.size), "127.0.0.1", self._port)
        except OSError:
            self._open -= 1
            return None
        return line

    def _back(self, line: Line) -> None:
        if line.answered or not line.usable:
            self._gone(line)
        else:  # the program is at it for a while yet
            asyncio.get_running_loop().call_later(GRACE, self._given_up, line, self._process)

    def _given_up(self, line: Line, process: subprocess.Popen[bytes] | None) -> None:
        """A query has had its time: what goes on with it is ended, and begins anew."""
        if not line.answered and process is self._process:
            LOG.info("a query does not end: the quick way begins anew")
            _end(process)
            self._ended()
        self._gone(line)

    def _gone(self, line: Line) -> None:
        del self._began[line]
        if line.usable and line.answered:
            self._free.append(line)
        else:
            line.drop()
            self._open -= 1

    def _forget(self) -> None:
        for line in self._free:
            line.drop()
        self._open -= len(self._free)
        self._free.clear()

    def close(self) -> None:
        """End the program."""
        if self._again and self._again is not asyncio.current_task():
            self._again.cancel()
        self._forget()
        _end(self._process)
        self._process = None


def program() -> Path | None:
    """Where the program is, which a package of the same name brings; None where it is not installed."""
    beside = Path(sysconfig.get_path("scripts")) / PROGRAM
    found = str(beside) if beside.is_file() else shutil.which(PROGRAM)
    return Path(found) if found else None


def _whole(head: bytes, body: bytes | bytearray) -> bytes | None:
    """The body, when it is there."""
    if b"transfer-encoding: chunked" not in head:
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        return bytes(body) if len(body) >= length else None
    if not body.endswith(b"0\r\n\r\n"):
        return None
    return _joined(bytes(body))


def _joined(chunked: bytes) -> bytes | None:
    """The chunks as one; None where the last one is not there."""
    parts: list[bytes] = []
    place = 0
    while (end := chunked.find(b"\r\n", place)) >= 0:
        size = int(chunked[place:end].partition(b";")[0], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(chunked[end + 2 : end + 2 + size])
        place = end + 4 + size
    return None


def _reply(head: bytes, body: bytes) -> Reply | None:
    """What is no answer is for a worker, who knows what to say."""
    if not head.startswith(b"HTTP/1.1 200"):
        return None
    told = head.lower().partition(b"content-type:")[2].partition(b"\r\n")[0].decode().strip()
    media = told.partition(";")[0]
    return Reply(body, media) if body.endswith(ENDS.get(media, ())) else None


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


async def _listens(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Whether the program listens, when it has had time to start."""
    loop = asyncio.get_running_loop()
    until = loop.time() + STARTS
    while loop.time() < until and process.poll() is None:
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return True
        await asyncio.sleep(0.02)
    return False


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process:
        process.kill()
        process.wait()
