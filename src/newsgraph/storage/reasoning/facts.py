"""The triples of a graph as relations, made of lines of text only as far as somebody asks for them."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.reasoning.relations import Relation, Rows, pack
from newsgraph.storage.reasoning.rules import MEMBER, TYPE
from newsgraph.storage.reasoning.terms import Terms

Key: TypeAlias = tuple[str, int]
"""("class", its number) or ("property", its number)."""
Columns: TypeAlias = tuple[list[str], list[str]]

FIRST, REST, NIL = (f"<{expand(f'rdf:{name}')}>" for name in ("first", "rest", "nil"))

CARDINALITIES = tuple(f"<{expand(f'owl:{name}')}>" for name in ("maxCardinality", "maxQualifiedCardinality"))


class Facts:
    """What is told and what is known. Properties that no rule asks for stay text."""

    def __init__(self) -> None:
        self.terms = Terms()
        self.relations: dict[Key, Relation] = {}
        self.lists: dict[str, tuple[str, ...]] = {}
        self._waiting: dict[str, Columns] = {}

    def tell(self, columns: dict[str, Columns]) -> None:
        """Take subjects and objects by their predicates; before anything is asked."""
        for predicate, (subjects, objects) in columns.items():
            known = self._waiting.setdefault(predicate, ([], []))
            known[0].extend(subjects)
            known[1].extend(objects)

    def settle(self) -> None:
        """Read the classes, and the members of lists."""
        subjects, objects = (self.terms.rows(column) for column in self._waiting.pop(TYPE, ([], [])))
        order = np.argsort(objects, kind="stable")
        kinds, starts = np.unique(objects[order], return_index=True)
        for kind, members in zip(kinds.tolist(), np.split(subjects[order], starts[1:]), strict=False):
            self.relations.setdefault(("class", kind), Relation()).tell(members)
        for name in CARDINALITIES:
            known = self._waiting.get(name, ([], []))
            self._waiting[name] = known[0], [cardinal(one) for one in known[1]]
        self.lists = dict(self._lists())
        self._waiting[MEMBER] = (
            [head for head, members in self.lists.items() for _ in members],
            [one for members in self.lists.values() for one in members],
        )

    def _lists(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each list by its head; a list that bites its own tail ends there."""
        first, rest = (dict(zip(*self._waiting.get(name, ([], [])), strict=True)) for name in (FIRST, REST))
        tails = set(rest.values())
        for head in first:
            if head not in tails:
                yield head, tuple(_along(head, first, rest))

    def number(self, term: str) -> int:
        """The number of a term."""
        return self.terms.number(term)

    def relation(self, key: Key) -> Relation:
        """What is known of a class or property."""
        if key not in self.relations:
            self.relations[key] = Relation()
            if key[0] == "property" and (told := self._waiting.get(self.terms.texts[key[1]])):
                self.relations[key].tell(pack(self.terms.rows(told[0]), self.terms.rows(told[1])))
        return self.relations[key]

    def everything(self) -> Iterator[tuple[Key, Relation]]:
        """All relations, those that nobody has asked for too."""
        for predicate in self._waiting:
            if predicate != MEMBER:
                self.relation(("property", self.number(predicate)))
        return iter(list(self.relations.items()))

    def of_schema(self, key: Key) -> bool:
        """Whether a class or property is one that axioms are written with."""
        name = self.terms.texts[key[1]]
        return name.startswith(_AXIOMS) and name not in _INDIVIDUALS

    def subjects_allowed(self, subjects: Rows) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which of some numbers can be subjects of RDF: literals cannot."""
        return ~self.terms.literal[subjects]


_AXIOMS = tuple(f"<{PREFIXES[prefix]}" for prefix in ("rdf", "rdfs", "owl"))
_INDIVIDUALS = frozenset(f"<{expand(f'owl:{name}')}>" for name in ("sameAs", "differentFrom", "Thing", "Nothing"))


def cardinal(literal: str) -> str:
    """A whole number as axioms have it; the store forgets which kind of integer it was given.

    >>> cardinal('"1"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '"1"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'
    """
    number, _, kind = literal.rpartition("^^")
    return f"{number}^^<{expand('xsd:nonNegativeInteger')}>" if kind.startswith(f"<{PREFIXES['xsd']}") else literal


def _along(head: str, first: dict[str, str], rest: dict[str, str]) -> Iterable[str]:
    seen = set[str]()
    while head in first and head not in seen:
        seen.add(head)
        yield first[head]
        head = rest.get(head, NIL)
