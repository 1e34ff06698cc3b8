"""The explorer of a graph that somebody holds."""

import gc
from pathlib import Path

import pytest

import newsgraph
from newsgraph.model.explorer import Asked
from newsgraph.storage import Graph

FIRST = newsgraph.Document("Russia has sent soldiers to Kazakhstan, TASS reported.", date="2022-01-06")
SECOND = newsgraph.Document("Nine people were killed in Almaty on Thursday.", date="2022-01-07")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one story."""
    path = tmp_path_factory.mktemp("exploring") / "archive"
    newsgraph.add(path, [FIRST])
    return path


def labels(graph: Graph) -> list[str]:
    """The events that a search finds."""
    return [hit.node.label for hit in graph.explorer().search(Asked(kinds=("event",))).hits]


def catalogs(store: Path) -> list[str]:
    """The catalogs that lie beside a store."""
    return sorted(path.name for path in store.glob("quads.catalog-*.sqlite"))


def test_graph_in_memory() -> None:
    """A graph in memory has an explorer, whose articles' triples count once."""
    graph = newsgraph.build([FIRST, SECOND])
    assert "Russia sends soldiers to Kazakhstan" in labels(graph)
    assert dict(graph.explorer().overview().counts)["triples"] == len(graph)


def test_outlives_its_graph() -> None:
    """An explorer answers as long as somebody holds it."""
    explorer = newsgraph.build([FIRST]).explorer()
    gc.collect()
    assert dict(explorer.overview().counts)["articles"] == 1


def test_catalog_is_kept(store: Path) -> None:
    """The catalog of a store is made once for each of its states, and the ones of before are let go of."""
    newsgraph.add(store, [FIRST])
    with newsgraph.open_store(store) as graph:
        assert labels(graph) == ["Russia sends soldiers to Kazakhstan"]
    first = catalogs(store)
    with newsgraph.open_store(store) as graph:
        assert labels(graph) == ["Russia sends soldiers to Kazakhstan"]
    assert catalogs(store) == first
    assert len(first) == 1
    newsgraph.add(store, [SECOND])
    with newsgraph.open_store(store) as graph:
        assert len(labels(graph)) == 2
    assert len(catalogs(store)) == 1
    assert catalogs(store) != first


def test_other_places(store: Path) -> None:
    """Places whose coordinates only the knowledge files know are on the map."""
    with newsgraph.open_store(store) as graph:
        assert "Kazakhstan" in [point.place.label for point in graph.explorer().map(Asked()).points]
