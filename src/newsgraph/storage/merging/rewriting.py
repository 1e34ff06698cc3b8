"""The lines of the merged graph: ours with the names that stay, others' as they are and once more in our terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.merging import provenance, tables
from newsgraph.storage.merging.classes import NG, meant
from newsgraph.storage.merging.lines import joined, parted, text
from newsgraph.storage.merging.sources import Source
from newsgraph.storage.merging.tables import Meaning

TYPE = expand("rdf:type")
_TYPE = f"<{TYPE}>".encode()
_LABEL, _OTHER_LABEL = (f"<{expand(name)}>".encode() for name in ("rdfs:label", "skos:altLabel"))
# The objects of these are names as such, and stay what they are; so do those of the properties that link names.
_NAMES = frozenset(f"<{expand(name)}>".encode() for name in ("ng:linkTo", "ng:left", "ng:right"))


@dataclass(slots=True)
class Rewriter:
    """Writes the lines of sources; `stays` has the name that stays for each that goes, `ours` the things of ours."""

    base: str
    stays: Mapping[bytes, bytes]
    ours: frozenset[bytes]
    meanings: Mapping[str, Meaning]
    parents: Mapping[str, set[str]]
    external: int = 0
    aligned: int = 0
    _classes: dict[bytes, tuple[bytes, ...]] = field(default_factory=dict)
    _meanings: dict[bytes, Meaning] = field(init=False)

    def __post_init__(self) -> None:
        derived = {iri: meaning for iri, meaning in self.meanings.items() if meaning.how != "guard"}
        self._meanings = {f"<{iri}>".encode(): meaning for iri, meaning in derived.items()}

    def lines(self, source: Source) -> Iterator[bytes]:
        """The lines of a source in the merged graph, and those about it."""
        return self._of_ours(source) if source.ours else self._of_others(source)

    def _of_ours(self, source: Source) -> Iterator[bytes]:
        stays, kept = self.stays, _NAMES | {f"<{iri}>".encode() for iri in tables.links()}
        with source.lines.open("rb") as lines:
            for line in lines:
                subject, predicate, object_, graph = parted(line[:-1])
                if provenance.of_source(graph):
                    # What was derived before is derived anew.
                    if not graph.endswith(provenance.ALIGNED):
                        yield from self._kept(subject, predicate, object_, graph)
                    continue
                if provenance.is_derived(predicate, graph):
                    continue
                subject = stays.get(subject, subject)
                if predicate not in kept:
                    object_ = stays.get(object_, object_)
                yield joined(subject, predicate, object_, graph)

    def _of_others(self, source: Source) -> Iterator[bytes]:
        graphs = {b"": provenance.graph_of(source, self.base)}
        with source.lines.open("rb") as lines:
            for line in lines:
                subject, predicate, object_, graph = parted(line[:-1])
                if graph not in graphs:
                    graphs[graph] = provenance.graph_of(source, self.base, graph)
                yield from self._kept(subject, predicate, object_, graphs[graph])
        yield from provenance.told(source, self.base, sorted(filter(None, graphs)))

    def _kept(self, subject: bytes, predicate: bytes, object_: bytes, graph: bytes) -> Iterator[bytes]:
        """A triple of others in the graph of its source, and in our terms."""
        self.external += 1
        yield joined(subject, predicate, object_, graph)
        if (meaning := self._meanings.get(predicate)) is not None:
            for own in self._in_our_terms(subject, predicate, object_, meaning):
                self.aligned += 1
                yield joined(*own, provenance.aligned_graph(graph))

    def _in_our_terms(
        self, subject: bytes, predicate: bytes, object_: bytes, meaning: Meaning
    ) -> Iterator[tuple[bytes, bytes, bytes]]:
        """What a triple of others means; nothing where that is the triple itself."""
        thing = self.stays.get(subject, subject)
        for one in self._meant(thing, object_, meaning):
            if one != (subject, predicate, object_):
                yield one

    def _meant(self, thing: bytes, object_: bytes, meaning: Meaning) -> Iterator[tuple[bytes, bytes, bytes]]:
        if meaning.means == TYPE:
            yield from ((thing, _TYPE, one) for one in self._types(object_))
            return
        other = self.stays.get(object_, object_)
        if meaning.how == "name":
            # A thing of ours has its label already.
            yield thing, _OTHER_LABEL if thing in self.ours else f"<{meaning.means}>".encode(), object_
        elif meaning.how == "inverse":
            if other.startswith(b"<") and not other.startswith(b"<<("):
                yield other, f"<{meaning.means}>".encode(), thing
        else:
            yield thing, f"<{meaning.means}>".encode(), other

    def _types(self, class_: bytes) -> tuple[bytes, ...]:
        """The classes of entities that a class means. Events of others are no facts of ours, and have no status."""
        if class_ not in self._classes:
            found = self._own(class_) if class_.startswith(b"<") else ()
            self._classes[class_] = tuple(f"<{NG}{name}>".encode() for name in found)
        return self._classes[class_]

    def _own(self, class_: bytes) -> list[str]:
        if (meaning := self.meanings.get(text(class_))) is not None:
            return [meaning.means.removeprefix(NG)] if tables.is_class(meaning) else []
        return [n for n in sorted(meant(text(class_), self.parents)) if vocabulary().is_a(n, "Entity")]
