"""What a SPARQL query answers, here or at a remote endpoint, as plain values."""

from dataclasses import dataclass

from newsgraph.model.statements import Term


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: a term, or None where nothing is bound, in each column of each row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE, in Turtle."""

    turtle: str


Answer = Table | Verdict | Triples
