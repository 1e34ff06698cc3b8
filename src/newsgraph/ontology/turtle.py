"""Turtle files as plain values, so that no store term leaves this module."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from newsgraph.errors import OntologyError

NG = "https://w3id.org/newsgraph/ontology#"
LEX = "https://w3id.org/newsgraph/lexicon#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@dataclass(frozen=True, slots=True)
class Node:
    """A subject with its values: IRIs and literals alike as strings, per predicate IRI, sorted."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def all(self, predicate: str) -> tuple[str, ...]:
        """The values of a predicate, sorted; empty where there are none."""
        return self.values.get(predicate, ())

    def one(self, predicate: str, default: str = "") -> str:
        """The only value of a predicate, or the default."""
        found = self.all(predicate)
        if len(found) > 1:
            raise OntologyError(self.iri, f"has {len(found)} values of {predicate}, expected one")
        return found[0] if found else default

    @property
    def name(self) -> str:
        """The local name."""
        return local(self.iri)


def local(iri: str) -> str:
    """What follows the last # or /.

    >>> local("https://w3id.org/newsgraph/ontology#Event")
    'Event'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def read(paths: Iterable[Path]) -> tuple[Node, ...]:
    """The named nodes of some Turtle files, sorted by IRI; blank nodes are left out."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted(paths):
        try:
            for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
                if isinstance(triple.subject, pyoxigraph.NamedNode):
                    found[triple.subject.value][triple.predicate.value].add(_text(triple.object))
        except (SyntaxError, OSError) as error:
            raise OntologyError(str(path), f"cannot be read: {error}") from error
    return tuple(_node(iri, values) for iri, values in sorted(found.items()))


def _node(iri: str, values: Mapping[str, set[str]]) -> Node:
    return Node(iri, {predicate: tuple(sorted(objects)) for predicate, objects in sorted(values.items())})


def _text(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else ""
