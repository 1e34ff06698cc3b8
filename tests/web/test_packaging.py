"""What an installed newsgraph has of the explorer."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXPLORER = "newsgraph/web/"


def made(target: str, folder: Path, root: Path = ROOT, **environment: str) -> Path:
    """What hatchling makes of a source tree, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, env={**os.environ, **environment})
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    """The files of an sdist, unpacked, with scripts of the explorer, be they built in this checkout or not."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(made("sdist", folder, NEWSGRAPH_NO_FRONTEND="1")) as packed:
        packed.extractall(folder, filter="data")
    root = next(path for path in folder.iterdir() if path.is_dir())
    built = root / "src" / EXPLORER / "static" / "built"
    built.mkdir(exist_ok=True)
    (built / "graph.js").touch()
    return root


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory):
    """The names of what stands in a wheel that is made from the sdist, where there is no npm."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(made("wheel", folder, sdist, PATH="")) as packed:
        return frozenset(packed.namelist())


def test_templates(wheel):
    """Every template of the checkout is in the wheel."""
    names = {f"{EXPLORER}templates/{path.name}" for path in (ROOT / "src" / EXPLORER / "templates").glob("*.html")}
    assert names
    assert names <= wheel


@pytest.mark.parametrize("name", ["static/style.css", "static/favicon.svg", "data/world.json"])
def test_files(wheel, name):
    """The style sheet, the sign and the map of the explorer are in the wheel."""
    assert EXPLORER + name in wheel


def test_built(wheel, sdist):
    """What npm has built goes on into the wheel, though git ignores it."""
    assert "built/" in (sdist / ".gitignore").read_text(encoding="utf-8")
    assert f"{EXPLORER}static/built/graph.js" in wheel


def test_no_sources_of_scripts(wheel):
    """What scripts are made from, and what npm installs, stays out of the wheel."""
    assert not [name for name in wheel if name.endswith(".ts") or "node_modules" in name]


def test_coordinates(wheel):
    """Where places are is in the wheel."""
    assert {f"newsgraph/_data/ontology/knowledge/{name}coordinates.tsv" for name in ("", "region-")} <= wheel


def test_no_npm(sdist, tmp_path):
    """Where neither the scripts nor npm are there, the build says what to do."""
    bare = tmp_path / "bare"
    bare.mkdir()
    for path in sdist.iterdir():
        if path.name not in ("src", "tests"):
            (bare / path.name).symlink_to(path)
    (bare / "src" / "newsgraph").mkdir(parents=True)
    (bare / "src" / "newsgraph" / "__init__.py").touch()
    environment = {**os.environ, "PATH": "", "NEWSGRAPH_NO_FRONTEND": ""}
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "out")]
    told = subprocess.run(command, cwd=bare, check=False, capture_output=True, text=True, env=environment)
    assert told.returncode
    assert "install Node.js, or set NEWSGRAPH_NO_FRONTEND=1" in told.stdout + told.stderr


def test_lock_names_no_registry():
    """The lock says which packages are meant by their hashes, and not where one machine got them."""
    lock = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    assert lock.count('"integrity"') > 40
    assert not re.search(r'"resolved"|\.tgz', lock)
