"""The graphs that are explored."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph
from newsgraph.storage.explorer import Explorer
from storage.explorer import world

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def known() -> Iterator[Explorer]:
    """The known world."""
    explorer = world.explorer(world.quads())
    yield explorer
    explorer.close()


@pytest.fixture(scope="session")
def seeds() -> Iterator[Explorer]:
    """What newsgraph reads in its own sample stories, with its named graphs."""
    explorer = world.explorer(newsgraph.build(newsgraph.read([str(SEEDS)]))._store.store)
    yield explorer
    explorer.close()
