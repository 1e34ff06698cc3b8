"""Which names must not become one, though links say so: by classes, identifiers, facts, names and judgements."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import TypeVar

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.merging import tables
from newsgraph.storage.merging.circles import Circles
from newsgraph.storage.merging.classes import excluded, kept_apart
from newsgraph.storage.merging.comparing import MOST_SETS, dates_differ, first_pair, names_differ
from newsgraph.storage.merging.known import Known
from newsgraph.storage.merging.lines import text
from newsgraph.storage.merging.members import KEY, Links
from newsgraph.storage.merging.tables import Functional

CONFLICT, DOUBT = "conflict", "doubt"
_REJECTED, _UNSURE = (f"<{expand(f'ng:{name}')}>".encode() for name in ("Rejected", "Unsure"))
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two names that hang together and cannot be of one thing (a conflict), or hardly can (a doubt), and why."""

    level: str
    left: int
    right: int
    why: str


@dataclass(frozen=True)
class Guard:
    """Judges circles of names."""

    links: Links
    known: Known
    circles: Circles

    def clashes(self, names: Sequence[int]) -> list[Clash]:
        """What speaks against some names being of one thing: of each kind the first, conflicts before doubts."""
        ordered = sorted(names, key=self.links.names.__getitem__)
        # Most circles are names of others for one thing of which one source tells: nothing can speak against it.
        telling = sum(name in self.known.classes or name in self.known.values for name in ordered)
        few = (self._judged, self._identifiers, self._classes)
        checks = (*few, self._facts, self._names) if telling > 1 else few
        found = [clash for check in checks for clash in check(ordered)]
        return sorted(found, key=lambda one: one.level)

    @cached_property
    def _judgements(self) -> dict[int, list[tuple[int, int, str]]]:
        """What people and the program said of two names, by the circle of both; rejected, or still open."""
        found: dict[int, list[tuple[int, int, str]]] = {}
        numbers = self.links.numbers
        for parts in self.links.judged.values():
            left, right = numbers.get(parts.get("from", b"")), numbers.get(parts.get("to", b""))
            level = {_REJECTED: CONFLICT, _UNSURE: DOUBT}.get(parts.get("judgement", b""))
            if left is not None and right is not None and level and self.circles.of(left) == self.circles.of(right):
                found.setdefault(self.circles.of(left), []).append((left, right, level))
        return found

    def _judged(self, names: Sequence[int]) -> Iterator[Clash]:
        said = {CONFLICT: "were judged to be two", DOUBT: "wait for a judgement"}
        label = self.links.names.__getitem__
        judged = self._judgements.get(self.circles.of(names[0]), [])
        for level, group in ((level, [one for one in judged if one[2] == level]) for level in said):
            for left, right, _ in sorted(group, key=lambda one: (label(one[0]), label(one[1])))[:1]:
                yield Clash(level, left, right, f"the two {said[level]}")

    def _identifiers(self, names: Sequence[int]) -> Iterator[Clash]:
        first: dict[str, tuple[str, int]] = {}
        told = set[str]()
        for name in names:
            scheme, value = identifier(self.links.names[name])
            if scheme not in tables.single_schemes() or scheme in told:
                continue
            other, holder = first.setdefault(scheme, (value, name))
            if other != value:
                told.add(scheme)
                yield Clash(CONFLICT, holder, name, f"two identifiers of {scheme}: {other} and {value}")

    def _classes(self, names: Sequence[int]) -> Iterator[Clash]:
        sets = self._grouped(names, lambda name: self.known.classes.get(name))
        for (left, a), (right, b) in combinations(sorted(sets.items(), key=lambda one: sorted(one[0])), 2):
            if (why := _apart(left, right)) is not None:
                yield Clash(CONFLICT, a, b, why)
                return
        for left, a in sorted(sets.items(), key=lambda one: sorted(one[0])):
            if (why := next((w for x, y in combinations(sorted(left), 2) if (w := excluded(x, y))), None)) is not None:
                yield Clash(CONFLICT, a, a, why)
                return

    def _grouped(
        self, names: Iterable[int], of: Callable[[int], Iterable[Value] | None]
    ) -> dict[frozenset[Value], int]:
        """The first name of each set of values."""
        found: dict[frozenset[Value], int] = {}
        for name in names:
            if values := of(name):
                found.setdefault(frozenset(values), name)
        return found

    def _facts(self, names: Sequence[int]) -> Iterator[Clash]:
        values = {name: told for name in names if (told := self.known.values.get(name))}
        for iri, functional in tables.functional().items() if len(values) > 1 else ():
            sets = self._grouped(values, lambda name, iri=iri: values[name].get(iri))  # type: ignore[misc]
            yield from self._differing(sets, functional)

    def _differing(self, sets: dict[frozenset[bytes], int], functional: Functional) -> Iterator[Clash]:
        if len(sets) > MOST_SETS:
            some = sorted(sets.values())
            yield Clash(CONFLICT, some[0], some[-1], f"{functional.says}: {len(sets)} different sets of them")
            return
        differ = dates_differ if functional.compare == "date" else self._two
        for left, right in first_pair(sets):
            if all(differ(a, b) for a, b in product(sorted(left), sorted(right))):
                words = f"{functional.says}: {self._said(min(left))} and {self._said(min(right))}"
                yield Clash(functional.level, sets[left], sets[right], words)
                return

    def _said(self, value: bytes) -> str:
        name = self.links.numbers.get(value)
        label = "" if name is None else self.known.label(name)
        return label or value.decode().split("^^")[0].strip('"<>')

    def _two(self, one: bytes, other: bytes) -> bool:
        """Whether two things are known to be two: they have different identifiers of one authority."""
        mine, others = self._identified(one), self._identified(other)
        return any(mine[scheme].isdisjoint(others[scheme]) for scheme in mine.keys() & others.keys())

    def _identified(self, value: bytes) -> dict[str, set[str]]:
        name = self.links.numbers.get(value)
        around = (
            [value]
            if name is None
            else [self.links.names[one] for one in self._around.get(self.circles.of(name), [name])]
        )
        found: dict[str, set[str]] = {}
        for one in around:
            scheme, identifier_ = identifier(one)
            if scheme in tables.single_schemes():
                found.setdefault(scheme, set()).add(identifier_)
        return found

    @cached_property
    def _around(self) -> dict[int, list[int]]:
        return self.circles.all()

    def _names(self, names: Sequence[int]) -> Iterator[Clash]:
        """Persons whose names have nothing in common."""
        persons = [n for n in names if any(vocabulary().is_a(c, "Person") for c in self.known.classes.get(n, ()))]
        told = [
            (name, [label for _, label in self.known.labels[name]]) for name in persons if name in self.known.labels
        ]
        if len(told) > 1 and (pair := names_differ(labels for _, labels in told)) is not None:
            holders = [next(name for name, labels in told if one in labels) for one in pair]
            yield Clash(DOUBT, holders[0], holders[1], f"the names {pair[0]!r} and {pair[1]!r} have nothing in common")


def identifier(name: bytes) -> tuple[str, str]:
    """The authority (or the scheme of a key) and the identifier that a name is; nothing where it is none."""
    if name.startswith(KEY):
        scheme, _, value = name.removeprefix(KEY).decode().partition(" ")
        return scheme, value
    iri = text(name)
    for one in tables.authorities():
        if (found := one.identifier(iri)) is not None:
            return one.name, found
    return "", ""


def _apart(left: frozenset[str], right: frozenset[str]) -> str | None:
    """Why things of some classes are none of others."""
    hard = next((why for a, b in product(sorted(left), sorted(right)) if (why := excluded(a, b))), None)
    if hard is not None or left & right:
        return hard
    return next((why for a, b in product(sorted(left), sorted(right)) if (why := kept_apart(a, b))), None)
