"""Clients that stop halfway."""

import json
import select
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from newsgraph.web.security import POLICY
from web.conftest import SMALL
from web.service import PATIENCE, Running, running

HEAD = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n"
HALVES = {"a head": HEAD, "a body": HEAD + b"\r\nASK {", "an address": b"GET /sea", "a line": b"GET / HTTP/1.1\r\nHo"}


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    """A service with the least patience."""
    with running([SMALL], "--timeout", "1") as service:
        yield service


def _called(service: Running, *, room: int = 0) -> socket.socket:
    made = socket.socket()
    made.settimeout(PATIENCE)
    if room:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    made.connect(("127.0.0.1", int(urlsplit(service.url).port or 0)))
    return made


def _all(stream: socket.socket) -> bytes:
    """What comes until the other side hangs up."""
    return b"".join(iter(lambda: stream.recv(1 << 16), b""))


@pytest.mark.parametrize("half", HALVES)
def test_half_a_request(service: Running, half: str) -> None:
    """Half a request is not waited for, and its client told so as in any other problem."""
    with _called(service) as stream:
        stream.sendall(HALVES[half])
        head, _, body = _all(stream).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert f"content-security-policy: {POLICY}".encode() in head
    assert json.loads(body)["status"] == 408


def test_silence(service: Running) -> None:
    """Who says nothing hears nothing, and is not kept."""
    with _called(service) as stream:
        assert _all(stream) == b""


def test_an_answer_that_nobody_fetches(service: Running) -> None:
    """An answer of which nothing is taken is not kept for ever."""
    with _called(service, room=4096) as stream:
        stream.sendall(b"GET /data HTTP/1.1\r\nHost: localhost\r\nAccept: application/n-quads\r\n\r\n" * 12)
        poll = select.poll()
        poll.register(stream, 0)
        assert poll.poll(PATIENCE * 1000)


def test_others_do_not_wait(service: Running) -> None:
    """Many who stop halfway are in nobody's way."""
    halves = [_called(service) for _ in range(200)]
    for stream in halves:
        stream.sendall(HEAD)
    assert service.get("/health").status_code == 200
    assert service.get("/").status_code == 200
    assert [stream for stream in halves if not _all(stream).startswith(b"HTTP/1.1 408 ")] == []
    for stream in halves:
        stream.close()


def test_a_client_that_goes(service: Running) -> None:
    """Who goes away before the answer is there leaves nothing behind."""
    for half in (*HALVES.values(), HEAD.replace(b"100", b"6") + b"\r\nASK {}"):
        with _called(service) as stream:
            stream.sendall(half)
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert service.get("/health").status_code == 200
