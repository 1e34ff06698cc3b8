"""One process writes at a time; those that read see all of a change or nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from newsgraph.errors import StoreError
from newsgraph.storage import Archive, locking
from storage.keeping import THEMES, add, desk, exported, of

FIRST, LATER = THEMES[0][:3], THEMES[0][3:6]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with some stories."""
    add(tmp_path / "store", FIRST)
    return tmp_path / "store"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long."""
    monkeypatch.setattr(locking, "PATIENCE", 0.2)


@contextmanager
def another(path: Path, kind: str) -> Iterator[int]:
    """Another process that holds a store open, for writing or for reading, until it is told to go on."""
    code = (
        "import sys; from pathlib import Path; from newsgraph.storage import Archive\n"
        f"with Archive.{kind}(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    source = str(Path(__file__).parents[2] / "src")
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert other.stdin and other.stdout
    with other:
        assert other.stdout.readline() == "open\n"
        yield other.pid
        other.stdin.close()


def test_two_writers(store: Path) -> None:
    """A second writer is refused at once, with a line that says who writes."""
    with another(store, "write") as number, pytest.raises(StoreError, match=f"process {number} writes to it"):
        Archive.write(store)
    add(store, LATER)
    assert exported(store) == of([*FIRST, *LATER])


@pytest.mark.usefixtures("impatient")
def test_reader_of_a_store_that_is_written(store: Path) -> None:
    """Who reads while another writes for long is told so."""
    with another(store, "write") as number, pytest.raises(StoreError, match=f"process {number} writes to it"):
        Archive.read(store)


@pytest.mark.usefixtures("impatient")
def test_writer_of_a_store_that_is_read(store: Path) -> None:
    """Who writes while another reads for long is told so; many may read at once."""
    with another(store, "read"):
        assert exported(store) == of(FIRST)
        with pytest.raises(StoreError, match="it is being read"):
            Archive.write(store)


def test_reader_waits(store: Path) -> None:
    """Who reads waits for a writer, and then sees the whole change."""
    found: list[str] = []
    with desk(store) as at:
        reader = Thread(target=lambda: found.append(exported(store)))
        reader.start()
        at.add(LATER)
        assert found == []
    reader.join()
    assert found == [of([*FIRST, *LATER])]


def test_dead_writer(store: Path) -> None:
    """The number that a writer has left does not keep others out when it is gone."""
    (store / "lock").write_text("999999")
    with Archive.read(store), Archive.read(store):
        pass
    add(store, LATER)
    assert exported(store) == of([*FIRST, *LATER])
