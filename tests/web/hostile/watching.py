"""What is left behind: files, and connections."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path


def files(*folders: Path) -> dict[str, str]:
    """All files in some folders by their digests."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in found}


class Trap:
    """A place on this machine that nobody should call."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening = listening
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}/"

    def caught(self) -> bool:
        """Whether somebody has called."""
        self._listening.setblocking(False)
        try:
            self._listening.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@contextmanager
def trap() -> Iterator[Trap]:
    """A place that listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield Trap(listening)
