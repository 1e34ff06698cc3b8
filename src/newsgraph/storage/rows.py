"""The answer to a query, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, overload

from newsgraph.errors import QueryError
from newsgraph.model.statements import Term
from newsgraph.storage import notebook
from newsgraph.storage.terms import PlainValue, plain

if TYPE_CHECKING:
    import pandas as pd


class AnswerKind(Enum):
    """What a query asked for."""

    SELECT = "select"
    ASK = "ask"
    CONSTRUCT = "construct"


@dataclass(frozen=True, slots=True)
class Rows(Sequence[tuple[PlainValue, ...]]):
    """A table: iterating gives tuples of Python values, `terms` the RDF terms behind them (None where unbound).

    An ASK gives one row with True or False, and `bool(rows)` is its answer; a CONSTRUCT or DESCRIBE gives a row for
    each triple.
    """

    kind: AnswerKind
    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]

    @overload
    def __getitem__(self, index: int) -> tuple[PlainValue, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[PlainValue, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[PlainValue, ...] | list[tuple[PlainValue, ...]]:
        if isinstance(index, slice):
            return [_values(row) for row in self.terms[index]]
        return _values(self.terms[index])

    def __iter__(self) -> Iterator[tuple[PlainValue, ...]]:
        return map(_values, self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        return self[0][0] is True if self.kind is AnswerKind.ASK else bool(self.terms)

    def to_pandas(self) -> "pd.DataFrame":
        """The table as a pandas frame; a QueryError where pandas is not installed.

        Whole numbers are Int64, other numbers Float64, truths boolean, days and times datetime64, and all else string,
        as far as that fits each value of a column; what is not there is missing in all of them alike. A column whose
        dates are not all whole days ("2022", "2022-01") is text, and one of several kinds has objects.
        """
        try:
            from newsgraph.storage.frames import frame
        except ImportError as error:
            raise QueryError("to_pandas", "pandas is not installed", advice="pip install pandas") from error
        return frame(self.columns, list(self))

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        if self.kind is AnswerKind.ASK:
            return notebook.of_truth(bool(self))
        return notebook.of_rows(self.columns, self.terms)


def _values(row: tuple[Term | None, ...]) -> tuple[PlainValue, ...]:
    return tuple(map(plain, row))
