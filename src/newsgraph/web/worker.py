"""A process that answers requests one after the other, and that can be killed at any time."""

import os
import pickle
import signal
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from newsgraph.errors import NewsgraphError
from newsgraph.model.serving import Limits
from newsgraph.storage.serving import Served, Snapshot
from newsgraph.web.confinement import confine, ration
from newsgraph.web.frames import received, send


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker is started with: `source` is the folder that the snapshot is of, where it is of one."""

    snapshot: Snapshot
    limits: Limits
    allowed: tuple[str, ...] = ()
    source: Path | None = None


def work(stream: socket.socket, setup: Setup) -> None:
    """Answer what comes over a socket until the other side goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the front tells when it is over, by going
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    confine(network=bool(setup.allowed))
    served = Served(setup.snapshot, setup.limits, setup.allowed, setup.source)
    ration(setup.limits.memory)
    while (request := received(stream)) is not None:
        outcome: object
        try:
            outcome = served.answer(pickle.loads(request))
        except NewsgraphError as error:
            outcome = error
        send(stream, outcome)


def forked(stream: socket.socket, setup: Setup) -> int:
    """Fork a worker; its process. It never comes back from here."""
    process = os.fork()
    if process:
        return process
    try:
        work(stream, setup)
    except (BrokenPipeError, ConnectionResetError, MemoryError):
        pass  # the front has gone, or will say that it was too much
    finally:
        if (error := sys.exception()) is not None:
            sys.excepthook(type(error), error, error.__traceback__)  # nobody else would tell
        os._exit(0)
