"""The page of anything that has an IRI."""

from itertools import islice

import pyoxigraph as ox

from newsgraph.model.explorer import Node, ResourcePage
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.explorer.kinds import label_of
from newsgraph.storage.explorer.reading import named
from newsgraph.storage.explorer.things import Things, local

_VALUES, _SUBJECTS, _READ = 50, 50, 1000


class Resources:
    """Makes pages of what is said of things, and by what."""

    def __init__(self, things: Things) -> None:
        self.things, self.reading = things, things.reading

    def page(self, iri: str) -> ResourcePage | None:
        """What is said of something; None where nothing is."""
        says = tuple((_words(name), self._values(values)) for name, values in sorted(self.reading.of(iri).items()))
        said_by = self._said_by(iri)
        return ResourcePage(self.things.node(iri), says, said_by) if says or said_by else None

    def _values(self, values: list[ox.NamedNode | ox.Literal]) -> tuple[Node | str, ...]:
        kept = values[:_VALUES]
        return tuple(self.things.node(v.value) if isinstance(v, ox.NamedNode) else v.value for v in kept)

    def _said_by(self, iri: str) -> tuple[tuple[str, tuple[Node, ...]], ...]:
        node = named(iri)
        found: dict[str, set[str]] = {}
        quads = self.reading.quads.quads_for_pattern(None, None, node, None) if node else iter(())
        for quad in islice(quads, _READ):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.predicate.value, set()).add(quad.subject.value)
        return tuple(
            (_words(name), tuple(self.things.node(one) for one in sorted(subjects)[:_SUBJECTS]))
            for name, subjects in sorted(found.items())
        )


def _words(predicate: str) -> str:
    return label_of(local(predicate)) if predicate.startswith(PREFIXES["ng"]) else local(predicate)
