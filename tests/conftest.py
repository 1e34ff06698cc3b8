"""What all tests share."""

import os
from collections.abc import Generator

import pytest

SKIP_NOTHING = os.environ.get("NEWSGRAPH_SKIP_NOTHING") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be left out (NEWSGRAPH_SKIP_NOTHING=1), a skipped test has failed."""
    report = yield
    if SKIP_NOTHING and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {report.longrepr}"
    return report
