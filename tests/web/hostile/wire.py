"""Bytes sent to a service as they are, and what comes back: no client library would send most of them."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from web.service import PATIENCE, Running


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, its headers by their names in small letters, and its body."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def media(self) -> str:
        """The media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


class Wire:
    """A connection, made anew whenever the service has closed it."""

    def __init__(self, service: Running, patience: float = PATIENCE) -> None:
        self._place = str(urlsplit(service.url).hostname), int(urlsplit(service.url).port or 0)
        self._patience = patience
        self._socket: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self._socket:
            self._socket.close()
        self._socket = None

    def send(self, data: bytes, method: str = "GET") -> Answer | None:
        """The answer to some bytes; None where the service hangs up without one.

        A connection may have been closed since it was last used, so it is tried once more with a new one.
        """
        used = self._socket is not None
        found = self._sent(data, method)
        return self._sent(data, method) if found is None and used else found

    def _sent(self, data: bytes, method: str) -> Answer | None:
        if self._socket is None:
            self._socket = socket.create_connection(self._place, timeout=self._patience)
        with suppress(BrokenPipeError, ConnectionResetError):  # it may have been answered all the same
            self._socket.sendall(data)
        try:
            return self._received(self._socket, method)
        except (HTTPException, ConnectionError):
            self.close()
            return None

    def _received(self, stream: socket.socket, method: str) -> Answer:
        with HTTPResponse(stream, method=method) as response:
            response.begin()
            body = response.read()
            found = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)
            if response.will_close:
                self.close()
        return found
