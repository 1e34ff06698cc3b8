"""A process that is killed leaves a store as it was before the change or after it, never between."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsgraph.errors import StoreError
from storage.keeping import exported, of
from storage.killed import FIRST, deed

TESTS = Path(__file__).parents[1]
Run = Callable[[Path, str, int], tuple[int, int]]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Changes a store in a process that dies at a step; the signal that ended it, and the steps that it took."""
    paths = os.pathsep.join(map(str, (TESTS, TESTS.parent / "src")))
    program = subprocess.Popen(
        [sys.executable, "-m", "storage.killed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert program.stdin and program.stdout

    def ran(path: Path, what: str, last: int) -> tuple[int, int]:
        print(path, what, last, file=program.stdin, flush=True)
        ended, steps = program.stdout.readline().split()
        return int(ended), int(steps)

    with program:
        yield ran
        program.stdin.close()


def held(path: Path) -> str:
    """What a store holds; nothing where it has not come to be."""
    try:
        return exported(path)
    except StoreError:
        return ""


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
    ended, steps = run(whole, what, 0)
    after = exported(whole)
    assert (ended, before == after) == (0, False)
    chance, seen = random.Random(what), set[str]()
    # Half of them among the last steps, where the quads follow.
    places = [*chance.sample(range(1, steps), 6), *chance.sample(range(steps * 2 // 3, steps + 1), 6)]
    for number, last in enumerate(places):
        path = fresh(str(number))
        assert run(path, what, last) == (signal.SIGKILL, last)
        seen.add(held(path))
        assert held(path) in (before, after)
        run(path, what, chance.randrange(1, steps))
        deed(path, what)
        assert exported(path) == after
    assert seen == {before, after}
