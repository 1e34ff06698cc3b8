"""A process that is killed leaves a store as it was before the change or after it, never between."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from newsgraph.errors import StoreError
from newsgraph.model.links import document_digest
from newsgraph.pipeline.arrange import arrange
from newsgraph.storage import quads
from storage.keeping import digest, exported, of
from storage.killed import FIRST, LATER, deed

TESTS = Path(__file__).parents[1]
Run = Callable[[Path, str, int], tuple[int, int, int]]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Changes a store in a process that dies at a step; the signal, its steps, and where the quads began to follow."""
    paths = os.pathsep.join(map(str, (TESTS, TESTS.parent / "src")))
    program = subprocess.Popen(
        [sys.executable, "-m", "storage.killed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert program.stdin and program.stdout

    def ran(path: Path, what: str, last: int) -> tuple[int, int, int]:
        print(path, what, last, file=program.stdin, flush=True)
        ended, steps, following = map(int, program.stdout.readline().split())
        return ended, steps, following

    with program:
        yield ran
        program.stdin.close()


def held(path: Path) -> str:
    """What a store holds; nothing where it has not come to be."""
    try:
        return exported(path)
    except StoreError:
        return ""


@pytest.fixture(autouse=True, scope="module")
def careless() -> Iterator[None]:
    """No power is cut here: nobody need wait for the disk."""
    with patch.object(quads, "secure", lambda store: None):
        yield


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some stories."""
    path = tmp_path_factory.mktemp("kept") / "store"
    deed(path, "first")
    assert exported(path) == of(FIRST)
    return path


@pytest.mark.parametrize("what", ["first", "add", "remove", "replace", "judge"])
def test_killed(run: Run, kept: Path, tmp_path: Path, what: str) -> None:
    """Wherever a change is cut short, all of it is there or nothing, and it can be done again, cut short once more."""

    def fresh(name: str) -> Path:
        path = tmp_path / name
        if what != "first":
            shutil.copytree(kept, path)
        return path

    whole = fresh("whole")
    before = held(whole)
    ended, steps, following = run(whole, what, 0)
    after = exported(whole)
    assert (ended, before == after) == (0, False)
    chance, seen = random.Random(what), set[str]()
    places = [*chance.sample(range(1, following), 3), *chance.sample(range(following, steps + 1), 3)]
    for number, last in enumerate(places):
        path = fresh(str(number))
        assert run(path, what, last)[:2] == (signal.SIGKILL, last)
        found = held(path)
        assert found in (before, after)
        seen.add(found)
        run(path, what, chance.randrange(1, steps))
        deed(path, what)
        assert exported(path) == after
    assert seen == {before, after}


def test_killed_between_changes(run: Run, kept: Path, tmp_path: Path) -> None:
    """Of several changes, those that were done before a process was killed are kept, each of them whole."""
    places = [document_digest(document) for document in arrange(story.document for story in LATER)]
    order = sorted(LATER, key=lambda story: places.index(digest(story)))
    states = [of([*FIRST, *order[:number]]) for number in range(len(order) + 1)]
    assert len(set(states)) == len(states)
    shutil.copytree(kept, tmp_path / "whole")
    _, steps, following = run(tmp_path / "whole", "one-by-one", 0)
    assert exported(tmp_path / "whole") == states[-1]
    seen = set[str]()
    for last in random.Random(1).sample(range(following, steps + 1), 6):
        path = tmp_path / str(last)
        shutil.copytree(kept, path)
        assert run(path, "one-by-one", last)[:2] == (signal.SIGKILL, last)
        found = held(path)
        assert found in states
        seen.add(found)
        deed(path, "add")
        assert exported(path) == states[-1]
    assert len(seen) > 2
