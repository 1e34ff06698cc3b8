"""The terms of the ontology by their local names: what stands below what, and which roles an event may have."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.terms import Kind, Term, terms
from newsgraph.ontology.turtle import read

__all__ = ["Kind", "Term", "Vocabulary", "of", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms, with the closure over what stands above each; `vocabulary()` gives the program's own.

    >>> vocabulary().is_a("TroopDeployment", "Event")
    True
    """

    terms: Mapping[str, Term]
    above: Mapping[str, frozenset[str]]

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether the one is the other or stands below it; an unknown name is below nothing."""
        return ancestor in self.superclasses(name)

    def superclasses(self, name: str) -> frozenset[str]:
        """The class or property itself and all above it; empty for an unknown name."""
        return self.above.get(name, frozenset())

    def subclasses(self, name: str) -> frozenset[str]:
        """The class or property itself and all below it (individuals too, of a class)."""
        return frozenset(term for term, above in self.above.items() if name in above)

    def roles_of(self, name: str) -> frozenset[str]:
        """The roles that events of a class may have: its own and those of all its superclasses."""
        return frozenset(role for term in self.superclasses(name) for role in self.terms[term].roles)

    @property
    def roles(self) -> frozenset[str]:
        """All roles, the most general one left out."""
        return self.subclasses("role") - {"role"}

    def label(self, name: str) -> str:
        """The English label."""
        return self.terms[name].label

    def domain(self, name: str) -> str | None:
        """The class of a property's subjects, if need be from the nearest property above it."""
        return self._nearest(name, lambda term: term.domain)

    def range(self, name: str) -> str | None:
        """The class or datatype of a property's objects, if need be from the nearest property above it."""
        return self._nearest(name, lambda term: term.range)

    def of_kind(self, *kinds: Kind) -> frozenset[str]:
        """The names of all terms of the given kinds."""
        return frozenset(name for name, term in self.terms.items() if term.kind in kinds)

    def _nearest(self, name: str, field: Callable[[Term], str | None]) -> str | None:
        queue = [name] if name in self.terms else []
        while queue:
            term = self.terms[queue.pop(0)]
            if (found := field(term)) is not None:
                return found
            queue.extend(term.parents)
        return None


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return of(terms(read(folder("ontology").glob("*.ttl"))))


def of(found: Iterable[Term]) -> Vocabulary:
    """The vocabulary of some terms; a parent that is no term, or a circle, is an OntologyError."""
    by_name = {term.name: term for term in found}
    above: dict[str, frozenset[str]] = {}
    for name in by_name:
        _climb(name, by_name, above, ())
    return Vocabulary(MappingProxyType(by_name), MappingProxyType(above))


def _climb(
    name: str, by_name: Mapping[str, Term], above: dict[str, frozenset[str]], path: tuple[str, ...]
) -> frozenset[str]:
    """Fill `above` for a term and all its ancestors."""
    if name in path or name not in by_name:
        raise OntologyError(
            name, "stands above itself" if name in path else f"is declared nowhere, but stands above {path[-1]}"
        )
    if name not in above:
        parents = (_climb(parent, by_name, above, (*path, name)) for parent in by_name[name].parents)
        above[name] = frozenset({name}).union(*parents)
    return above[name]
