"""One small graph for all tests of the commands, made by the command itself."""

import json
import os
from pathlib import Path

import pytest

from cli.program import run

STORY = "Russia has sent 2,000 soldiers to Kazakhstan, the Defence Ministry in Moscow said on Thursday.\n"


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one story and its sidecar."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "troops.txt").write_text(STORY, encoding="utf-8")
    sidecar = {"title": "Troops \x1b[31m sent", "date": "2022-01-06", "publisher": "Steppe Courier"}
    (folder / "troops.json").write_text(json.dumps(sidecar), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def graph(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of that story."""
    path = tmp_path_factory.mktemp("graph") / "news.ttl"
    outcome = run("build", story, "-o", path)
    assert outcome.code == os.EX_OK, outcome.err
    return path
