"""How the front and its workers talk: frames over a socket pair, each with its length before it."""

import pickle
import socket
import struct
from collections.abc import Iterator

from newsgraph.errors import NewsgraphError
from newsgraph.model.serving import Reply

HEAD = struct.Struct("!BQ")
"""What the frame holds, and how many bytes."""
VALUE, REPLY, ERROR = range(3)
# So much is read, or put together before it is sent, at a time.
ROOM = 1 << 18


def framed(outcome: object) -> Iterator[bytes]:
    """The parts of a frame with an answer, a Reply, or an error that was raised."""
    if isinstance(outcome, Reply):
        media = outcome.media.encode()
        yield HEAD.pack(REPLY, 1 + len(media) + len(outcome.body)) + bytes([len(media)]) + media
        yield outcome.body
        return
    kind = ERROR if isinstance(outcome, NewsgraphError) else VALUE
    body = pickle.dumps(_plain(outcome), protocol=pickle.HIGHEST_PROTOCOL)
    yield HEAD.pack(kind, len(body)) + body


def _plain(outcome: object) -> object:
    """An error as its class and what it carries: its constructor does not take what pickle would give it."""
    if isinstance(outcome, NewsgraphError):
        return type(outcome), outcome.subject, outcome.problem, outcome.advice, getattr(outcome, "what", None)
    return outcome


def opened(kind: int, body: bytes) -> object:
    """What a frame holds; an error is raised."""
    if kind == REPLY:
        length = body[0]
        return Reply(body[1 + length :], body[1 : 1 + length].decode())
    told = pickle.loads(body)
    if kind == ERROR:
        make, subject, problem, advice, what = told
        raise make(subject, problem, advice=advice, **({"what": what} if what else {}))
    return told


def received(stream: socket.socket) -> bytes | None:
    """The body of the next frame; None where the other side has gone. Nothing else may have come after it."""
    found = bytearray(stream.recv(ROOM))
    while len(found) < HEAD.size or len(found) < HEAD.size + HEAD.unpack_from(found)[1]:
        part = stream.recv(ROOM)
        if not part:
            return None
        found += part
    return bytes(found[HEAD.size :])


def send(stream: socket.socket, outcome: object) -> None:
    """Send a frame: what is small in one go."""
    parts = list(framed(outcome))
    if sum(map(len, parts)) <= ROOM:
        parts = [b"".join(parts)]
    for part in parts:
        stream.sendall(part)
