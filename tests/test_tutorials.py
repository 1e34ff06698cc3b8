"""The tutorials run as they stand."""

import doctest
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.program import call
from world import wikidata
from world.serving import served

ROOT = Path(__file__).parents[1]
TUTORIALS = ROOT / "docs" / "tutorials"
# The address in the text, in whose place the tests have a server of their own.
PUBLIC = "https://query.wikidata.org/sparql"


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines that are shown of its answer."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.strip().splitlines()
            yield command, [line for line in shown if line.strip() not in ("...", "")]


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "220")


def _runs(name: str, public: str = PUBLIC) -> None:
    commands = list(_commands((TUTORIALS / name).read_text("utf-8").replace(PUBLIC, public)))
    assert commands
    for command, shown in commands:
        program, *arguments = shlex.split(command)
        assert program == "newsgraph"
        outcome = call(*arguments)
        assert outcome.code == 0, (command, outcome.err)
        answer = " ".join((outcome.out + outcome.err).split())
        assert [line for line in shown if " ".join(line.split()) not in answer] == [], (command, answer)


@pytest.mark.parametrize("name", ["1-stories-to-turtle.md", "2-ten-questions.md"])
def test_console(name: str, _folder: None) -> None:
    """Each command works, and prints what is shown of its answer."""
    _runs(name)


def test_wikidata(_folder: None) -> None:
    """The tutorial on Wikidata works with a server that tells the world as Wikidata does."""
    with served(wikidata.triples(1_000_000)) as place:
        _runs("3-merge-with-wikidata.md", place.query)


def test_notebook(_folder: None) -> None:
    """The Python of the notebook gives what it shows."""
    failed, tried = doctest.testfile(str(TUTORIALS / "4-notebook.md"), module_relative=False)
    assert tried > 5
    assert failed == 0


def test_listed() -> None:
    """Every tutorial stands in the list."""
    listed = re.findall(r"\((\d-[\w-]+\.md)\)", (TUTORIALS / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in TUTORIALS.glob("[0-9]*.md"))
