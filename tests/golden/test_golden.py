"""Golden cases: a folder each, with stories and their sidecars, what a careful reader finds, and why it is there.

Most have one story; those of one world out of several (story.txt, story-2.txt, ...) are built together.

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
from newsgraph.ontology.vocabulary import vocabulary

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


def _document(text: Path) -> newsgraph.Document:
    meta = json.loads(text.with_suffix(".json").read_text())
    fields = {key: meta.get(key) for key in ("title", "date", "publisher", "agency", "url", "language", "rights")}
    return newsgraph.Document(text=text.read_text(), id=f"{text.parent.name}/{text.stem}", **fields)


@pytest.fixture(scope="session")
def told() -> Callable[[str], World]:
    """What newsgraph makes of a case's stories."""

    @cache
    def build(case: str) -> World:
        graph = newsgraph.build([_document(path) for path in sorted((HERE / case).glob("*.txt"))])
        return world(ox.parse(graph.serialize(format="ntriples"), format=ox.RdfFormat.N_TRIPLES), ONTOLOGY)

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


def test_names_exist() -> None:
    """Every class, role, property and measure that a case names is one of the ontology's."""
    named = {
        name
        for case in CASES
        for item in _items(case)
        for key in ("type", "counts", "predicate", "status", "factuality", "modality")
        for name in (*item.get(key, "").split("|"), *(r for role in item.get("roles", {}) for r in role.split("|")))
    }
    assert {name for name in named if name} <= vocabulary().terms.keys()


@pytest.mark.parametrize("case", CASES)
def test_roles_are_allowed(case: str) -> None:
    """What a case expects of an event, some class it names may have by the table of roles."""
    for item in _items(case):
        allowed = [vocabulary().roles_of(name) for name in item.get("type", "").split("|")]
        assert any(
            all(roles.intersection(role.split("|")) for role in item["roles"]) for roles in allowed if "roles" in item
        ) or not item.get("roles"), item["say"]
