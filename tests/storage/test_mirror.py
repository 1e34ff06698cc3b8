import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from newsgraph.errors import EndpointError, StoreError
from newsgraph.resolution import Index
from newsgraph.storage import forget, mirror, quads
from newsgraph.storage.mirror_work import Mirrored
from storage.elsewhere import Elsewhere, GoneError
from storage.keeping import THEMES, Desk, add, desk, digest, exported

STORIES = THEMES[0][:10]
OTHER = THEMES[1][0]


@pytest.fixture(autouse=True, scope="module")
def careless() -> Iterator[None]:
    """No power is cut here: nobody need wait for the disk."""
    run = Index.run

    def hasty(index: Index, sql: str, *values: Any) -> int:
        return run(index, sql.replace("synchronous = FULL", "synchronous = OFF"), *values)

    with patch.object(quads, "secure", lambda store: None), patch.object(Index, "run", hasty):
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some stories, to be copied."""
    path = tmp_path_factory.mktemp("made") / "store"
    add(path, STORIES[:5])
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A store with some stories."""
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


@contextmanager
def known(path: Path) -> Iterator[Desk]:
    """The store, with what is in it."""
    stories = {digest(story): story for story in [*STORIES, OTHER]}
    with desk(path) as at:
        at.here = {one: stories[one] for one in at.archive.ledger.digests()}
        yield at


def kept(path: Path) -> int:
    """How many changes are kept for mirrors."""
    with closing(sqlite3.connect(path / "articles.sqlite")) as ledger:
        return int(ledger.execute("SELECT count(*) FROM delta").fetchone()[0])


def change(path: Path, chance: random.Random) -> None:
    """Let a few stories come and go."""
    with known(path) as at:
        here = list(at.here.values())
        others = [story for story in STORIES if story not in here]
        kind = chance.choice(["add", "remove", "replace"] if here and others else ["add" if others else "remove"])
        if kind == "add":
            at.add(chance.sample(others, min(2, len(others))))
        elif kind == "remove":
            at.remove(chance.sample(here, min(2, len(here))))
        else:
            at.replace(chance.choice(here), chance.choice(others))


@pytest.mark.parametrize("whole", [False, True])
def test_first(path: Path, whole: bool) -> None:
    """The first time, all that the store exports is sent, and nothing else."""
    remote = Elsewhere(whole=whole)
    done = mirror(path, remote)
    assert remote.lines() == exported(path) != ""
    assert done == Mirrored(come=len(exported(path).splitlines()))


@pytest.mark.parametrize("whole", [False, True])
def test_again(path: Path, whole: bool) -> None:
    """What has not changed is not sent again."""
    remote = Elsewhere(whole=whole)
    mirror(path, remote)
    requests = remote.requests
    assert mirror(path, remote) == Mirrored()
    assert remote.requests == requests > 10


@pytest.mark.parametrize("whole", [False, True])
def test_changes(path: Path, whole: bool) -> None:
    """Of what comes and goes, less is sent than all."""
    remote = Elsewhere(whole=whole, most_lines=1_000)
    mirror(path, remote)
    add(path, [OTHER])
    done = mirror(path, remote)
    assert remote.lines() == exported(path)
    assert 0 < done.come + done.gone < len(exported(path).splitlines()) / 2
    with known(path) as at:
        at.remove([OTHER])
    mirror(path, remote)
    assert remote.lines() == exported(path) != ""


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_interrupted_while_changing(path: Path, whole: bool, seed: int) -> None:
    """However often it is cut short, and whatever changes meanwhile, in the end each holds what the other does."""
    chance = random.Random(seed)
    remote = Elsewhere(whole=whole)

    def before(number: int) -> None:
        if chance.random() < 0.1:
            change(path, chance)
        if chance.random() < 0.1:
            raise GoneError

    remote.before = before
    cut = 0
    for _ in range(12):
        try:
            mirror(path, remote)
        except GoneError:
            cut += 1
        if chance.random() < 0.3:
            change(path, chance)
    assert cut > 3
    remote.before = lambda number: None
    mirror(path, remote)
    assert remote.lines() == exported(path)


def test_goes_on(path: Path) -> None:
    """What was acknowledged before an interruption is not sent again."""
    remote = Elsewhere()

    def before(number: int) -> None:
        if number == 20:
            raise GoneError

    remote.before = before
    with pytest.raises(GoneError):
        mirror(path, remote)
    sent = 19 * remote.most_lines
    assert len(remote.store) == sent
    assert mirror(path, remote).come == len(exported(path).splitlines()) - sent


def test_moved_while_reading(path: Path) -> None:
    """Lines that move from a unit yet to be read to one that was read are not lost."""
    remote = Elsewhere(most_lines=1_000_000, most_bytes=1)
    database = path / "articles.sqlite"

    def before(number: int) -> None:
        if number != 1:
            return
        with closing(sqlite3.connect(database)) as ledger, ledger:
            last, lines = ledger.execute("SELECT key, lines FROM unit ORDER BY rowid DESC LIMIT 1").fetchone()
            ledger.execute("DELETE FROM unit WHERE key = ?", (last,))
            ledger.execute("DELETE FROM unit WHERE rowid = 1")
            ledger.execute("INSERT INTO unit (rowid, key, lines) VALUES (1, 'moved', ?)", (lines,))

    wanted = exported(path)
    first = Elsewhere(most_lines=1_000_000)
    mirror(path, first)
    remote.before, remote.url = before, "http://elsewhere.example/other"
    mirror(path, remote)
    assert set(wanted.splitlines()) - set(remote.lines().splitlines()) == set()


