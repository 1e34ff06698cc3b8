"""A store elsewhere holds what ours does: nothing less, nothing more, nothing twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.updates import Updates
from newsgraph.storage import mirror
from newsgraph.storage.mirror_work import Mirrored
from storage.keeping import add, desk, digest
from stores.conftest import STORIES
from stores.holding import base, graph_store, ours, theirs, updates
from stores.servers import Place

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
    for last in (4, 7, 10):
        command = [sys.executable, "-m", "stores.killed", str(archive), place.update, place.user or "", place.password]
        done = subprocess.run([*command, str(last)], env={**os.environ, "PYTHONPATH": paths}, check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL
        sizes.append(len(theirs(place, archive)))
    assert sizes == sorted(set(sizes))
    assert sizes[-1] < len(ours(archive))
    left = mirror(archive, updates(place)).come
    assert theirs(place, archive) == ours(archive)
    assert 0 < left < len(ours(archive)) - sizes[1]


def test_numbers_that_virtuoso_does_not_take(virtuoso_place: Place, archive: Path) -> None:
    """A number that is too large for Virtuoso is told, and all other lines of its batch arrive."""
    remote = updates(virtuoso_place)
    huge = '"99999999999999999999"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert "SR341" in (remote.send(True, [f"<x:s> <x:p> {huge} <{base(archive)}graph/huge> .\n"]) or "")


def test_values(place: Place, archive: Path) -> None:
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
    graph = ox.NamedNode(f"{base(archive)}graph/values")
    quads = {
        ox.Quad(
            ox.NamedNode("https://example.org/s"),
            ox.NamedNode("https://example.org/p"),
            ox.Literal(value, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")),
            graph,
        )
        for kind, some in values.items()
        for value in some
    }
    assert updates(place).send(True, [f"{quad} .\n" for quad in quads]) is None
    assert {quad for quad in theirs(place, archive) if quad.graph_name == graph} == quads
    assert updates(place).send(False, [f"{quad} .\n" for quad in quads]) is None
    assert theirs(place, archive) == set()
