"""The known world itself."""

from pathlib import Path

import rdflib

from newsgraph.validation import validate


def test_known_world_is_valid() -> None:
    """The hand-written graph keeps to the shapes, so that the queries are tested on what newsgraph would write."""
    graph = rdflib.Graph().parse(Path(__file__).parent / "known.ttl")
    assert len(graph) > 300
    assert validate(graph, reason=False).violations == ()
