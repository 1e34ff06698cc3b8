"""A graph as an owlready2 world: the classes of the ontology as Python classes, what a graph tells of as objects."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.store import NTRIPLES, ontology_triples

if TYPE_CHECKING:
    import owlready2


def world_of(triples: Iterable[ox.Triple], base: str) -> "owlready2.World":
    """A world of its own with two ontologies: `.../ontology#`, and the data under the base of their IRIs.

    Its quads live in memory and are the world's: changing them does not change the graph. A world holds what owlready2
    can hold: a triple term of RDF 1.2 is left out.
    """
    import owlready2

    world = owlready2.World()
    _load(world.get_ontology(PREFIXES["ng"]), ontology_triples())
    _load(world.get_ontology(base), (one for one in triples if not isinstance(one.object, ox.Triple)))
    return world


def _load(ontology: "owlready2.Ontology", triples: Iterable[ox.Triple]) -> None:
    ontology.load(fileobj=io.BytesIO(ox.serialize(triples, format=NTRIPLES) or b""))
