"""A store elsewhere holds what ours does: nothing less, nothing more, nothing twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.errors import EndpointError
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.updates import Updates
from newsgraph.storage import mirror
from newsgraph.storage.mirror_work import Mirrored
from storage.keeping import add, desk, digest
from stores.conftest import STORIES
from stores.holding import base, graph_store, ours, theirs, updates
from stores.servers import OXIGRAPH, Place, free_port, oxigraph

TESTS = Path(__file__).parents[1]
KINDS = pytest.mark.parametrize("remote", [updates, graph_store], ids=["update", "graph-store"])
Remote = Callable[..., Updates | GraphStore]


@KINDS
def test_first(place: Place, archive: Path, remote: Remote) -> None:
    """The first time, all that is exported arrives, and nothing else."""
    done = mirror(archive, remote(place))
    assert theirs(place, archive) == ours(archive) != set()
    assert done == Mirrored(come=len(ours(archive)))


@KINDS
def test_again(place: Place, archive: Path, remote: Remote) -> None:
    """The second time, nothing is sent."""
    mirror(archive, remote(place))
    assert mirror(archive, remote(place)) == Mirrored()


@KINDS
def test_changes(place: Place, archive: Path, remote: Remote) -> None:
    """What comes, what goes and what takes another's place arrives."""
    mirror(archive, remote(place))
    add(archive, STORIES[5:7])
    mirror(archive, remote(place))
    assert theirs(place, archive) == ours(archive)
    with desk(archive) as at:
        at.here = {digest(story): story for story in STORIES[:7]}
        at.remove(STORIES[:2])
        at.replace(STORIES[3], STORIES[7])
    before = theirs(place, archive)
    mirror(archive, remote(place))
    assert theirs(place, archive) == ours(archive) != before
    with desk(archive) as at:
        at.here = {one: STORIES[0] for one in at.archive.ledger.digests()}
        at.keeper.remove(list(at.here))
    mirror(archive, remote(place))
    assert theirs(place, archive) == set()


@KINDS
def test_small_batches(place: Place, archive: Path, remote: Remote) -> None:
    """It does not matter how much is sent at a time."""
    mirror(archive, remote(place, most_lines=40, most_bytes=3_000))
    assert theirs(place, archive) == ours(archive) != set()


def test_anew(place: Place, archive: Path) -> None:
    """Anew, what others have put into its graphs is gone, and what they have taken out is there again."""
    mirror(archive, updates(place))
    lines = [f"{quad} .\n" for quad in sorted(ours(archive), key=str)[:50]]
    updates(place).send(False, lines)
    updates(place).send(True, [f'<x:s> <x:p> "strange" <{base(archive)}graph/strange> .\n'])
    assert theirs(place, archive) != ours(archive)
    mirror(archive, updates(place), anew=True)
    assert theirs(place, archive) == ours(archive)


def test_emptied(place: Place, archive: Path) -> None:
    """A store that has lost everything gets it once more, and says so."""
    mirror(archive, updates(place))
    for name in {str(quad.graph_name.value) for quad in ours(archive)}:
        updates(place).clear(name)
    assert theirs(place, archive) == set()
    assert mirror(archive, updates(place)).anew
    assert theirs(place, archive) == ours(archive)


def test_killed(place: Place, archive: Path) -> None:
    """Wherever the process is killed, the next ones go on, and in the end all is there."""
    paths = os.pathsep.join(map(str, (TESTS, TESTS.parent / "src")))
    sizes = [0]
    for last in (4, 5, 6):
        command = [sys.executable, "-m", "stores.killed", str(archive), place.update, place.user or "", place.password]
        done = subprocess.run([*command, str(last)], env={**os.environ, "PYTHONPATH": paths}, check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL
        sizes.append(len(theirs(place, archive)))
    assert sizes == sorted(set(sizes))
    assert sizes[-1] < len(ours(archive))
    left = mirror(archive, updates(place)).come
    assert theirs(place, archive) == ours(archive)
    assert 0 < left < len(ours(archive)) - sizes[1]


def test_server_dies(tmp_path: Path, archive: Path) -> None:
    """Where the server is killed between batches and comes back, the next run goes on and makes all good."""
    if not OXIGRAPH.exists():
        pytest.skip("OXIGRAPH IS MISSING: nothing is tested against it (pip install oxigraph)")
    port = free_port()
    for batches in (3, 6):
        with oxigraph(port=port, folder=tmp_path) as place:
            sent = 0

            def die(done: int, of: int, limit: int = batches) -> None:
                nonlocal sent
                sent += 1
                if sent == limit:
                    place.kill()

            with pytest.raises(EndpointError, match="cannot be reached"):
                mirror(archive, updates(place, most_lines=40), progress=die)
            assert sent == batches
    with oxigraph(port=port, folder=tmp_path) as place:
        left = mirror(archive, updates(place, most_lines=40))
        assert left == Mirrored(come=len(ours(archive)) - 9 * 40)
        assert theirs(place, archive) == ours(archive)


def test_values(place: Place, prefix: str) -> None:
    """Values of all types that the ontology uses come back as they were."""
    values = {
        "integer": ["0", "-7", "2000"],
        "decimal": ["1.5", "0.3333333333", "-12.25"],
        "boolean": ["true", "false"],
        "date": ["2022-01-06"],
        "dateTime": ["2022-01-06T10:00:00", "2022-01-06T10:00:00Z", "2022-01-06T10:00:00+06:00"],
        "gYear": ["2022"],
        "gYearMonth": ["2022-01"],
    }
    graph = ox.NamedNode(f"{prefix}graph/values")
    quads = {
        ox.Quad(
            ox.NamedNode("https://example.org/s"),
            ox.NamedNode(f"https://example.org/{kind}"),
            ox.Literal(value, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")),
            graph,
        )
        for kind, some in values.items()
        for value in some
    }
    assert updates(place).send(True, [f"{quad} .\n" for quad in quads]) is None
    assert {quad for quad in theirs(place, prefix) if quad.graph_name == graph} == quads
    assert updates(place).send(False, [f"{quad} .\n" for quad in quads]) is None
    assert theirs(place, prefix) == set()


def test_huge_numbers_in_virtuoso(virtuoso_place: Place, prefix: str) -> None:
    """A number that is too large for Virtuoso is refused because of what it is."""
    huge = '"99999999999999999999"^^<http://www.w3.org/2001/XMLSchema#integer>'
    line = f"<x:s> <x:p> {huge} <{prefix}graph/huge> .\n"
    assert "answered 400: Virtuoso 22005" in (updates(virtuoso_place).send(True, [line]) or "")


def test_equal_values_in_virtuoso(virtuoso_place: Place, prefix: str) -> None:
    """Of values that are equal for Virtuoso, such as a year and its first month, it keeps one."""
    kinds = (("2022", "gYear"), ("2022-01", "gYearMonth"))
    said = [f'<x:s> <x:p> "{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>' for value, kind in kinds]
    assert updates(virtuoso_place).send(True, [f"{one} <{prefix}graph/equal> .\n" for one in said]) is None
    assert len(theirs(virtuoso_place, prefix)) == 1
