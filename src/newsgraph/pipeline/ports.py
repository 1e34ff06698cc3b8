"""What the pipeline asks of its parts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from newsgraph.model.archive import Effect, Kept
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure, Run, Statement
from newsgraph.model.text import Document
from newsgraph.ontology.rules import Rule
from newsgraph.resolution import Index

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


class Shelf(Protocol):
    """A store that lives: it keeps articles, and statements in units that are replaced one by one."""

    @property
    def base(self) -> str:
        """Where the IRIs of the data begin."""
        ...

    @property
    def index(self) -> Index:
        """What resolution knows of its articles."""
        ...

    def change(self) -> AbstractContextManager[None]:
        """A change that is whole or not at all."""
        ...

    def kept(self, digest: str) -> Kept | None:
        """An article, where it is there."""
        ...

    def keep(self, digest: str, kept: Kept) -> None:
        """Keep an article."""
        ...

    def drop(self, digest: str) -> None:
        """Forget an article."""
        ...

    def runs(self) -> Sequence[Run]:
        """The runs that its articles come from."""
        ...

    def put(self, unit: str, statements: Iterable[Statement]) -> None:
        """Put statements in the place of those that a unit made before."""
        ...

    def seal(self) -> Sequence[Effect]:
        """Let what has changed be seen when the change is done, with what follows from it; what became of facts."""
        ...

    def record(self, when: str, what: str, articles: Sequence[tuple[str, str]], effects: Iterable[Effect]) -> None:
        """Write into the history what was done to which articles (IRI and title)."""
        ...
