"""Who took part in what: a drawing in three columns, of those who act, of events, and of where and what it was about.

It is worked out with whole numbers and plain arithmetic, so that it is the same on every machine.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from newsgraph.model.explorer import FactPage, Node

ACTORS = ("person", "organization", "group")
_ACTORS, _EVENTS, _OTHERS = 14, 20, 12
# Where each column is, how wide, and how many characters fit into one of its boxes.
_COLUMNS = ((0, 240, 33), (340, 320, 45), (760, 240, 33))
WIDTH, ROW, BOX, TOP = 1000, 34, 26, 30
_SWEEPS = 12

Ends: TypeAlias = Mapping[str, tuple[Node, str]]
"""Who and what takes part in an event, by IRI, and as what."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something in a column: 0 for those who act, 1 for events, 2 for the rest."""

    node: Node
    column: int
    x: int
    width: int
    y: float
    words: str
    height: int = BOX


@dataclass(frozen=True, slots=True)
class Curve:
    """That something takes part in an event, as `role`."""

    event: Node
    other: Node
    role: str
    path: str
    acts: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and the curves between them; `rows` say the same in words; `left_out` counts events with no box."""

    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    rows: tuple[tuple[Node, tuple[tuple[str, Node], ...]], ...]
    height: int
    left_out: int
    width: int = WIDTH


def drawing(pages: Sequence[FactPage]) -> Drawing | None:
    """The drawing of the most connected of some events (the most important first); None where none has two ends."""
    ends = {page.node.iri: _ends(page) for page in pages}
    counts = Counter(iri for some in ends.values() for iri in some)
    chosen = _chosen(ends.values(), counts)
    kept = {event: {iri: end for iri, end in some.items() if iri in chosen} for event, some in ends.items()}

    def apart(page: FactPage) -> tuple[bool, int]:
        """What ties busy things together comes first."""
        some = kept[page.node.iri]
        return len(some) < 2, -sum(counts[iri] for iri in some)

    # sorted() keeps the order of importance among those that tie as much together.
    busy = sorted((page for page in pages if kept[page.node.iri]), key=apart)
    shown = busy[:_EVENTS]
    if max((len(kept[page.node.iri]) for page in shown), default=0) < 2:
        return None
    ties = {page.node.iri: kept[page.node.iri] for page in shown}
    return _drawn({page.node.iri: page.node for page in shown}, ties, len(pages) - len(shown))


def _ends(page: FactPage) -> Ends:
    found: dict[str, tuple[Node, str]] = {}
    for role, nodes in page.roles:
        for node in nodes:
            found.setdefault(node.iri, (node, role))
    return found


def _chosen(ends: Iterable[Ends], counts: Mapping[str, int]) -> set[str]:
    """The busiest who act, and the busiest of the rest."""
    nodes = {iri: node for some in ends for iri, (node, _) in some.items()}
    # Whoever has a name goes before a group ("nine people") with as many events, and then the first before the last.
    ranked = sorted(nodes.values(), key=lambda node: (-counts[node.iri], node.kind == "group"))
    actors = [node.iri for node in ranked if node.kind in ACTORS]
    others = [node.iri for node in ranked if node.kind not in ACTORS]
    return {*actors[:_ACTORS], *others[:_OTHERS]}


def _drawn(events: Mapping[str, Node], ties: Mapping[str, Ends], left_out: int) -> Drawing:
    nodes = {iri: node for some in ties.values() for iri, (node, _) in some.items()}
    columns = [
        [iri for iri, node in nodes.items() if node.kind in ACTORS],
        list(events),
        [iri for iri, node in nodes.items() if node.kind not in ACTORS],
    ]
    height = max(map(len, columns)) * ROW + TOP
    boxes = _boxes(_untangled(columns, ties), {**nodes, **events}, height)
    curves = tuple(
        _curve(boxes[event], boxes[iri], role) for event, some in ties.items() for iri, (_, role) in some.items()
    )
    rows = tuple((events[event], tuple((role, node) for node, role in some.values())) for event, some in ties.items())
    return Drawing(tuple(boxes.values()), curves, rows, height, left_out)


def _untangled(columns: list[list[str]], ties: Mapping[str, Ends]) -> list[list[str]]:
    """The columns in an order in which few curves cross: each thing goes to the middle of what it is tied to."""
    left, middle, right = columns
    back: dict[str, list[str]] = {}
    for event, some in ties.items():
        for iri in some:
            back.setdefault(iri, []).append(event)
    for _ in range(_SWEEPS):
        at = _shares(middle)
        left, right = (_towards(side, back, at) for side in (left, right))
        middle = _towards(middle, ties, _shares(left) | _shares(right))
    return [left, middle, right]


def _shares(column: Sequence[str]) -> dict[str, float]:
    """How far down each stands, from 0 to 1."""
    return {iri: (2 * place + 1) / (2 * len(column)) for place, iri in enumerate(column)}


def _towards(column: Sequence[str], ties: Mapping[str, Iterable[str]], at: Mapping[str, float]) -> list[str]:
    def middle(iri: str) -> float:
        near = [at[other] for other in ties[iri]]
        return sum(near) / len(near)

    return sorted(column, key=middle)


def _boxes(columns: Sequence[Sequence[str]], nodes: Mapping[str, Node], height: int) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for number, column in enumerate(columns):
        x, width, room = _COLUMNS[number]
        step = (height - TOP) / max(len(column), 1)
        for place, iri in enumerate(column):
            y = round(TOP + step * (place + 0.5) - BOX / 2, 1)
            found[iri] = Box(nodes[iri], number, x, width, y, _cut(nodes[iri].label, room))
    return found


def _cut(label: str, room: int) -> str:
    words = " ".join(label.split())
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"


def _curve(event: Box, other: Box, role: str) -> Curve:
    left, right = (other, event) if other.column < event.column else (event, other)
    begin, end = left.x + left.width, right.x
    half = (begin + end) // 2
    y1, y2 = (round(box.y + box.height / 2, 1) for box in (left, right))
    path = f"M{begin} {y1}C{half} {y1} {half} {y2} {end} {y2}"
    return Curve(event.node, other.node, role, path, role == "agent")
