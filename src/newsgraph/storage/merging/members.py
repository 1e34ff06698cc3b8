"""What bears on identity in some lines: which names are said to be of one thing, by which links and keys."""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from newsgraph.mapping.minting import KINDS
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.merging import tables
from newsgraph.storage.merging.lines import parted, text
from newsgraph.storage.merging.provenance import is_derived, of_source
from newsgraph.storage.merging.sources import Source
from newsgraph.storage.terms import unescaped

# Kinds of things of ours that can be one with others; claims, words and runs cannot.
JOINABLE = ("entity", "event", "figure", "relation")
_FIXED = tuple(f"<{iri}".encode() for name, iri in PREFIXES.items() if name != "wd")
_OTHER_KINDS = re.compile(rf"<[^<>\s]+/(?:{'|'.join(sorted(set(KINDS) - set(JOINABLE)))})/[0-9a-f]{{20}}>".encode())
_LITERAL = re.compile(rb'"((?:[^"\\]|\\.)*)"')
# What a key names that no IRI stands for begins so; no IRI does.
KEY = b"key "
_JUDGED = {
    expand("ng:linkFrom"): "from", expand("ng:linkTo"): "to", expand("ng:left"): "from", expand("ng:right"): "to",
    expand("ng:judgement"): "judgement", expand("ng:score"): "score",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """That two names are of one thing: by a property of a source, a key, or another spelling."""

    left: int
    right: int
    by: str
    trust: float
    source: int


@dataclass(slots=True)
class Links:
    """Everything that says that names are of one thing, in numbers: a name costs little, a link less.

    `left`, `right` and `by` go together; `by` is the number of a property, a trust and a source in `kinds`.
    """

    names: list[bytes] = field(default_factory=list)
    numbers: dict[bytes, int] = field(default_factory=dict)
    left: array[int] = field(default_factory=lambda: array("L"))
    right: array[int] = field(default_factory=lambda: array("L"))
    by: array[int] = field(default_factory=lambda: array("L"))
    kinds: dict[tuple[str, float, int], int] = field(default_factory=dict)
    judged: dict[tuple[int, bytes], dict[str, bytes]] = field(default_factory=dict)
    parents: dict[str, set[str]] = field(default_factory=dict)
    refused: int = 0

    def number(self, name: bytes) -> int:
        """The number of a name; another spelling of an identifier is linked to the usual one."""
        found = self.numbers.get(name)
        if found is None:
            found = self.numbers[name] = len(self.names)
            self.names.append(name)
            if (usual := usual_spelling(name)) is not None and usual != name:
                self.link(name, usual, "another spelling", 1.0, -1)
        return found

    def link(self, left: bytes, right: bytes, by: str, trust: float, source: int) -> None:
        """Say that two names are of one thing; names that cannot be are only counted."""
        if fixed(left) or fixed(right):
            self.refused += 1
        elif left != right:
            one, other = self.number(left), self.number(right)
            self.left.append(one)
            self.right.append(other)
            self.by.append(self.kinds.setdefault((by, trust, source), len(self.kinds)))

    def edges(self) -> Iterator[Edge]:
        """All of them."""
        kinds = list(self.kinds)
        for left, right, by in zip(self.left, self.right, self.by, strict=True):
            name, trust, source = kinds[by]
            yield Edge(left, right, name, trust, source)


def fixed(name: bytes) -> bool:
    """Whether a name must stay what it is: a term of a vocabulary, or a thing of ours that is no thing in the world."""
    return name.startswith(_FIXED) or _OTHER_KINDS.fullmatch(name) is not None


def usual_spelling(name: bytes) -> bytes | None:
    """The usual IRI of an identifier of an authority; None where it is no identifier."""
    if not name.startswith(_beginnings()):
        return None
    iri = text(name)
    for one in tables.authorities():
        if (found := one.identifier(iri)) is not None:
            return f"<{one.iri(found)}>".encode()
    return None


@cache
def _beginnings() -> tuple[bytes, ...]:
    return tuple(f"<{start}".encode() for one in tables.authorities() for start in (one.before, *one.others))


@cache
def _unusual() -> tuple[bytes, ...]:
    return tuple(f"<{start}".encode() for one in tables.authorities() for start in one.others)


def gather(links: Links, source: Source, number: int, meanings: Mapping[str, tables.Meaning]) -> None:
    """Add what the lines of a source say of identity."""
    takers, unusual, last = _takers(meanings, source.ours), _unusual(), b""
    judging = {f"<{iri}>".encode() for iri in _JUDGED}
    with source.lines.open("rb") as lines:
        for line in lines:
            subject, predicate, _ = line.split(b" ", 2)
            if subject != last:
                last = subject
                if subject.startswith(unusual):
                    links.number(subject)
            if (taker := takers.get(predicate)) is not None:
                _, _, object_, graph = parted(line[:-1])
                # What others say of our judgements is no judgement of ours, wherever it stands.
                passed = of_source(graph) if predicate in judging else is_derived(predicate, graph)
                if not passed:
                    taker(links, number, subject, object_)


Taker = Callable[[Links, int, bytes, bytes], None]


def _takers(meanings: Mapping[str, tables.Meaning], ours: bool) -> dict[bytes, Taker]:
    found: dict[str, Taker] = {}
    found |= {iri: _above for iri, meaning in meanings.items() if meaning.means == expand("rdfs:subClassOf")}
    found |= {iri: _keyed(iri, key) for iri, key in tables.keys().items()}
    if ours:
        found |= {iri: _judged(part) for iri, part in _JUDGED.items()}
    found |= {iri: _linked(iri, trust) for iri, trust in tables.links().items()}
    return {f"<{iri}>".encode(): taker for iri, taker in found.items()}


def _above(links: Links, _: int, subject: bytes, object_: bytes) -> None:
    if object_.startswith(b"<") and subject.startswith(b"<"):
        links.parents.setdefault(text(subject), set()).add(text(object_))


def _linked(iri: str, trust: float) -> Taker:
    def take(links: Links, source: int, subject: bytes, object_: bytes) -> None:
        if object_.startswith(b"<") and not object_.startswith(b"<<("):
            links.link(subject, object_, iri, trust, source)

    return take


def _keyed(iri: str, key: tables.Key) -> Taker:
    def take(links: Links, source: int, subject: bytes, object_: bytes) -> None:
        found = _LITERAL.match(object_)
        value = unescaped(found[1].decode()) if found else text(object_) if object_.startswith(b"<") else ""
        if key.pattern.fullmatch(value) and not fixed(subject):
            links.link(subject, key_name(key.scheme, value), iri, 1.0, source)

    return take


def key_name(scheme: str, value: str) -> bytes:
    """What a key names: the IRI of an authority's identifier, or else a name that is no IRI."""
    for one in tables.authorities():
        if one.name == scheme:
            return f"<{one.iri(value)}>".encode()
    return KEY + f"{scheme} {value}".encode()


def _judged(part: str) -> Taker:
    def take(links: Links, source: int, subject: bytes, object_: bytes) -> None:
        links.judged.setdefault((source, subject), {})[part] = object_

    return take
