"""What the pipeline asks of its parts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias

from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure, Statement
from newsgraph.model.text import Document
from newsgraph.ontology.rules import Rule

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


class Extractor(Protocol):
    """Reads documents; one that it cannot read gives a failure, and the others are read."""

    @property
    def model(self) -> str:
        """What it reads with, and its version."""
        ...

    def read(self, documents: Sequence[Document]) -> Iterator[Findings | Failure]:
        """One outcome for each document, in their order."""
        ...


class Store(Protocol):
    """Holds statements."""

    def add(self, statements: Iterable[Statement]) -> None:
        """Put statements in."""
        ...

    def infer(self, rules: Iterable[Rule]) -> None:
        """Add what follows by rules."""
        ...
