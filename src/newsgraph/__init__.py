"""newsgraph reads news and writes a knowledge graph that can be checked.

>>> import newsgraph
>>> graph = newsgraph.build([newsgraph.Document("Russia has deployed soldiers to Kazakhstan.", date="2022-01-06")])
>>> graph.query("SELECT ?who ?where WHERE { ?a ng:deploysTroopsTo ?b . ?a rdfs:label ?who . ?b rdfs:label ?where }")[0]
('Russia', 'Kazakhstan')

What stands here is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgraph.compose import (
        add,
        build,
        download,
        history,
        judge,
        judgements,
        merge,
        open_store,
        remove,
        replace,
        sync,
    )
    from newsgraph.errors import NewsgraphError
    from newsgraph.model.archive import Deed, Doubt, Effect, Judgement
    from newsgraph.model.statements import Failure, Iri, Literal, Rejected
    from newsgraph.model.text import Document
    from newsgraph.pipeline import Added
    from newsgraph.reading import read, read_judgements
    from newsgraph.storage import Explanation, Format, Graph, Rows, Stats
    from newsgraph.storage.differing import diff

__all__ = [
    "Added",
    "Deed",
    "Document",
    "Doubt",
    "Effect",
    "Explanation",
    "Failure",
    "Format",
    "Graph",
    "Iri",
    "Judgement",
    "Literal",
    "NewsgraphError",
    "Rejected",
    "Rows",
    "Stats",
    "add",
    "build",
    "diff",
    "download",
    "history",
    "judge",
    "judgements",
    "merge",
    "open_store",
    "read",
    "read_judgements",
    "remove",
    "replace",
    "sync",
]

_HOMES = {
    "newsgraph.compose": (
        "add",
        "build",
        "download",
        "history",
        "judge",
        "judgements",
        "merge",
        "open_store",
        "remove",
        "replace",
        "sync",
    ),
    "newsgraph.errors": ("NewsgraphError",),
    "newsgraph.model.archive": ("Deed", "Doubt", "Effect", "Judgement"),
    "newsgraph.model.statements": ("Failure", "Iri", "Literal", "Rejected"),
    "newsgraph.model.text": ("Document",),
    "newsgraph.pipeline": ("Added",),
    "newsgraph.reading": ("read", "read_judgements"),
    "newsgraph.storage.differing": ("diff",),
    "newsgraph.storage": ("Explanation", "Format", "Graph", "Rows", "Stats"),
}


def __getattr__(name: str) -> object:
    """Load a public name."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")
