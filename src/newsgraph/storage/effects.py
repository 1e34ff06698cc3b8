"""What became of facts: read from the lines that go and come, for the history of a store."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsgraph.model.archive import Effect
from newsgraph.ontology.prefixes import expand
from newsgraph.storage.terms import unescaped

_RELATION = "/relation/"


def _about(name: str, value: str) -> tuple[str, re.Pattern[str]]:
    """What a line with a property has in it, and a pattern of such lines: most lines are none, as the first tells."""
    predicate = f"> <{expand(name)}> "
    return predicate, re.compile(rf"<([^>]+){re.escape(predicate)}{value}")


_STATUS = _about("ng:status", r"<[^>#]+#(\w+)> ")
_LABEL = _about("rdfs:label", r'"((?:[^"\\]|\\.)*)"')
_MERGED = _about("ng:mergedFrom", "<([^>]+)> ")
_TYPE = _about("rdf:type", "<([^>]+)> ")


def effects(goes: Iterable[str], comes: Iterable[str], label: Callable[[str], str]) -> list[Effect]:
    """The facts whose status has changed, that are new or ceased to be facts or to be there; sorted.

    `label` tells the label that something had before. What only has another name now (its earliest telling came or
    went) has not changed; what was merged into another, or parted from it, is told as that.
    """
    change = _Change(list(goes), list(comes))
    found = [
        Effect(node, change.label(node) or label(node), before, after, remains)
        for node, before, after, remains in change.rows()
    ]
    return sorted(_without_renamed(found), key=lambda one: (one.node, one.label))


@dataclass(frozen=True)
class _Change:
    """Lines that go and come."""

    goes: Sequence[str]
    comes: Sequence[str]

    @cached_property
    def _before(self) -> Mapping[str, str]:
        return dict(_found(_STATUS, self.goes))

    @cached_property
    def _after(self) -> Mapping[str, str]:
        return dict(_found(_STATUS, self.comes))

    @cached_property
    def _typed(self) -> frozenset[str]:
        """What has a class that it had not."""
        return frozenset(node for node, _ in _found(_TYPE, self.comes))

    @cached_property
    def _gone(self) -> frozenset[str]:
        """What nobody tells of any more."""
        return frozenset(node for node, _ in _found(_TYPE, self.goes)) - self._typed

    @cached_property
    def _origins(self) -> Mapping[str, frozenset[str]]:
        """What something was a part of before, or what has become a part of it under its new name."""
        parted = [(part, whole) for whole, part in _found(_MERGED, self.goes)]
        return _grouped([*parted, *((w, p) for w, p in _found(_MERGED, self.comes) if p in self._gone)])

    @cached_property
    def _heirs(self) -> Mapping[str, frozenset[str]]:
        """Where something that is gone lives on."""
        joined = [(part, whole) for whole, part in _found(_MERGED, self.comes)]
        return _grouped([*joined, *((w, p) for w, p in _found(_MERGED, self.goes) if p in self._typed)])

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {**dict(_found(_LABEL, self.goes)), **dict(_found(_LABEL, self.comes))}

    def label(self, node: str) -> str:
        """The label by some line; empty where none tells it."""
        return unescaped(self._labels.get(node, ""))

    def rows(self) -> Iterator[tuple[str, str | None, str | None, bool]]:
        """Each thing that has changed, its status before and after, and whether it is still there."""
        for node in sorted(self._before.keys() | self._after.keys()):
            before, after = self._before.get(node), self._after.get(node)
            if before is None and node in self._typed:
                known = (self._before[one] for one in sorted(self._origins.get(node, ())) if one in self._before)
                before = next(known, None)
            lives_on = node in self._gone and node in self._heirs
            if before != after and not lives_on:
                yield node, before, after, node not in self._gone


def _without_renamed(found: Sequence[Effect]) -> Iterator[Effect]:
    """A relation has another name when one of its ends has: of one that goes and one that comes one is made."""
    came: dict[str, list[Effect]] = defaultdict(list)
    for one in found:
        if one.before is None and _RELATION in one.node:
            came[one.label].append(one)
    heirs = {one: came[one.label].pop() for one in found if _renamed(one) and came[one.label]}
    new = set(heirs.values())
    for one in found:
        heir = heirs.get(one, one)
        if heir is not one and heir.after != one.before:
            yield replace(heir, before=one.before)
        elif heir is one and one not in new:
            yield one


def _renamed(one: Effect) -> bool:
    return one.after is None and not one.remains and _RELATION in one.node


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}


def _found(about: tuple[str, re.Pattern[str]], lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    predicate, pattern = about
    matches = (pattern.match(line) for line in lines if predicate in line)
    return ((found[1], found[2]) for found in matches if found)
