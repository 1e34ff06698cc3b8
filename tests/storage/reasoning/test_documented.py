"""docs/reasoning.md tells the truth."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from cli.program import call

PAGE = Path(__file__).parents[3] / "docs" / "reasoning.md"
TEXT = PAGE.read_text("utf-8")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's graph, in a folder of its own."""
    (graph,) = re.findall(r"```turtle\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "news.ttl").write_text(graph, "utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("news")
def test_console() -> None:
    """Each command that the page shows works, and prints each line that the page shows."""
    blocks = [block.strip().splitlines() for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)]
    assert blocks
    for command, *shown in blocks:
        outcome = call(*shlex.split(command)[2:])
        assert outcome.code == 0, outcome.err
        assert shown
        for line in shown:
            assert line in outcome.out


@pytest.mark.usefixtures("news")
def test_python() -> None:
    """The Python examples give what they show."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried
    assert failed == 0
