"""Golden cases: a folder each, with a story, its sidecar, what a careful reader finds in it, and why it is there.

An item that newsgraph does not find yet carries the reason as "xfail": a strict one, so that the list stays true.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import newsgraph
from golden.check import World, holds, world

HERE = Path(__file__).parent
ONTOLOGY = sorted((HERE.parent.parent / "ontology").glob("*.ttl"))
CASES = sorted(path.parent.name for path in HERE.glob("*/expected.json"))


def _items(case: str) -> list[dict[str, Any]]:
    return json.loads((HERE / case / "expected.json").read_text())["expect"]  # type: ignore[no-any-return]


def _parameters() -> list[Any]:
    """Every item of every case; those of one case stand together, so that its graph is built once."""
    return [
        pytest.param(
            case,
            item,
            id=f"{case}: {item['say']}",
            marks=[pytest.mark.xfail(reason=item["xfail"], strict=True)] if "xfail" in item else [],
        )
        for case in CASES
        for item in _items(case)
    ]


@pytest.fixture(scope="session")
def told() -> Callable[[str], World]:
    """What newsgraph makes of a case's story."""

    @cache
    def build(case: str) -> World:
        meta = json.loads((HERE / case / "story.json").read_text())
        fields = {key: meta.get(key) for key in ("title", "date", "publisher", "agency", "url", "language", "rights")}
        document = newsgraph.Document(text=(HERE / case / "story.txt").read_text(), id=case, **fields)
        turtle = newsgraph.build([document]).serialize(format="ntriples")
        return world(ox.parse(turtle, format=ox.RdfFormat.N_TRIPLES), ONTOLOGY)

    return build


@pytest.mark.parametrize(("case", "item"), _parameters())
def test_reader(case: str, item: dict[str, Any], told: Callable[[str], World]) -> None:
    """The graph of the story says what a careful reader says."""
    assert holds(told(case), item), item["say"]


@pytest.mark.parametrize("case", CASES)
def test_case_is_complete(case: str) -> None:
    """A case has its story, its sidecar and its reason, and expects something."""
    assert all((HERE / case / name).read_text().strip() for name in ("story.txt", "story.json", "why.md"))
    assert _items(case)
