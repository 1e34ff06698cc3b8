"""The endpoint that these tests ask."""

import threading
from collections.abc import Iterator

import pytest

from linking.server import Script, Server


@pytest.fixture
def server() -> Iterator[Script]:
    """A running endpoint; tests change its script."""
    running = Server()
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield running.script
    if running.script.silence:
        running.script.silence.set()
    running.shutdown()
    running.server_close()
    thread.join()
