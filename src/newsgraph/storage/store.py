"""The quads of a graph in an embedded store."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.mapping import Minter
from newsgraph.model.statements import Layer, Statement
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import DATA, PREFIXES
from newsgraph.ontology.rules import Rule
from newsgraph.storage.formats import Format, by_path
from newsgraph.storage.layers import layers_of
from newsgraph.storage.terms import to_store

ONTOLOGY = ox.NamedNode(PREFIXES["ng"].rstrip("#"))
PARSERS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
}
# Rules feed one another (a wider property, then its inverse); more rounds than this would mean that they do not end.
MOST_ROUNDS = 20


def quad(triple: ox.Triple, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> ox.Quad:
    """A triple in a graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


class QuadStore:
    """A set of quads that can be added to, closed under rules, and read."""

    def __init__(self, base: str = DATA) -> None:
        self.base = base
        self.store = ox.Store()

    def add(self, statements: Iterable[Statement]) -> None:
        """Put statements into the named graphs of their articles."""
        minter = Minter(self.base)
        self.store.bulk_extend(
            ox.Quad(
                ox.NamedNode(s.subject.value),
                ox.NamedNode(s.predicate.value),
                to_store(s.object),
                ox.NamedNode(minter.graph(s.article).value),
            )
            for s in statements
        )

    def load(self, path: Path, format: Format | None = None) -> None:
        """Add a file; its format is given or that of its ending."""
        try:
            self.store.bulk_load(path=str(path), format=PARSERS[format or by_path(path)])
        except (OSError, SyntaxError) as error:
            raise InputError(str(path), f"cannot be read as a graph: {error}") from error

    def parse(self, data: bytes | str, format: Format) -> None:
        """Add what some data hold."""
        try:
            self.store.bulk_load(data, format=PARSERS[format])
        except SyntaxError as error:
            raise InputError("the data", f"is not {format.value}: {error}") from error

    def infer(self, rules: Iterable[Rule]) -> None:
        """Close the quads under rules; what follows goes into a graph of its own, and nothing is said twice."""
        rules, home = tuple(rules), ox.NamedNode(f"{self.base}graph/inferred")
        for _ in range(MOST_ROUNDS):
            before = len(self.store)
            for rule in rules:
                found = list(self.store.query(rule.text, use_default_graph_as_union=True))  # type: ignore[arg-type]
                self.store.extend(quad(triple, home) for triple in found if not self._holds(triple))
            if len(self.store) == before:
                return

    def add_ontology(self) -> None:
        """Put the ontology beside the data, in its own named graph, once."""
        if not self.store.contains_named_graph(ONTOLOGY):
            for path in sorted(folder("ontology").glob("*.ttl")):
                self.store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY)

    def graphs(self, layers: frozenset[Layer]) -> dict[str, list[ox.Triple]]:
        """The triples of some layers by the name of their graph; the ontology is left out."""
        quads = list(self.quads())
        layer = layers_of(q.triple for q in quads) if layers < frozenset(Layer) else None
        found: dict[str, list[ox.Triple]] = {}
        for one in quads:
            if layer is None or layer(one.triple) in layers:
                name = one.graph_name.value if isinstance(one.graph_name, ox.NamedNode) else ""
                found.setdefault(name, []).append(one.triple)
        return found

    def triples(self, layers: frozenset[Layer] = frozenset(Layer)) -> set[ox.Triple]:
        """The triples of some layers, whatever graph they are in."""
        return {triple for triples in self.graphs(layers).values() for triple in triples}

    def quads(self) -> Iterator[ox.Quad]:
        """All quads but those of the ontology."""
        return (one for one in self.store if one.graph_name != ONTOLOGY)

    def _holds(self, triple: ox.Triple) -> bool:
        pattern = self.store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return next(iter(pattern), None) is not None
