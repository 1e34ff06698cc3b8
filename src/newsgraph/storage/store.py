"""The quads of a graph in an embedded store."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.mapping import Minter
from newsgraph.model.statements import Layer, Statement
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import DATA, PREFIXES
from newsgraph.ontology.rules import Rule
from newsgraph.storage.closure import closure, of_lines, of_store
from newsgraph.storage.formats import Format, by_path
from newsgraph.storage.layers import layers_of
from newsgraph.storage.patterns import Patterns
from newsgraph.storage.terms import nquad, quad

NTRIPLES = ox.RdfFormat.N_TRIPLES
BATCH = 1 << 16
ONTOLOGY = ox.NamedNode(PREFIXES["ng"].rstrip("#"))
PARSERS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
}


class QuadStore:
    """A set of quads that can be added to, closed under rules, and read.

    What is added waits as lines of N-Quads until somebody asks: a graph that is only built and written needs no store.
    """

    union = False
    """Whether the view holds its triples in named graphs only, each in one of them."""

    def __init__(self, base: str = DATA) -> None:
        self.base = base
        self._store = ox.Store()
        self._waiting: dict[str, None] = {}
        self._views: dict[bool, ox.Store] = {}

    @property
    def store(self) -> ox.Store:
        """The store that holds all quads."""
        for lines in batches(self._waiting, BATCH):
            self._store.bulk_load("".join(lines), format=ox.RdfFormat.N_QUADS)
        self._waiting = {}
        return self._store

    @property
    def own(self) -> Patterns:
        """What the articles tell, without the ontology, to be looked up."""
        return self.store

    def add(self, statements: Iterable[Statement]) -> None:
        """Put statements into the named graphs of their articles."""
        graph = cache(Minter(self.base).graph)
        self._waiting.update((nquad(one, graph(one.article)), None) for one in statements)

    def lines(self) -> str:
        """All quads as N-Quads in their one order."""
        if len(self._store) == 0:
            return "".join(sorted(self._waiting))
        return in_order(self.store.dump(format=ox.RdfFormat.N_QUADS))

    def load(self, path: Path, format: Format | None = None) -> None:
        """Add a file; its format is given or that of its ending."""
        try:
            self.store.bulk_load(path=str(path), format=PARSERS[format or by_path(path)])
        except (OSError, SyntaxError) as error:
            raise InputError(str(path), f"cannot be read as a graph: {error}") from error

    def take(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads."""
        self.store.bulk_extend(quads)

    def parse(self, data: bytes | str, format: Format) -> None:
        """Add what some data hold."""
        try:
            self.store.bulk_load(data, format=PARSERS[format])
        except SyntaxError as error:
            raise InputError("the data", f"is not {format.value}: {error}") from error

    def infer(self, rules: Iterable[Rule]) -> None:
        """Close the quads under rules; what follows goes into a graph of its own, and nothing is said twice."""
        known = tuple(rules)
        facts = of_lines(self._waiting, known) if len(self._store) == 0 else of_store(self.store, known)
        home = f" <{self.base}graph/inferred> .\n"
        self._waiting.update((f"{triple}{home}", None) for triple in closure(facts, known))

    def view(self, *, ontology: bool) -> ox.Store:
        """The quads as queries see them: the default graph holds every triple once, whatever graphs it is in.

        (The store's own union of graphs gives a triple of two articles twice, and counts with it.) With the ontology,
        that stands in the default graph and in a graph of its own. A view is made once; do not add afterwards.
        """
        if ontology not in self._views:
            made = ox.Store()
            made.bulk_load(self.store.dump(format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS)
            for name in self.store.named_graphs():
                made.bulk_load(self.store.dump(format=NTRIPLES, from_graph=name), format=NTRIPLES)
            for graph in (ONTOLOGY, ox.DefaultGraph()) if ontology else ():
                made.bulk_extend(quad(triple, graph) for triple in ontology_triples())
            self._views[ontology] = made
        return self._views[ontology]

    def graphs(self, layers: frozenset[Layer]) -> dict[str, list[ox.Triple]]:
        """The triples of some layers by the name of their graph."""
        layer = layers_of(one.triple for one in self.store) if layers < frozenset(Layer) else None
        found: dict[str, list[ox.Triple]] = {}
        for one in self.store:
            if layer is None or layer(one.triple) in layers:
                name = one.graph_name.value if isinstance(one.graph_name, ox.NamedNode) else ""
                found.setdefault(name, []).append(one.triple)
        return found

    def triples(self, layers: frozenset[Layer] = frozenset(Layer)) -> set[ox.Triple]:
        """The triples of some layers, whatever graph they are in."""
        return {triple for triples in self.graphs(layers).values() for triple in triples}


def in_order(lines: bytes | None) -> str:
    """Lines of N-Triples or N-Quads in their one order."""
    # Not splitlines(): a literal may hold characters that Python takes for line ends.
    return b"\n".join([*filter(None, sorted((lines or b"").split(b"\n"))), b""]).decode()


def batches(items: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """The items so many at a time."""
    source = iter(items)
    while batch := tuple(islice(source, size)):
        yield batch


@cache
def ontology_triples() -> tuple[ox.Triple, ...]:
    """The triples of the ontology; the names of its blank nodes are its own in every view."""
    paths = sorted(folder("ontology").glob("*.ttl"))
    return tuple(one.triple for path in paths for one in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
