"""What is looked up quad by quad."""

from collections.abc import Iterator
from typing import Protocol

import pyoxigraph as ox


class Patterns(Protocol):
    """Gives the quads that fit a pattern."""

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads; None stands for anything."""
        ...
