"""PolNeAR: who says what in political news: source, cue and content. It has no attribution inside another's content."""

from collections import defaultdict
from typing import Any

from benchmarks.records import Record, rows
from newsgraph import Graph

ROLES = {"sourceSpan": "source", "cue": "cue", "content": "content"}


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The outermost attributions, as the graph has them."""
    found: dict[str, dict[str, list[dict[str, int]]]] = defaultdict(lambda: {role: [] for role in ROLES.values()})
    for row in rows(graph, "polnear"):
        role = ROLES[row.part.rsplit("#", 1)[-1]]
        found[row.attribution][role].append({"start": row.start, "end": row.end})
    return {"attributions": list(found.values())}
