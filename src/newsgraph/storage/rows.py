"""The answer to a query, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, overload

from newsgraph.errors import QueryError
from newsgraph.model.statements import Term
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
        """The table as a pandas frame; a QueryError where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise QueryError("to_pandas", "pandas is not installed", advice="pip install pandas") from error
        return pd.DataFrame(list(self), columns=list(self.columns))


def _values(row: tuple[Term | None, ...]) -> tuple[PlainValue, ...]:
    return tuple(map(plain, row))
