"""Reports that tests read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph
from newsgraph.storage import Graph
from newsgraph.web.reporting import report
from storage.explorer import world
from web.pages.reading import Element, read

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def known() -> Iterator[Element]:
    """The report of the known world."""
    explorer = world.explorer(world.quads())
    yield read(report(explorer, title="Saltport"))
    explorer.close()


@pytest.fixture(scope="session")
def graph() -> Graph:
    """What newsgraph reads in its own sample stories."""
    return newsgraph.build(newsgraph.read([str(SEEDS)]))


@pytest.fixture(scope="session")
def text(graph: Graph) -> str:
    """The report of the sample stories, as it is written."""
    return report(graph.explorer(), version="1.0")


@pytest.fixture(scope="session")
def seeds(text: str) -> Element:
    """The same, as a browser reads it."""
    return read(text)
