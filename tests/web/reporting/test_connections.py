"""Who took part in what, as a drawing."""

from collections.abc import Sequence

from newsgraph.model.explorer import FactPage, Node
from newsgraph.web.pages.words import worded
from newsgraph.web.reporting.connections import Drawing, drawing


def thing(name: str, kind: str) -> Node:
    """Something."""
    return Node(f"x:{name}", name, kind, worded(kind))


def event(name: str, who: Sequence[str] = (), where: Sequence[str] = ()) -> FactPage:
    """An event with those who act, and places."""
    roles = (
        ("agent", tuple(thing(one, "person") for one in who)),
        ("place", tuple(thing(one, "place") for one in where)),
    )
    return FactPage(thing(name, "event"), roles)


def columns(found: Drawing) -> list[list[str]]:
    """What stands in each column, from above."""
    return [[box.node.label for box in found.boxes if box.column == number] for number in range(3)]


def drawn(*pages: FactPage) -> Drawing:
    """The drawing, which there is."""
    found = drawing(pages)
    assert found is not None
    return found


def test_columns() -> None:
    """Those who act stand on the left, events in the middle, the rest on the right."""
    assert columns(drawn(event("a", ["Ada"], ["Oslo"]))) == [["Ada"], ["a"], ["Oslo"]]


def test_lines() -> None:
    """A line says who takes part in what and how, and which are those of who acts."""
    found = drawn(event("a", ["Ada"], ["Oslo"]))
    assert [(one.other.label, one.event.label, one.role, one.acts) for one in found.curves] == [
        ("Ada", "a", "agent", True), ("Oslo", "a", "place", False),
    ]  # fmt: skip


def test_lines_meet_boxes() -> None:
    """A line begins where a box ends, and ends where a box begins."""
    found = drawn(event("a", ["Ada"], ["Oslo"]))
    left, right = found.curves
    assert left.path.startswith("M240 ") and left.path.endswith(f" 340 {found.boxes[1].y + 13}")
    assert right.path.startswith("M660 ") and " 760 " in right.path


def test_no_crossing() -> None:
    """Things stand beside what they are tied to, so that lines do not cross where they need not."""
    found = drawn(event("a", ["Ada"], ["Oslo"]), event("b", ["Ben"], ["Rome"]), event("c", ["Cyd"], ["Bern"]))
    assert columns(found) == [["Ada", "Ben", "Cyd"], ["a", "b", "c"], ["Oslo", "Rome", "Bern"]]


def test_crossing_is_undone() -> None:
    """The order follows the ties, not the order in which they come."""
    pages = (event("a", ["Ada", "Ben"]), event("b", ["Cyd"], ["Oslo"]), event("c", ["Ada", "Ben"]))
    left, middle, _ = columns(drawn(*pages))
    places = [middle.index(name) for name in ("a", "c")]
    assert abs(places[0] - places[1]) == 1
    assert (left.index("Cyd") == 0) == (middle.index("b") == 0)


def test_most_connected() -> None:
    """Of many those are drawn that tie busy things together, and the others are counted."""
    lonely = [event(f"lonely {number}", [f"P{number}"]) for number in range(30)]
    busy = [event(f"busy {number}", ["Ada"], ["Oslo"]) for number in range(5)]
    found = drawn(*lonely, *busy)
    assert {f"busy {number}" for number in range(5)} <= set(columns(found)[1])
    assert found.left_out == 17


def test_long_names_are_cut() -> None:
    """A name that does not fit into its box is cut, and the box still has the whole."""
    box = drawn(event("a" * 200, ["Ada"], ["Oslo"])).boxes[1]
    assert len(box.words) == 45
    assert box.words.endswith("a…")
    assert box.node.label == "a" * 200


def test_rows() -> None:
    """Rows say the same in words."""
    found = drawn(event("a", ["Ada"], ["Oslo"]))
    assert [(one.label, [(role, node.label) for role, node in parts]) for one, parts in found.rows] == [
        ("a", [("agent", "Ada"), ("place", "Oslo")])
    ]


def test_nothing_is_tied() -> None:
    """Where nothing is tied to anything there is no drawing."""
    assert drawing([]) is None
    assert drawing([event("a", ["Ada"]), event("b", [], ["Oslo"])]) is None
