"""A running service, in a process of its own, for tests that ask it over a real socket."""

import os
import re
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import httpx

ADDRESS = re.compile(r"newsgraph is at (http://\S+)/")
# For an answer of a test machine that has much to do.
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A service that runs: where, and its process."""

    url: str
    process: subprocess.Popen[str]

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET a path."""
        return self.ask("GET", path, **options)

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request; redirects are not followed."""
        with httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False) as client:
            return client.request(method, path, **options)

    def select(self, query: str) -> list[dict[str, str]]:
        """The rows of a SELECT, as strings."""
        found = self.ask("POST", "/sparql", data={"query": query}, headers={"Accept": "application/json"})
        found.raise_for_status()
        rows = found.json()["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]


@contextmanager
def running(graphs: Sequence[Path | str], *options: str, env: Mapping[str, str] | None = None) -> Iterator[Running]:
    """Start `newsgraph serve` on a free port, and end it."""
    command = [sys.executable, "-m", "newsgraph", "serve", *map(str, graphs), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **(env or {})}) as process:
        # What it says after that nobody reads, but it would wait for room to say more.
        rest = Thread(target=deque, args=(process.stderr, 0), daemon=True)
        try:
            address = _address(process)
            rest.start()
            yield Running(address, process)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
            if rest.ident:
                rest.join(PATIENCE)


def _address(process: subprocess.Popen[str]) -> str:
    said = []
    assert process.stderr is not None
    for line in process.stderr:
        said.append(line)
        if found := ADDRESS.match(line):
            return found[1]
    raise AssertionError("the service did not start: " + "".join(said))
