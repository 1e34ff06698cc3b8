"""What all tests share."""

import os
import threading
from collections.abc import Generator, Iterator

import pytest

from linking.server import Script, Server

SKIP_NOTHING = os.environ.get("NEWSGRAPH_SKIP_NOTHING") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be left out (NEWSGRAPH_SKIP_NOTHING=1), a skipped test has failed."""
    report = yield
    if SKIP_NOTHING and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {report.longrepr}"
    return report


@pytest.fixture
def server() -> Iterator[Script]:
    """A running SPARQL endpoint; tests change its script."""
    running = Server()
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield running.script
    if running.script.silence:
        running.script.silence.set()
    running.shutdown()
    running.server_close()
    thread.join()
