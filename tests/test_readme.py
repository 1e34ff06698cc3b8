"""The README tells the truth."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from cli.program import call

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = [
    block.strip().splitlines() for block in re.findall(r"```console\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
]


def test_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command that the README shows works, and prints each line that the README shows of its answer."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    assert SHOWN
    for block in SHOWN:
        answer = ""
        for line in block:
            if line.startswith("$ newsgraph "):
                outcome = call(*shlex.split(line)[2:])
                assert outcome.code == 0, outcome.err
                answer = " ".join(outcome.out.split())
            elif line != "...":
                assert " ".join(line.split()) in answer, line


def test_python() -> None:
    """The Python examples give what they show."""
    failed, tried = doctest.testfile(str(README), module_relative=False)
    assert tried
    assert failed == 0