def test_two_mirrors(path: Path) -> None:
    """Each of two mirrors gets what it has not had yet."""
    one, two = Elsewhere(), Elsewhere(url="http://other.example/update")
    mirror(path, one)
    add(path, STORIES[5:7])
    mirror(path, two)
    add(path, STORIES[7:9])
    mirror(path, one)
    mirror(path, two)
    assert one.lines() == two.lines() == exported(path)


def test_nothing_is_kept_for_nobody(path: Path) -> None:
    """Changes that every mirror has had are dropped, and none is kept where there is no mirror."""
    remote = Elsewhere()
    mirror(path, remote)
    add(path, STORIES[5:7])
    assert kept(path) > 0
    mirror(path, remote)
    assert kept(path) == 0
    forget(path, remote.url)
    add(path, STORIES[7:9])
    assert kept(path) == 0


def test_forgotten(path: Path) -> None:
    """Nobody can be forgotten twice."""
    mirror(path, Elsewhere())
    forget(path, Elsewhere.url)
    with pytest.raises(StoreError, match="has no mirror at"):
        forget(path, Elsewhere.url)


@pytest.mark.parametrize("whole", [False, True])
def test_refused(path: Path, whole: bool) -> None:
    """Of a batch with a line that is not taken, the others arrive, and the line is told with the reason."""
    victims = sorted(exported(path).splitlines(keepends=True))[::97]
    assert len(victims) > 3
    remote = Elsewhere(whole=whole, most_lines=100, refuses=lambda line: line in victims)
    done = mirror(path, remote)
    assert sorted(one.line for one in done.refused) == victims
    assert {one.reason for one in done.refused} == {"no"}
    assert set(remote.lines().splitlines(keepends=True)) == set(exported(path).splitlines(keepends=True)) - set(victims)
    with known(path) as at:
        at.clear()
    mirror(path, remote)
    assert remote.lines() == ""


def test_refuses_everything(path: Path) -> None:
    """A store that takes nothing is an error, and no mirror: what comes later is not kept for it."""
    remote = Elsewhere(refuses=lambda line: True)
    with pytest.raises(EndpointError, match="takes next to nothing: no"):
        mirror(path, remote)


@pytest.mark.parametrize("whole", [False, True])
def test_emptied(path: Path, whole: bool) -> None:
    """A store that has lost what it was sent gets it once more."""
    remote = Elsewhere(whole=whole)
    mirror(path, remote)
    remote.store.clear()
    assert mirror(path, remote).anew
    assert remote.lines() == exported(path)


def test_swallows_everything(path: Path) -> None:
    """What takes everything and holds nothing is an error."""
    remote = Elsewhere()
    with (
        patch.object(remote, "send", lambda comes, lines: None),
        pytest.raises(EndpointError, match="does not hold it"),
    ):
        mirror(path, remote)


@pytest.mark.parametrize("at", [1, 2, 4, 30])
def test_anew(path: Path, at: int) -> None:
    """Anew, graphs that nobody told of are emptied first, also where that is cut short."""
    remote = Elsewhere()
    mirror(path, remote)
    with desk(path) as here:
        base = here.archive.base
    for name in (f"{base}graph/strange1", f"{base}graph/strange2", "https://other.example/graph"):
        remote.send(True, [f'<x:a> <x:b> "c" <{name}> .\n'])
    start = remote.requests

    def before(number: int) -> None:
        if number == start + at:
            raise GoneError

    remote.before = before
    with pytest.raises(GoneError):
        mirror(path, remote, anew=True)
    mirror(path, remote)
    assert remote.lines() == "".join(
        sorted([*exported(path).splitlines(keepends=True), '<x:a> <x:b> "c" <https://other.example/graph> .\n'])
    )


def test_anew_where_graphs_are_not_told(path: Path) -> None:
    """Anew, a store that does not name its graphs loses those that ours has."""
    remote = Elsewhere(whole=True, tells=False)
    mirror(path, remote)
    inside = exported(path).split("\n")[0].rsplit(" ", 2)[1]
    remote.send(True, [f'<x:a> <x:b> "c" {inside} .\n'])
    mirror(path, remote, anew=True)
    assert remote.lines() == exported(path)


def test_one_at_a_time(path: Path) -> None:
    """While one process brings a mirror up to date, no other does."""
    remote = Elsewhere()
    errors = []

    def before(number: int) -> None:
        try:
            mirror(path, Elsewhere())
        except StoreError as error:
            errors.append(str(error))

    remote.before = before
    mirror(path, remote)
    assert all("is in use: process" in error for error in errors)
    assert len(errors) == remote.requests > 0


def test_no_store(tmp_path: Path) -> None:
    """What is no store has no mirror."""
    with pytest.raises(StoreError, match="is no store of newsgraph"):
        mirror(tmp_path / "none", Elsewhere())


def test_progress(path: Path) -> None:
    """Progress is told up to the end."""
    told: list[tuple[int, int]] = []
    mirror(path, Elsewhere(), progress=lambda done, of: told.append((done, of)))
    assert len(told) > 10
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
