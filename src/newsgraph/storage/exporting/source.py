"""What exporters read: a graph looked up thing by thing, each thing's values sorted and each once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from newsgraph.errors import UnknownError
from newsgraph.ontology.prefixes import DATA, PREFIXES, expand
from newsgraph.storage.explorer.kinds import listed
from newsgraph.storage.explorer.reading import named
from newsgraph.storage.patterns import Patterns

Value: TypeAlias = ox.NamedNode | ox.Literal
Values: TypeAlias = dict[str, list[Value]]
Progress: TypeAlias = Callable[[int, int], None]
Thing: TypeAlias = tuple[str, str]
"""The kind of a thing ("person", "event") and the local name of its class."""
Item = TypeVar("Item")
NG = PREFIXES["ng"]
# So many things are kept: what was just looked up is often asked for again, and a large graph is not held.
_KEPT = 1 << 13


class Source:
    """A graph to be exported. `told` brings in what is told but no fact; `articles` narrows to some by their IRIs."""

    def __init__(
        self,
        quads: Patterns,
        *,
        base: str = DATA,
        told: bool = False,
        only: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> None:
        self.quads, self.base, self.told, self.only = quads, base, told, tuple(only)
        self._progress = progress
        self._of = lru_cache(maxsize=_KEPT)(self._read)
        self._things: dict[str, Thing] | None = None

    def of(self, iri: str) -> Values:
        """All that is said of a thing: the values by the IRI of the property. Blank nodes are left out."""
        return self._of(iri)

    def _read(self, iri: str) -> Values:
        node = named(iri)
        found: dict[str, set[Value]] = {}
        for quad in self.quads.quads_for_pattern(node, None, None, None) if node else ():
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                found.setdefault(quad.predicate.value, set()).add(quad.object)
        return {name: sorted(values, key=str) for name, values in found.items()}

    def values(self, iri: str, name: str) -> list[str]:
        """The values of a property (a prefixed name) as text."""
        return [value.value for value in self.of(iri).get(expand(name), ())]

    def iris(self, iri: str, name: str) -> list[str]:
        """The values of a property that are IRIs."""
        return [value.value for value in self.of(iri).get(expand(name), ()) if isinstance(value, ox.NamedNode)]

    def text(self, iri: str, name: str) -> str:
        """The first value of a property; a term of our ontology by its local name; empty where there is none."""
        return self.first(iri, name).removeprefix(NG)

    def first(self, iri: str, name: str) -> str:
        """The first value of a property, as it is; empty where there is none."""
        return next(iter(self.values(iri, name)), "")

    def subjects(self, name: str, iri: str) -> list[str]:
        """The things that have a value of a property, sorted."""
        node = named(iri)
        quads = self.quads.quads_for_pattern(None, ox.NamedNode(expand(name)), node, None) if node else iter(())
        return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})

    def label(self, iri: str) -> str:
        """What a thing is called; else the end of its IRI."""
        return self.first(iri, "rdfs:label") or iri.replace("#", "/").rstrip("/").rsplit("/", 1)[-1]

    def typed(self, name: str) -> list[str]:
        """The things of a class itself (a prefixed name), sorted."""
        return self.instances(expand(name))

    def instances(self, iri: str) -> list[str]:
        """The things of a class itself, sorted."""
        return self.subjects("rdf:type", iri)

    def articles(self) -> list[str]:
        """The articles, sorted; only those that were asked for. An UnknownError where one of these is not there."""
        found = self.typed("schema:NewsArticle")
        if missing := sorted(set(self.only) - set(found)):
            raise UnknownError(missing[0], "is no article of the graph", advice="`newsgraph query GRAPH articles`")
        return [one for one in found if not self.only or one in self.only]

    @property
    def things(self) -> dict[str, Thing]:
        """All that has a class of our ontology, in the order of IRIs."""
        if self._things is None:
            # The most general class comes first: the most special one that is there stays.
            found = {one: (kind, name) for iri, name, kind in listed() for one in self.instances(iri)}
            self._things = dict(sorted(found.items()))
        return self._things

    def kind(self, iri: str) -> str:
        """The kind of a thing; empty where it has none."""
        return self.things.get(iri, ("", ""))[0]

    def of_kind(self, *kinds: str) -> list[str]:
        """The things of some kinds, in the order of IRIs."""
        return [iri for iri, (kind, _) in self.things.items() if kind in kinds]

    def events(self) -> list[str]:
        """The events that are facts, and where `told` asks for them those that are only told."""
        return self.of_kind("event", "told") if self.told else self.of_kind("event")

    def class_of(self, iri: str) -> str:
        """The class of a thing by its local name; of an event that is only told the one that it would have."""
        return self.text(iri, "ng:eventType") or self.things.get(iri, ("", ""))[1]

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items one after the other; who waits hears how far it is."""
        all_of = list(items)
        for done, item in enumerate(all_of, 1):
            yield item
            if self._progress is not None:
                self._progress(done, len(all_of))
