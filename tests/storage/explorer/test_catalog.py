import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from newsgraph.errors import NewsgraphError, OutputError, StoreError
from newsgraph.model.explorer import Asked
from newsgraph.storage.disk import Own
from newsgraph.storage.explorer import Catalog, Explorer, build_catalog
from newsgraph.storage.store import ONTOLOGY, ontology_triples
from storage.explorer import world


def test_a_catalog_on_disk_answers_as_one_in_memory(tmp_path: Path) -> None:
    """Where it is kept makes no difference."""
    store = world.quads()
    here, there = world.explorer(store), world.explorer(store, build_catalog(store, tmp_path / "c.sqlite"))
    with closing(here), closing(there):
        assert there.search(Asked("saltport")).total > 3
        assert there.search(Asked("saltport")) == here.search(Asked("saltport"))


def test_nothing_else_is_left_on_the_disk(tmp_path: Path) -> None:
    """What it is made with is gone afterwards, but for the lock."""
    build_catalog(world.quads(), tmp_path / "c.sqlite").close()
    assert {path.name for path in tmp_path.iterdir()} == {"c.sqlite", "c.sqlite.lock"}


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    """A catalog follows from the graph alone, in whatever order its triples came in."""
    store, other = world.quads(), ox.Store()
    other.extend(sorted(store, key=str, reverse=True))
    for name, one in (("a", store), ("b", other)):
        build_catalog(one, tmp_path / name).close()
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_triples_that_stand_in_two_graphs_count_once() -> None:
    """What two articles say alike is one link, one claim, one part."""
    store, doubled = world.quads(), ox.Store()
    doubled.extend(store)
    doubled.extend(ox.Quad(*one.triple, ox.NamedNode("x:graph")) for one in store)
    assert len(doubled) == 2 * len(store)
    with closing(world.explorer(store)) as once, closing(world.explorer(doubled)) as twice:
        for asked in (Asked(size=100), Asked("saltport")):
            assert twice.search(asked) == once.search(asked)
        assert twice.entity(world.iri("ada")) == once.entity(world.iri("ada"))
        assert twice.fact(world.iri("killing")) == once.fact(world.iri("killing"))


@dataclass(frozen=True)
class Only:
    """Nothing but what `Patterns` promises."""

    store: ox.Store

    def quads_for_pattern(self, *pattern: Any) -> Iterator[ox.Quad]:
        """The quads of a store."""
        return self.store.quads_for_pattern(*pattern)


def test_patterns_are_enough() -> None:
    """What cannot be asked in SPARQL is read pattern by pattern, and gives the same."""
    store = world.quads()
    with build_catalog(Only(store), None) as read, build_catalog(store, None) as asked:
        assert read.rows("SELECT * FROM item") == asked.rows("SELECT * FROM item") != []
        assert read.rows("SELECT * FROM claim") == asked.rows("SELECT * FROM claim") != []
        assert read.meta == asked.meta


def test_the_ontology_of_a_store_is_no_news() -> None:
    """A store on disk holds it beside what the articles tell, and pages are not to show it."""
    store = world.quads()
    with build_catalog(store, None) as plain:
        store.extend(ox.Quad(*triple, ONTOLOGY) for triple in ontology_triples())
        with build_catalog(Own(store), None) as own:
            assert own.rows("SELECT * FROM item") == plain.rows("SELECT * FROM item") != []
            assert own.meta["triples"] == plain.meta["triples"]


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [("DELETE FROM meta WHERE name = 'complete'", "not finished"), ("UPDATE meta SET value = '0'", "another version")],
)
def test_a_catalog_that_cannot_serve_is_refused(tmp_path: Path, spoil: str, problem: str) -> None:
    """One that was broken off, or that another version made, is not asked."""
    path = tmp_path / "c.sqlite"
    build_catalog(world.quads(), path).close()
    with sqlite3.connect(path) as database:
        database.execute(spoil)
    database.close()
    with pytest.raises(StoreError, match=problem):
        Catalog.open(path)


@pytest.mark.parametrize("data", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(100)])
def test_what_is_no_catalog_is_refused(tmp_path: Path, data: bytes) -> None:
    """A file of something else is no catalog."""
    path = tmp_path / "c.sqlite"
    path.write_bytes(data)
    with pytest.raises(StoreError, match="is no catalog"):
        Catalog.open(path)


def test_none_is_no_catalog(tmp_path: Path) -> None:
    """Where there is no file there is no catalog."""
    with pytest.raises(StoreError, match="is no catalog"):
        Catalog.open(tmp_path / "c.sqlite")


def test_a_catalog_knows_of_which_state_of_the_graph_it_tells(tmp_path: Path) -> None:
    """A graph that has changed since needs another one."""
    path = tmp_path / "c.sqlite"
    build_catalog(world.quads(), path, state="one").close()
    Catalog.open(path, state="one").close()
    with pytest.raises(StoreError, match="another state"):
        Catalog.open(path, state="two")


def test_one_that_is_made_anew_leaves_readers_of_the_old_one_alone(tmp_path: Path) -> None:
    """Who has the old one open goes on with it."""
    store, path = world.quads(), tmp_path / "c.sqlite"
    old = build_catalog(store, path)
    build_catalog(ox.Store(), path).close()
    with old:
        assert world.explorer(store, old).search(Asked("saltport")).total > 3
    with Catalog.open(path) as new:
        assert world.explorer(store, new).search(Asked("saltport")).total == 0


def test_what_breaks_while_it_is_made_leaves_the_old_one(tmp_path: Path) -> None:
    """It takes its place only when it is complete."""
    path = tmp_path / "c.sqlite"
    build_catalog(world.quads(), path).close()

    def broken(_what: str, _many: int) -> None:
        raise StoreError("the graph", "is gone")

    with pytest.raises(StoreError, match="is gone"):
        build_catalog(world.quads(), path, progress=broken)
    Catalog.open(path).close()
    assert sorted(os.listdir(tmp_path)) == ["c.sqlite", "c.sqlite.lock"]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """It cannot be written where there is no folder."""
    with pytest.raises(NewsgraphError):
        build_catalog(world.quads(), tmp_path / "none" / "c.sqlite")


def test_a_folder_in_its_place_is_said_so(tmp_path: Path) -> None:
    """It cannot be written over a folder."""
    (tmp_path / "c.sqlite").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        build_catalog(world.quads(), tmp_path / "c.sqlite")


def test_an_empty_graph_has_empty_pages() -> None:
    """There is nothing to find, and nothing breaks."""
    with closing(world.explorer(ox.Store())) as empty:
        _nothing(empty)


def _nothing(empty: Explorer) -> None:
    assert dict(empty.overview().counts)["events"] == 0
    assert empty.search(Asked("anything")).total == 0
    assert empty.map(Asked()).points == ()
    assert empty.disputes("denied").disputes == ()
    assert empty.suggest("a") == ()


def test_progress_is_told() -> None:
    """Who waits sees what was read."""
    seen: dict[str, int] = {}
    build_catalog(world.quads(), None, progress=lambda what, many: seen.update({what: many})).close()
    assert seen["oa:hasSource"] > 20
    assert seen["things"] > 40
