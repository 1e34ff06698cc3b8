"""A server that fails at any stage costs an error or a second try, and nothing that a later run does not make good."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from linking.server import CUT, HALF, Reply, Script
from newsgraph.errors import EndpointError
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.patience import Patience
from newsgraph.linking.updates import Updates
from newsgraph.linking.wire import Wire
from newsgraph.storage import mirror
from storage.keeping import add, desk, digest
from stores.conftest import STORIES
from stores.holding import ours

FAULTS: dict[str, Reply] = {
    "busy": (503, {"Retry-After": "1"}, b""),
    "cut": (CUT, {}, b""),
    "half an answer": (HALF, {}, b'{"boolean"'),
    "garbage": (200, {"Content-Type": "text/html"}, b"<html>Welcome to our Wi-Fi</html>"),
    "who are you": (401, {}, b"no"),
    "not you": (403, {}, b"no"),
    "too large": (413, {}, b"no"),
    "ill": (500, {}, b"no"),
}
Kind = Callable[..., Updates | GraphStore]


def held(server: Script) -> set[ox.Quad]:
    """What stands in named graphs."""
    return {quad for quad in server.store if quad.graph_name != ox.DefaultGraph()}


def bring(archive: Path, server: Script, kind: Kind) -> None:
    """Bring the server up to date, a little at a time."""
    patience = Patience(sleep=lambda seconds: None)
    mirror(archive, kind(server.url, Wire(timeout=5), patience, most_lines=150))


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize(("name", "times"), [*((name, 3) for name in FAULTS), ("busy", 1), ("cut", 2)])
def test_faults(server: Script, copied: Path, name: str, times: int, kind: Kind) -> None:
    """Whichever request is met with a fault, once or each time that it is tried, the next run makes it good."""
    server.store.clear()
    bring(copied, server, kind)
    assert held(server) == ours(copied)
    requests = len(server.methods)
    assert requests > 4
    for place in (0, requests // 2, requests - 1):
        server.store.clear()
        server.replies = [*[None] * place, *[FAULTS[name]] * times]
        try:
            bring(copied, server, kind)
        except EndpointError as error:
            assert server.url in str(error)
        server.replies = []
        bring(copied, server, kind)
        if name != "garbage":
            assert held(server) == ours(copied)


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize("name", [name for name in FAULTS if name not in ("garbage", "too large")])
def test_faults_at_changes(server: Script, copied: Path, name: str, kind: Kind) -> None:
    """The same for what comes and goes later."""
    server.store.clear()
    bring(copied, server, kind)
    add(copied, STORIES[5:7])
    with desk(copied) as at:
        at.here = {digest(story): story for story in STORIES[:7]}
        at.remove(STORIES[:3])
    for place in range(3):
        server.replies = [*[None] * place, *[FAULTS[name]] * 3]
        with pytest.raises(EndpointError):
            bring(copied, server, kind)
        server.replies = []
    bring(copied, server, kind)
    assert held(server) == ours(copied) != set()
