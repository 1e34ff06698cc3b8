"""Names for blank nodes that follow from what is told of them, so that two graphs can be held against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

import pyoxigraph as ox

from newsgraph.storage.merging.lines import with_names

ALGORITHM = ox.CanonicalizationAlgorithm.RDFC_1_0
# What is told around a blank node, so many steps away, tells it from others.
STEPS = 64
# The standard's algorithm takes forever where many nodes are told of alike and together; so many it is given.
MOST_ALIKE, MOST_TIED = 5, 40


def named(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """The lines of quads that have blank nodes, without their graphs.

    Blank nodes that hang together are named together: what is told elsewhere does not change their names. Where
    very many hang together that nothing tells apart, their names follow from those that they had.
    """
    for part in _parts(list(quads)):
        yield from _named(part)


def _named(quads: list[ox.Quad]) -> list[bytes]:
    plain = [ox.Quad(one.subject, one.predicate, one.object) for one in quads]
    colours = _colours(plain)
    alike = Counter(colours.values())
    if len(alike) < len(colours):
        tied = [count for count in alike.values() if count > 1]
        if max(tied) <= MOST_ALIKE and sum(tied) <= MOST_TIED:
            return _by_the_standard(plain)
        colours = {label: f"{colour}{label}" for label, colour in colours.items()}
    names = {f"_:{label}".encode(): f"_:b{colour}".encode() for label, colour in colours.items()}
    return [with_names(line, names.__getitem__) + b"\n" for line in _lines(plain)]


def _by_the_standard(quads: list[ox.Quad]) -> list[bytes]:
    made = ox.Dataset(quads)
    made.canonicalize(ALGORITHM)
    lines = sorted(_lines(made))
    mark = sha256(b"\n".join(lines)).hexdigest()[:20].encode()
    return [with_names(line, lambda label: b"_:b" + mark + label[2:]) + b"\n" for line in lines]


def _lines(quads: Iterable[ox.Quad]) -> list[bytes]:
    return (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").split(b"\n")[:-1]


def _colours(quads: list[ox.Quad]) -> dict[str, str]:
    """What tells the blank nodes of some quads from each other: what is told of them, and of those around them."""
    around: dict[str, list[tuple[bytes, bytes]]] = {}
    for quad, line in zip(quads, _lines(quads), strict=True):
        for label in dict.fromkeys(blanks(quad)):
            around.setdefault(label, []).append((f"_:{label}".encode(), line))
    colours, kinds = dict.fromkeys(around, ""), 0
    for _ in range(STEPS):
        colours = {label: _colour(lines, colours) for label, lines in around.items()}
        before, kinds = kinds, len(set(colours.values()))
        # Two rounds at least: the colours of those around count in the second.
        if kinds in (before, len(around)) and before:
            break
    return colours


def _colour(lines: Iterable[tuple[bytes, bytes]], colours: Mapping[str, str]) -> str:
    def shown(own: bytes, line: bytes) -> bytes:
        def name(label: bytes) -> bytes:
            return (b"_:own" if label == own else b"_:") + colours[label[2:].decode()].encode()

        return with_names(line, name)

    seen = sorted(shown(own, line) for own, line in lines)
    return sha256(b"\n".join(seen)).hexdigest()[:20]


def _parts(quads: list[ox.Quad]) -> Iterator[list[ox.Quad]]:
    """The quads whose blank nodes hang together."""
    above: dict[str, str] = {}

    def top(label: str) -> str:
        while above.setdefault(label, label) != label:
            above[label] = above[above[label]]
            label = above[label]
        return label

    for quad in quads:
        first, *others = blanks(quad)
        for other in others:
            one, two = sorted((top(first), top(other)))
            above[two] = one
    found: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        found.setdefault(top(next(blanks(quad))), []).append(quad)
    yield from found.values()


def blanks(term: object) -> Iterator[str]:
    """The labels of the blank nodes in a quad or a triple, those of its graph's name left out."""
    if isinstance(term, ox.BlankNode):
        yield term.value
    elif isinstance(term, ox.Quad | ox.Triple):
        for part in (term.subject, term.object):
            yield from blanks(part)
