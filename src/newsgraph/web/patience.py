"""HTTP as strangers speak it: heads without end, requests that stop halfway, answers that nobody fetches.

The web server would keep what has come of them for ever, and answers what is no HTTP in words of its own.
"""

import asyncio
import socket
import struct
from contextlib import suppress
from http import HTTPStatus
from typing import Any, ClassVar

from newsgraph.web.joining import JoiningProtocol
from newsgraph.web.problems import problem
from newsgraph.web.security import HEADERS

# The bytes of an address and of all headers of a request. What makes an address out of bytes takes no longer ones.
LONGEST_ADDRESS, LONGEST_HEAD = (1 << 16) - 1, 96 << 10
# A header that has not ended is noticed when so much has come: as much as is read at a time, and one head.
UNFINISHED = LONGEST_HEAD + (256 << 10)


class PatientProtocol(JoiningProtocol):
    """The protocol of the web server, which waits no longer than `patience`, in seconds, for a sign of life."""

    patience: ClassVar[float] = 30.0

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._refusal = 400, "what was sent is no HTTP"
        self._began = self._heading = self._waited = False
        self._arriving = True
        self._head = self._came = self._unsent = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there; one too many is told so."""
        super().connection_made(transport)
        self._look_again()
        if self.limit_concurrency is not None and len(self.connections) > self.limit_concurrency:
            self.refuse(503, "too many connections are open; try again in some seconds")

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._next.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes have come."""
        if self._heading:
            self._came += len(data)
            if self._came > UNFINISHED:
                self.refuse(431, "the headers are too long")
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._began = self._heading = self._arriving = True
        self._waited = False
        self._head = self._came = 0

    def on_url(self, url: bytes) -> None:
        """A part of the address has come."""
        super().on_url(url)
        if len(self.url) > LONGEST_ADDRESS:
            self._stop(414, "the address is too long: send the query by POST")

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header has come."""
        super().on_header(name, value)
        self._head += len(name) + len(value)
        if self._head > LONGEST_HEAD:
            self._stop(431, "the headers are too long")

    def on_headers_complete(self) -> None:
        """All headers are there."""
        self._heading = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """All of the request is there."""
        self._arriving = False
        super().on_message_complete()

    def _stop(self, status: int, detail: str) -> None:
        """Stop the parser, which calls `send_400_response` then."""
        self._refusal = status, detail
        raise ValueError(detail)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or too much of it."""
        self.refuse(*self._refusal)

    def refuse(self, status: int, detail: str) -> None:
        """Say why no more is read, where the request has no answer yet, and hang up."""
        answered = bool(self.cycle and self.cycle.response_started)
        if not self.pipeline and (not answered or (self._heading and self.cycle.response_complete)):
            self.transport.write(_raw(status, detail))
        self.transport.close()

    def _unsupported_upgrade_warning(self) -> None:
        """That somebody would rather speak another protocol is nothing to be told of."""

    def _look_again(self) -> None:
        self._next = self.loop.call_later(self.patience, self._look)

    def _look(self) -> None:
        """Hang up on a client from whom nothing has come, or to whom nothing has gone, since the last look."""
        self._look_again()
        unsent = self.transport.get_write_buffer_size()
        if unsent and unsent >= self._unsent > 0:
            self._reset()
        elif self._arriving and self._waited and self._began:
            self.refuse(408, "the request has not arrived in time")
        elif self._arriving and self._waited:
            self.transport.close()
        self._unsent, self._waited = unsent, True

    def _reset(self) -> None:
        """Hang up and forget what is still to be sent; the system would keep on trying."""
        stream = self.transport.get_extra_info("socket")
        with suppress(OSError):
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()


def patient(patience: float) -> type[asyncio.Protocol]:
    """The protocol with so much patience."""
    return type("Patient", (PatientProtocol,), {"patience": patience})


def _raw(status: int, detail: str) -> bytes:
    response = problem(status, detail, {**HEADERS, "Connection": "close"})
    lines = [b"HTTP/1.1 %d %b" % (status, HTTPStatus(status).phrase.encode())]
    lines += [name + b": " + value for name, value in response.raw_headers]
    return b"\r\n".join([*lines, b"", bytes(response.body)])
