"""Names for blank nodes that follow from what is told of them, so that two graphs can be held against each other."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

import pyoxigraph as ox

from newsgraph.storage.merging.lines import with_names

ALGORITHM = ox.CanonicalizationAlgorithm.RDFC_1_0


def named(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """The lines of quads that have blank nodes, without their graphs.

    Blank nodes that hang together are named together: what is told elsewhere does not change their names.
    """
    for part in _parts(list(quads)):
        yield from _named(part)


def _named(quads: Iterable[ox.Quad]) -> list[bytes]:
    made = ox.Dataset(ox.Quad(one.subject, one.predicate, one.object) for one in quads)
    made.canonicalize(ALGORITHM)
    data = ox.serialize(made, format=ox.RdfFormat.N_QUADS) or b""
    lines = sorted(data.split(b"\n")[:-1])
    mark = sha256(b"\n".join(lines)).hexdigest()[:20].encode()
    return [with_names(line, lambda label: b"_:b" + mark + label[2:]) + b"\n" for line in lines]


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
