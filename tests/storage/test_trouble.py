"""What is no store, is damaged, or cannot be written, is told in one line, and nothing is lost that could be kept."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.errors import OutputError, StoreError
from newsgraph.storage import Archive, quads
from storage.keeping import THEMES, add, desk, exported, of

TESTS = Path(__file__).parents[1]
FIRST, LATER = THEMES[0][:3], THEMES[0][3:]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with some stories."""
    add(tmp_path / "store", FIRST)
    return tmp_path / "store"


def sql(store: Path, statement: str) -> None:
    """Change the database behind the program's back."""
    with sqlite3.connect(store / "articles.sqlite") as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("what", ["a file", "a folder with something else"])
def test_no_store(tmp_path: Path, what: str) -> None:
    """What is something else is neither read nor written to, and stays as it is."""
    path = tmp_path / "notes"
    inside = path if what == "a file" else path / "notes.txt"
    inside.parent.mkdir(exist_ok=True)
    inside.write_text("mine")
    with pytest.raises(StoreError, match="is something else than a store"):
        Archive.write(path)
    with pytest.raises(StoreError, match="is no store"):
        Archive.read(path)
    assert inside.read_text() == "mine"


def test_empty_folder(tmp_path: Path) -> None:
    """An empty folder becomes a store."""
    add(tmp_path, FIRST)
    assert exported(tmp_path) == of(FIRST)


def test_no_folder_above(tmp_path: Path) -> None:
    """Where the folder around it is not there, no store is made."""
    with pytest.raises(OutputError, match="cannot be made"):
        Archive.write(tmp_path / "none" / "store")


def test_another_layout(store: Path) -> None:
    """A store with other tables is left alone."""
    sql(store, "UPDATE setting SET value = '0' WHERE name = 'layout'")
    for opened in (Archive.read, Archive.write):
        with pytest.raises(StoreError, match="made by another version"):
            opened(store)


def test_another_shape(store: Path) -> None:
    """A store whose values have another shape can be read, and is not written to."""
    sql(store, "UPDATE setting SET value = '0' WHERE name = 'shapes'")
    assert exported(store) == of(FIRST)
    with pytest.raises(StoreError, match="can be asked and exported"):
        Archive.write(store)


@pytest.mark.parametrize("data", [b"", b"this is no database" * 100])
def test_no_database(store: Path, data: bytes) -> None:
    """A database that is none is told."""
    for beside in store.glob("articles.sqlite-*"):
        beside.unlink()
    (store / "articles.sqlite").write_bytes(data)
    with pytest.raises(StoreError, match="is no store"):
        Archive.read(store)


def test_damaged_database(store: Path) -> None:
    """A database with a hole in it is told to be damaged, whatever meets the hole."""
    for beside in store.glob("articles.sqlite-*"):
        beside.unlink()
    data = (store / "articles.sqlite").read_bytes()
    (store / "articles.sqlite").write_bytes(data[:8192] + bytes(len(data) - 8192))
    with pytest.raises(StoreError, match="is damaged"), desk(store) as at:
        at.add(LATER)


@pytest.mark.parametrize("loss", ["all", "one file", "new only"])
def test_quads_made_anew(store: Path, loss: str) -> None:
    """Quads that are missing, or cannot be opened, are made anew when the store is next read."""
    if loss == "all":
        shutil.rmtree(store / "quads")
    elif loss == "one file":
        (store / "quads" / "CURRENT").write_text("nonsense")
    else:
        (store / "quads").rename(store / "quads.new")
    assert exported(store) == of(FIRST)
    add(store, LATER)
    assert exported(store) == of([*FIRST, *LATER])


def test_base(store: Path) -> None:
    """A store has one base: another one is refused, its own is not."""
    with pytest.raises(StoreError, match=r"has the base https://w3id\.org/newsgraph/data/"):
        Archive.write(store, base="https://example.org/")
    with Archive.write(store, base="https://w3id.org/newsgraph/data/") as archive:
        assert len(archive) == len(FIRST)


@pytest.mark.parametrize("size", [70_000, 150_000, 300_000])
def test_full_disk(store: Path, size: int) -> None:
    """Where the disk is full the error says so, and the store holds what it held before the change, or after it."""
    paths = os.pathsep.join(map(str, (TESTS, TESTS.parent / "src")))
    command = [sys.executable, "-m", "storage.full", str(store), str(size)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths}, check=False)
    assert "OutputError" in done.stdout, done.stderr
    assert "is the disk full?" in done.stdout
    assert exported(store) in (of(FIRST), of([*FIRST, *LATER]))
    add(store, LATER)
    assert exported(store) == of([*FIRST, *LATER])


def test_quads_cannot_be_written(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change whose quads cannot be written is told, and is there when the store is next read."""

    def full(*_: object) -> None:
        raise OSError("no space left")

    with desk(store) as at, monkeypatch.context() as broken:
        broken.setattr(quads, "_apply", full)
        with pytest.raises(OutputError, match="is the disk full"):
            at.add(LATER)
    assert exported(store) == of([*FIRST, *LATER])
