"""Tables that an endpoint gives whole: each answer counts its own rows, so that one cut short is seen to be so."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from newsgraph.linking.inquiry import Inquiry
from newsgraph.model.answers import Answer, Table
from newsgraph.model.statements import Iri, Literal, Term
from newsgraph.ontology.bindings import literal

T = TypeVar("T")
# Fewer rows than any server gives at most.
PAGE = 2_000
COUNTED = """{prologue}SELECT ?n {columns} WHERE {{
  {{ SELECT (COUNT(*) AS ?n) WHERE {{ {{ SELECT DISTINCT {columns} WHERE {{ {pattern} }} }} }} }}
  UNION
  {{ SELECT DISTINCT {columns} WHERE {{ {pattern} }} ORDER BY {columns} LIMIT {page} OFFSET {offset} }}
}}"""
Row = tuple[Term | None, ...]


def table(inquiry: Inquiry, prologue: str, columns: str, pattern: str, *, page: int = PAGE) -> tuple[list[Row], str]:
    """The different rows that a pattern has, page by page, and when the last of them was asked for."""
    rows: list[Row] = []
    while True:
        slots = {"prologue": prologue, "columns": columns, "pattern": pattern, "page": page, "offset": len(rows)}
        (total, found), asked = inquiry.ask(COUNTED.format(**slots), _Reader(len(columns.split()), len(rows), page))
        rows += found
        if len(rows) >= total:
            return rows, asked


class _Reader:
    """Reads a page, and holds it against the number that comes with it."""

    def __init__(self, width: int, offset: int, page: int) -> None:
        self.width, self.offset, self.page = width, offset, page

    def __call__(self, answer: Answer) -> tuple[int, list[Row]]:
        if not isinstance(answer, Table) or len(answer.columns) != self.width + 1:
            raise ValueError("a table was asked for")
        counts = [row[0] for row in answer.rows if row[0] is not None]
        if len(counts) != 1 or not isinstance(counts[0], Literal):
            raise ValueError("it does not count its rows")
        total, found = int(counts[0].value), [row[1:] for row in answer.rows if row[0] is None]
        due = min(self.page, total - self.offset)
        if len(found) != due:
            raise ValueError(f"it has {len(found)} rows where it counts {due}")
        return total, found


def text(term: Term | None) -> str:
    """The value of a term; empty where there is none."""
    return "" if term is None else term.value


def iri(term: Term | None) -> str:
    """The IRI that a term is; empty for anything else."""
    return term.value if isinstance(term, Iri) and not term.value.startswith("_:") else ""


def values(variable: str, terms: Sequence[str]) -> str:
    """A VALUES clause."""
    return f"VALUES ?{variable} {{ {' '.join(terms)} }}"


def named(iris: Sequence[str]) -> list[str]:
    """IRIs as SPARQL writes them; one that is none is left out."""
    return [literal("item", "iri", one) for one in iris if is_iri(one)]


def is_iri(text: str) -> bool:
    """Whether a text can stand in a query as an IRI."""
    return ":" in text and not any(
        ord(char) <= 32 or char in '<>"{}|^`\\' or 0xD800 <= ord(char) <= 0xDFFF for char in text
    )


def batches(items: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items so many at a time."""
    source = iter(items)
    while batch := tuple(islice(source, size)):
        yield batch
