"""Closing small graphs that are written as Turtle."""

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage import Graph
from newsgraph.storage.formats import Format
from newsgraph.storage.reasoning import Reasoned, reason
from newsgraph.storage.reasoning.reading import of_store
from newsgraph.storage.store import QuadStore

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()) + "@prefix : <https://x.org/> .\n"


def closed(turtle: str, *sets: str, ontology: bool = False, again: bool = False) -> Reasoned:
    """What follows from some Turtle, by rules of OWL 2 RL unless others are named."""
    store = QuadStore()
    store.parse(HEAD + turtle, Format.TRIG)
    return reason([of_store(store)], sets=sets or ("rl",), ontology=ontology, again=again)


def triples(turtle: str) -> set[str]:
    """Some Turtle as triples."""
    return {str(one.triple) for one in ox.parse(HEAD + turtle, format=ox.RdfFormat.TURTLE)}


def inferred(reasoned: Reasoned) -> set[str]:
    """What follows, as triples."""
    return {line.rsplit(" ", 2)[0] for line in reasoned.inferred()}


__all__ = ["Graph", "closed", "inferred", "triples"]
