"""What the tests with hostile input share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from web.hostile.graphs import hostile
from web.service import Running, running


@pytest.fixture(scope="session")
def spoilt_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a graph whose every word is hostile."""
    return hostile(tmp_path_factory.mktemp("spoilt") / "spoilt.nq")


@pytest.fixture(scope="session")
def spoilt(spoilt_graph: Path) -> Iterator[Running]:
    """A service of that graph."""
    with running([spoilt_graph], "--timeout", "20") as service:
        yield service
