"""The stores that these tests are run against."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from newsgraph.linking.access import PASSWORD
from newsgraph.resolution import Index
from newsgraph.storage import Archive, quads
from storage.keeping import THEMES, Desk, add
from stores.servers import OXIGRAPH, VIRTUOSO, Place, oxigraph, virtuoso

STORIES = THEMES[0][:8]


@pytest.fixture(scope="session")
def oxigraph_place() -> Iterator[Place]:
    """A running Oxigraph."""
    if not OXIGRAPH.exists():
        pytest.skip("OXIGRAPH IS MISSING: nothing is tested against it (pip install oxigraph)")
    with oxigraph() as place:
        yield place


@pytest.fixture(scope="session")
def virtuoso_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A running Virtuoso."""
    if VIRTUOSO is None:
        advice = "on Debian: apt install --no-install-recommends virtuoso-opensource-7"
        pytest.skip(f"VIRTUOSO 7 IS MISSING: nothing is tested against it ({advice})")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as place:
        yield place


@pytest.fixture(params=["oxigraph", "virtuoso"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Each of the stores; who may write to it can be told from the environment."""
    found: Place = request.getfixturevalue(f"{request.param}_place")
    monkeypatch.setenv(PASSWORD, found.password)
    return found


@pytest.fixture(autouse=True, scope="module")
def hasty() -> Iterator[None]:
    """No power is cut here: nobody need wait for the disk."""
    run = Index.run

    def hasty(index: Index, sql: str, *values: Any) -> int:
        return run(index, sql.replace("synchronous = FULL", "synchronous = OFF"), *values)

    with patch.object(quads, "secure", lambda store: None), patch.object(Index, "run", hasty):
        yield


@pytest.fixture
def prefix(tmp_path: Path) -> str:
    """A base of IRIs that no other test has."""
    return f"https://example.org/{tmp_path.parent.name}/{tmp_path.name}/"


@pytest.fixture
def archive(tmp_path: Path, prefix: str) -> Path:
    """A store of our own with some stories; the base of its IRIs is that of no other test."""
    with Archive.write(tmp_path / "archive", base=prefix) as made:
        Desk(made).add(STORIES[:5])
    return tmp_path / "archive"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of our own, to be copied."""
    path = tmp_path_factory.mktemp("made") / "archive"
    add(path, STORIES[:5])
    return path


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Path:
    """A store of our own whose base others have too."""
    shutil.copytree(made, tmp_path / "archive")
    return tmp_path / "archive"
