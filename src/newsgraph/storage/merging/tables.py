"""What the program knows of other people's terms: links, keys, authorities, functional facts, properties."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.storage.merging.classes import of_ours
from newsgraph.storage.merging.rows import Table

WAYS = ("same", "inverse", "name", "guard")


@dataclass(frozen=True, slots=True)
class Authority:
    """Whose identifiers name one thing each; `others` are other beginnings of the same."""

    name: str
    before: str
    after: str
    pattern: re.Pattern[str]
    others: tuple[str, ...]
    rank: int

    def identifier(self, iri: str) -> str | None:
        """The identifier that an IRI has, in any spelling; None where it is none of this authority's."""
        if iri.startswith(self.before):
            found = self.pattern.fullmatch(iri.removeprefix(self.before).removesuffix(self.after))
            return found[0] if found else None
        for other in self.others:
            if iri.startswith(other):
                found = self.pattern.match(iri.removeprefix(other))
                return found[0] if found else None
        return None

    def iri(self, identifier: str) -> str:
        """The IRI of an identifier."""
        return f"{self.before}{identifier}{self.after}"


@dataclass(frozen=True, slots=True)
class Key:
    """A property whose values identify a thing; of `one` scheme a thing has one value at most."""

    scheme: str
    pattern: re.Pattern[str]
    one: bool


@dataclass(frozen=True, slots=True)
class Functional:
    """A fact of which one thing has one."""

    inverse: bool
    compare: str
    level: str
    says: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which of our properties (or classes) another means, and how."""

    means: str
    how: str


@cache
def authorities() -> tuple[Authority, ...]:
    """All of them, in the order of choice."""
    rows = Table.named("authorities").rows(5)
    return tuple(
        Authority(name, before, after, re.compile(pattern), tuple(others.split()), rank)
        for rank, (name, before, after, pattern, others, *_) in enumerate(rows)
    )


@cache
def keys() -> Mapping[str, Key]:
    """By the IRI of the property."""
    table = Table.named("keys")
    return {
        table.iri(name): Key(scheme, re.compile(pattern), many == "one")
        for name, scheme, pattern, many, *_ in table.rows(4)
    }


@cache
def single_schemes() -> frozenset[str]:
    """The schemes, authorities among them, of which one thing has one identifier."""
    return frozenset({one.name for one in authorities()} | {key.scheme for key in keys().values() if key.one})


@cache
def links() -> Mapping[str, float]:
    """How far each property is trusted that says that two names are of one thing."""
    table = Table.named("links")
    return {table.iri(name): float(trust) for name, trust, *_ in table.rows(2)}


@cache
def functional() -> Mapping[str, Functional]:
    """By the IRI of our property."""
    table = Table.named("functional")
    return {
        table.iri(name): Functional(direction == "inverse", compare, level, says)
        for name, direction, compare, level, says, *_ in table.rows(5)
    }


@cache
def statuses() -> tuple[str, ...]:
    """The statuses of facts, the one that wins first."""
    table = Table.named("statuses")
    return tuple(table.iri(name) for name, *_ in table.rows(1))


def properties(own: Path | None = None) -> dict[str, Meaning]:
    """By the IRI of the other property (or class): the program's table, with a user's on top.

    A row of the user's table whose meaning is "-" takes the program's away.
    """
    found = _properties(Table.named("properties"))
    if own is not None:
        found |= _properties(Table(own, own=False))
    return {name: meaning for name, meaning in found.items() if meaning.means}


def _properties(table: Table) -> dict[str, Meaning]:
    found = {}
    for name, means, *rest in table.rows(2):
        how = rest[0] if rest and rest[0] else "same"
        if how not in WAYS:
            raise table.wrong(f"{how!r} is none of {', '.join(WAYS)}")
        found[table.iri(name)] = Meaning("" if means == "-" else table.iri(means), how)
    return found


def is_class(meaning: Meaning) -> bool:
    """Whether it is a class of ours that is meant.

    >>> is_class(Meaning("https://w3id.org/newsgraph/ontology#City", "same"))
    True
    """
    return of_ours(meaning.means) is not None
