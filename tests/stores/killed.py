"""A program that brings a store up to date and kills itself before a request: `ARCHIVE URL USER PASSWORD NUMBER`."""

import os
import signal
import sys
from pathlib import Path

from newsgraph.linking import Access
from newsgraph.linking.updates import Updates
from newsgraph.linking.wire import Reply, Wire
from newsgraph.storage import mirror


class Killing(Wire):
    """Kills the process in the place of a request, or right after the server has met it."""

    requests = 0
    last = 0

    def send(self, method: str, url: str, headers: dict[str, str], body: bytes | None = None) -> Reply:
        """One more request: odd ones are met before the process is gone, and it never hears of that."""
        self.requests += 1
        if self.requests == self.last and self.last % 2 == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        reply = super().send(method, url, headers, body)
        if self.requests == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        return reply


if __name__ == "__main__":
    path, url, user, password, number = sys.argv[1:]
    wire = Killing(Access(user, password))
    wire.last = int(number)
    print(mirror(Path(path), Updates(url, wire, most_lines=40)).come)
