"""Whatever an article says, it is a literal in the store and nothing else."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from linking.test_updates import HOSTILE
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.updates import Updates
from newsgraph.storage.store import QuadStore
from stores.holding import graph_store, theirs, updates
from stores.servers import Place

TEXTS = {
    **HOSTILE,
    "what Virtuoso could take for its own": "define input:inference 'x' bif:concat(1) \\x41 %s %41 &lt;b> ^{x}^ ?::x",
    "other escapes": "\\' \\` \\$ \\uD83D \\u{1F600}",
    "spaces": " " * 5_000,
    "very much": "word " * 60_000,
}


@pytest.mark.parametrize("remote", [updates, graph_store], ids=["update", "graph-store"])
@pytest.mark.parametrize("name", TEXTS)
def test_hostile(place: Place, prefix: str, remote: Callable[[Place], Updates | GraphStore], name: str) -> None:
    """It arrives unchanged, does nothing else, and goes again."""
    graph = ox.NamedNode(f"{prefix}graph/hostile")
    quads = {
        ox.Quad(ox.NamedNode("https://example.org/s"), ox.NamedNode("https://example.org/p"), literal, graph)
        for literal in (ox.Literal(TEXTS[name]), ox.Literal(TEXTS[name], language="en"))
    }
    lines = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode().splitlines(keepends=True)
    lines = [f"{line}\n" for line in "".join(lines).split("\n") if line]
    assert len(lines) == 2
    assert remote(place).send(True, lines) is None
    assert theirs(place, prefix) == quads
    assert updates(place).send(False, lines) is None
    assert theirs(place, prefix) == set()


def test_written_as_ours() -> None:
    """What the store writes of a hostile text is what our own writer makes of it, so that the lines above are ours."""
    store = QuadStore()
    for text in TEXTS.values():
        quad = ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal(text), ox.NamedNode("x:g"))
        store.take([quad])
    assert len(set(filter(None, store.lines().split("\n")))) == len(TEXTS)
