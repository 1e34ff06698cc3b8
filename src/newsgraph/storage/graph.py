"""The graph that a user holds."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from newsgraph.model.statements import Failure, Layer, Rejected
from newsgraph.storage import exploring, notebook
from newsgraph.storage.archive import Archive
from newsgraph.storage.comparing import Comparer, Comparison
from newsgraph.storage.explain import Explainer
from newsgraph.storage.explanation import Explanation
from newsgraph.storage.explorer import Explorer
from newsgraph.storage.formats import Format, by_name, by_path
from newsgraph.storage.querying import ask
from newsgraph.storage.questions import bound
from newsgraph.storage.reasoning.owlready import world_of
from newsgraph.storage.reasoning.reading import of_store
from newsgraph.storage.reasoning.reasoning import Reasoned, reason
from newsgraph.storage.rows import Rows
from newsgraph.storage.stats import Stats, stats
from newsgraph.storage.store import QuadStore
from newsgraph.storage.writing import parts, prefixes, save, write

if TYPE_CHECKING:
    import owlready2
    import pandas as pd
    import rdflib

ALL = frozenset(Layer)


class Closeable(Protocol):
    """What a graph holds open."""

    def close(self) -> None:
        """Let go."""
        ...


class Graph:
    """A knowledge graph of news, to be asked, explained and written; nothing here changes it.

    `rejected` holds what the ontology refused, `failures` the inputs that could not be used, `notes` remarks on the
    others: all three only of a graph that was just built.
    """

    def __init__(
        self,
        store: QuadStore,
        *,
        rejected: Iterable[Rejected] = (),
        failures: Iterable[Failure] = (),
        notes: Iterable[str] = (),
        layers: frozenset[Layer] = ALL,
        keep: Closeable | None = None,
    ) -> None:
        self._store, self._keep = store, keep
        self._layers = layers
        self._explorer: Explorer | None = None
        self.rejected, self.failures, self.notes = tuple(rejected), tuple(failures), tuple(notes)

    @classmethod
    def load(
        cls, paths: str | PathLike[str] | Iterable[str | PathLike[str]], *, format: str | Format | None = None
    ) -> Self:
        """The graph that one file or several hold together; the format is that of each file's ending unless given.

        Of stores on disk (see `open_store`) the graph is copied into memory.
        """
        store = QuadStore()
        for path in [paths] if isinstance(paths, str | PathLike) else paths:
            if Path(path).is_dir():
                with Archive.read(Path(path)) as archive:
                    store.take(archive.store().told())
            else:
                store.load(Path(path), by_name(format) if format else None)
        return cls(store)

    @classmethod
    def parse(cls, data: str | bytes, *, format: str | Format = Format.TURTLE) -> Self:
        """The graph that some data hold."""
        store = QuadStore()
        store.parse(data, by_name(format))
        return cls(store)

    def close(self) -> None:
        """Let go of the store on disk that the graph is of, if it is of one; it cannot be asked afterwards."""
        if self._explorer is not None:
            self._explorer.close()
            self._explorer = None
        if self._keep is not None:
            self._store = QuadStore()
            self._keep.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of different triples."""
        return len(self._store.triples(self._layers))

    def query(
        self,
        sparql: str,
        *,
        timeout: float | None = None,
        ontology: bool = True,
    ) -> Rows:
        """The answer to a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE).

        The query sees all articles as one graph, and, unless `ontology` is False, the ontology beside them, so that
        `?e a/rdfs:subClassOf* ng:Attack` works. The usual prefixes need not be declared. A
        `timeout` in seconds costs a copy of the data.
        """
        return ask(self._store, sparql, timeout, ontology=ontology)

    def ask(self, question: str, /, **values: object) -> Rows:
        """The answer to a question that has a name (`newsgraph queries` lists them), or to a SPARQL query.

        The values are those of its parameters. One whose name means something else in Python is written with an
        underscore behind it (`from_`); one that is None is not given. A QueryError where there is no such question or
        no such parameter.
        """
        return self.query(bound(question, values))

    def frame(self, question: str, /, **values: object) -> "pd.DataFrame":
        """The same as a pandas frame (see `Rows.to_pandas`); a QueryError where pandas is not installed."""
        return self.ask(question, **values).to_pandas()

    def explorer(self) -> Explorer:
        """What the explorer's pages and reports show of the graph. It is made once, and closed with the graph."""
        if self._explorer is None:
            self._explorer = exploring.explorer(self._store)
        return self._explorer

    def serialize(
        self,
        format: str | Format | None = None,
        destination: str | PathLike[str] | None = None,
        layers: Iterable[str | Layer] | None = None,
    ) -> str:
        """The graph as text, written to the destination too where one is given.

        The format is given, or that of the destination's ending, or Turtle.
        """
        path = None if destination is None else Path(destination)
        chosen = by_name(format) if format else by_path(path) if path else Format.TURTLE
        text = write(self._store, chosen, self._layers if layers is None else layer_set(layers))
        if path is not None:
            save([text.encode()], path)
        return text

    def parts(self, format: str | Format | None = None, layers: Iterable[str | Layer] | None = None) -> Iterator[bytes]:
        """The graph as `serialize` gives it, in bytes: a store on disk gives N-Quads and N-Triples piece by piece."""
        chosen = by_name(format) if format else Format.TURTLE
        return parts(self._store, chosen, self._layers if layers is None else layer_set(layers))

    def save(
        self,
        destination: str | PathLike[str],
        format: str | Format | None = None,
        layers: Iterable[str | Layer] | None = None,
    ) -> None:
        """Write the graph to a file, whole or not at all; unlike `serialize`, with as little in memory as can be."""
        path = Path(destination)
        save(self.parts(by_name(format) if format else by_path(path), layers), path)

    def convert(
        self,
        name: str,
        destination: str | PathLike[str] | BinaryIO,
        *,
        told: bool = False,
        articles: Iterable[str] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Write the graph in a format of others, by the name that `newsgraph convert --list` gives it.

        The destination is a file, written whole or not at all, or a stream of bytes; of `neo4j` a folder, or an archive
        where it ends in .zip. `told` brings in what is told but no fact, `articles` narrows to some (by their IRIs):
        an OutputError where these mean nothing to the format. `progress` hears how many things of how many are done.
        """
        from newsgraph.storage.exporting import convert, exporter

        place = Path(destination) if isinstance(destination, str | PathLike) else destination
        convert(self._store, exporter(name), place, told=told, articles=articles, progress=progress)

    def to_rdflib(self) -> "rdflib.Graph":
        """The triples as an rdflib graph."""
        import rdflib

        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, iri in prefixes(self._store.base).items():
            graph.bind(prefix, iri)
        return graph.parse(data=self.serialize(Format.NTRIPLES), format="nt")

    def to_owlready(self) -> "owlready2.World":
        """The triples and the ontology as a world of owlready2: what the graph tells of as Python objects."""
        return world_of(sorted(self._store.triples(self._layers), key=str), self._store.base)

    def reason(self, rules: Iterable[str] = ("rl",)) -> Reasoned:
        """What follows from the graph and the ontology under sets of rules ("rl", "rdfs", "news"), with the reasons."""
        return reason([of_store(self._store)], sets=rules, base=self._store.base)

    def explain(self, iri_or_label: str) -> Explanation:
        """What is told about a node, by whom, how surely, and in which words."""
        return Explainer(self._store.own).explain(iri_or_label)

    def compare(self, left: str, right: str) -> Comparison:
        """Why what two IRIs or labels name is one thing, or is not."""
        return Comparer(self._store.own).compare(left, right)

    def stats(self) -> Stats:
        """What the graph holds, in numbers."""
        return stats(self._store, self.rejected)

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        small = self._explorer is not None or len(self._store.store) <= notebook.AT_ONCE
        return notebook.of_graph(self.explorer().overview()) if small else notebook.of_size(len(self._store.store))


def layer_set(layers: Iterable[str | Layer]) -> frozenset[Layer]:
    """Layers by their names; a name that is none is a ValueError."""
    return frozenset(layer if isinstance(layer, Layer) else Layer(layer) for layer in layers)
