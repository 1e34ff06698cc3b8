"""The golden cases: what stands in their folders, and what newsgraph makes of their stories."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

import newsgraph
from golden.check import World, world

HERE = Path(__file__).parent
ONTOLOGY = sorted((HERE.parent.parent / "ontology").glob("*.ttl"))
NAMES = sorted(path.parent.name for path in HERE.glob("*/expected.json"))
MODEL = "md"  # the pipeline that the marks of known failures hold for
FIELDS = ("title", "date", "publisher", "agency", "url", "language", "rights")


def items(case: str) -> list[dict[str, Any]]:
    """What a careful reader finds in the stories of a case."""
    found: list[dict[str, Any]] = json.loads((HERE / case / "expected.json").read_text())["expect"]
    return found


def write(case: str, expected: list[dict[str, Any]]) -> None:
    """Writes the items of a case, one a line."""
    lines = ",\n".join(" " + json.dumps(item, ensure_ascii=False) for item in expected)
    (HERE / case / "expected.json").write_text('{"story": "story.txt", "expect": [\n' + lines + "\n]}\n")


def document(text: Path) -> newsgraph.Document:
    """A story with its sidecar."""
    meta = json.loads(text.with_suffix(".json").read_text())
    known = {key: meta.get(key) for key in FIELDS}
    return newsgraph.Document(text=text.read_text(), id=f"{text.parent.name}/{text.stem}", **known)


@cache
def told(case: str) -> World:
    """What newsgraph makes of all stories of a case, built together and once."""
    graph = newsgraph.build([document(path) for path in sorted((HERE / case).glob("*.txt"))], model=MODEL)
    return world(ox.parse(graph.serialize(format="ntriples"), format=ox.RdfFormat.N_TRIPLES), ONTOLOGY)
