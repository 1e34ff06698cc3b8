"""Services that tests of the web share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from web.service import Running, running

HERE = Path(__file__).parent
SMALL = HERE / "small.trig"


@pytest.fixture(scope="session")
def small() -> Iterator[Running]:
    """A service of a small graph: two named graphs and a default one."""
    with running([SMALL], "--timeout", "5") as service:
        yield service
