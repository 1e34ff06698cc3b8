"""The quads of a store on disk. No triple stands in two of its graphs, so that they are asked as one without a copy."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import StoreError
from newsgraph.model.statements import Layer, Statement
from newsgraph.ontology.rules import Rule
from newsgraph.storage.formats import Format
from newsgraph.storage.layers import layers_of
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.store import ONTOLOGY, QuadStore, in_order, ontology_triples
from newsgraph.storage.terms import quad


class DiskStore(QuadStore):
    """A quad store that is there already, to be read: what changes it is the archive that it belongs to."""

    union = True

    def __init__(self, quads: ox.Store, base: str, path: Path) -> None:
        super().__init__(base)
        self._store, self.path = quads, path

    @property
    def store(self) -> ox.Store:
        """The store that holds all quads, those of the ontology too."""
        return self._store

    @property
    def own(self) -> Patterns:
        """What the articles tell, without the ontology, to be looked up."""
        return Own(self._store)

    def view(self, *, ontology: bool) -> ox.Store:
        """The quads as queries see them; the ontology is always among them."""
        return self._store

    def graphs(self, layers: frozenset[Layer]) -> dict[str, list[ox.Triple]]:
        """The triples of some layers by the name of their graph."""
        found: dict[str, list[ox.Triple]] = {}
        for one in self.told(layers):
            found.setdefault(_name(one), []).append(one.triple)
        return found

    def told(self, layers: frozenset[Layer] = frozenset(Layer)) -> Iterator[ox.Quad]:
        """The quads of some layers, without those of the ontology, one by one."""
        layer = layers_of(one.triple for one in self._own()) if layers < frozenset(Layer) else None
        return (one for one in self._own() if layer is None or layer(one.triple) in layers)

    def _own(self) -> Iterator[ox.Quad]:
        try:
            yield from (one for one in self._store if one.graph_name != ONTOLOGY)
        except (OSError, RuntimeError) as error:
            advice = "remove that folder: what was in it is made anew when the store is next opened"
            raise StoreError(str(self.path), f"is damaged: {error}", advice=advice) from error

    def lines(self) -> str:
        """All quads as N-Quads in their one order."""
        return in_order(ox.serialize(self.told(), format=ox.RdfFormat.N_QUADS))

    def hold_ontology(self, version: str) -> str:
        """Put the ontology in the place of the one of another version that is there; its version."""
        triples = ontology_triples()
        mine = hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()
        if mine != version:
            self._store.clear_graph(ONTOLOGY)
            self._store.extend(quad(triple, ONTOLOGY) for triple in triples)
            self._store.flush()
        return mine

    def load(self, path: Path, format: Format | None = None) -> None:
        """Raises a StoreError: nothing is loaded into it."""
        raise StoreError(str(self.path), "takes articles, no graphs")

    def take(self, quads: Iterable[ox.Quad]) -> None:
        """Raises a StoreError: nothing is loaded into it."""
        raise StoreError(str(self.path), "takes articles, no graphs")

    def add(self, statements: Iterable[Statement]) -> None:
        """Raises a StoreError: what changes it is its archive."""
        raise StoreError(str(self.path), "is only read here")

    def infer(self, rules: Iterable[Rule]) -> None:
        """Raises a StoreError: what follows is in it already."""
        raise StoreError(str(self.path), "is only read here")


@dataclass(frozen=True, slots=True)
class Own:
    """A store without the ontology that it holds."""

    store: ox.Store

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads; None stands for anything."""
        found = self.store.quads_for_pattern(subject, predicate, object, graph_name)
        return (one for one in found if one.graph_name != ONTOLOGY)


def _name(one: ox.Quad) -> str:
    return one.graph_name.value if isinstance(one.graph_name, ox.NamedNode) else ""
