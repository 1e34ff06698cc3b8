"""The process that workers are forked from: it has loaded what they need, and runs no thread that a fork would lose.

It is started with the descriptor of a socket. Over it come a worker's setup and the socket on which that is to listen;
the number of the new process goes back. It ends when the other side goes.
"""

import gc
import pickle
import signal
import socket
import struct
import sys

from newsgraph.web.worker import Setup, forked

NUMBER = struct.Struct("!Q")
# As long as a setup can be.
LONGEST = 1 << 20


def main() -> None:
    """Fork workers until the other side goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ends is forgotten
    control = socket.socket(fileno=int(sys.argv[1]))
    gc.collect()
    gc.freeze()  # what is there now stays, and workers share its pages
    while (asked := _asked(control)) is not None:
        setup, stream = asked
        with stream:
            control.sendall(NUMBER.pack(forked(stream, setup)))


def _asked(control: socket.socket) -> tuple[Setup, socket.socket] | None:
    data, descriptors, _, _ = socket.recv_fds(control, LONGEST, 1)
    if not data or not descriptors:
        return None
    return pickle.loads(data), socket.socket(fileno=descriptors[0])


if __name__ == "__main__":
    main()
