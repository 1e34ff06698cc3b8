"""The world behind a real server, once for all tests of this folder."""

from collections.abc import Iterator

import pytest

from stores.servers import Place
from world import wikidata
from world.proxy import Between, proxy
from world.serving import served


@pytest.fixture(scope="session")
def wikidata_server() -> Iterator[Place]:
    """A server that holds the world as Wikidata tells it."""
    with served(wikidata.triples(1_000_000)) as place:
        yield place


@pytest.fixture
def between(wikidata_server: Place) -> Iterator[Between]:
    """A proxy before that server."""
    with proxy(wikidata_server.query) as found:
        yield found


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers come at one time, so that runs can be compared."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
