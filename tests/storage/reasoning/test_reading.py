import pyoxigraph as ox
import pytest

from newsgraph.storage.reasoning.reading import NQUADS, columns, told, triple
from newsgraph.storage.reasoning.values import differ

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    "object_",
    [
        "<x:b>",
        "_:b",
        '"a <x:b> ."',
        '"a _:c"',
        '"q\\" <x:b>"@en',
        '"q\\" <x:b>"^^<x:d>',
        '""',
        '"two words"@en-gb',
        '<<( <x:a> <x:b> "c )>> d" )>>',
    ],
)
@pytest.mark.parametrize("graph", ["", "<x:g> ", "_:g "])
def test_triple(object_: str, graph: str) -> None:
    """The object of a line is found, whatever stands in a literal and whether or not a graph is named."""
    (quad,) = ox.parse(f"<x:a> <x:p> {object_} {graph}.\n", format=NQUADS)
    line = (ox.serialize([quad], format=NQUADS) or b"").decode().rstrip("\n")
    assert triple(line) == ("<x:a>", "<x:p>", object_)


def test_blank_nodes_of_two_graphs() -> None:
    """Blank nodes of two graphs are two, though both call them the same."""
    lines = told([["_:x <x:p> <x:a> ."], ["_:x <x:p> _:x _:x ."]])
    assert lines == ["_:b0x0 <x:p> <x:a> .", "_:b1x0 <x:p> _:b1x0 _:b1x0 ."]


def test_what_was_reasoned_before() -> None:
    """What was reasoned before is not told again, so that reasoning twice gives the same."""
    ends = "<https://x.org/graph/reasoned> .", "<https://x.org/graph/reasoned-schema> .", "<https://x.org/graph/1> ."
    assert told([[f"<x:a> <x:p> <x:b> {end}" for end in ends]]) == [f"<x:a> <x:p> <x:b> {ends[2]}"]
    assert columns(["<x:a> <x:p> <x:b> ."]) == {"<x:p>": (["<x:a>"], ["<x:b>"])}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (f'"1"^^<{XSD}integer>', f'"01"^^<{XSD}decimal>', False),
        (f'"1"^^<{XSD}integer>', f'"2"^^<{XSD}integer>', True),
        (f'"true"^^<{XSD}boolean>', f'"1"^^<{XSD}boolean>', False),
        (f'"no number"^^<{XSD}integer>', f'"1"^^<{XSD}integer>', False),
        ('"a"@en', '"a"@EN', False),
        ('"a"@en', '"a"@de', True),
        ('"a"^^<x:unknown>', '"b"^^<x:unknown>', False),
        ("<x:a>", '"a"', False),
    ],
)
def test_values(left: str, right: str, expected: bool) -> None:
    """Literals differ by their values, and only where these are known."""
    assert differ(left, right) is expected
