"""Statements that somebody else makes, each in the named graph that it gives as its article."""

from collections.abc import Iterable

from newsgraph.model.statements import Statement
from newsgraph.ontology.prefixes import DATA
from newsgraph.storage.formats import Format
from newsgraph.storage.graph import Graph
from newsgraph.storage.store import QuadStore
from newsgraph.storage.terms import nquad


def others(statements: Iterable[Statement], *, base: str = DATA) -> Graph:
    """The graph of some statements."""
    store = QuadStore(base)
    store.parse("".join(sorted({nquad(one, one.article) for one in statements})), Format.NQUADS)
    return Graph(store)
