"""Answers as pandas frames, each column with the type of its values."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

import pandas as pd

from newsgraph.storage.terms import PlainValue


def frame(columns: Sequence[str], rows: Iterable[Sequence[PlainValue]]) -> pd.DataFrame:
    """The frame of some rows."""
    values = list(zip(*rows, strict=True)) or [() for _ in columns]
    series = [_column(list(some)) for some in values]
    # By their places: a name could stand twice.
    made = pd.concat(series, axis=1) if series else pd.DataFrame()
    made.columns = pd.Index(list(columns), dtype=object)
    return made


def _column(values: list[PlainValue]) -> "pd.Series":
    kinds = {_kind(value) for value in values if value is not None}
    if kinds == {"integer", "number"}:
        kinds = {"number"}
    make = _MAKERS.get(next(iter(kinds)), _objects) if len(kinds) == 1 else _objects
    return make(values)


def _kind(value: PlainValue) -> str:
    # A truth is an integer in Python, and a time is a date.
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float | Decimal):
        return "number"
    if isinstance(value, datetime):
        return "zoned" if value.tzinfo else "time"
    return "day" if isinstance(value, date) else "text"


def _integers(values: list[PlainValue]) -> "pd.Series":
    try:
        return pd.Series(values, dtype="Int64")
    except (OverflowError, TypeError):
        # Larger than 64 bits: as they are.
        return _objects(values)


def _numbers(values: list[PlainValue]) -> "pd.Series":
    known = [None if value is None else float(value) for value in values]  # type: ignore[arg-type]
    return pd.Series(known, dtype="Float64")


def _times(values: list[PlainValue]) -> "pd.Series":
    # Seconds reach to every year that a date can have; what a text tells is never finer.
    return pd.Series(values, dtype="datetime64[s]")


def _zoned(values: list[PlainValue]) -> "pd.Series":
    return pd.Series(pd.to_datetime(pd.Series(values, dtype=object), utc=True))


def _objects(values: list[PlainValue]) -> "pd.Series":
    return pd.Series([pd.NA if value is None else value for value in values], dtype=object)


_MAKERS: dict[str, Callable[[list[PlainValue]], "pd.Series"]] = {
    "integer": _integers,
    "number": _numbers,
    "boolean": lambda values: pd.Series(values, dtype="boolean"),
    "day": _times,
    "time": _times,
    "zoned": _zoned,
    "text": lambda values: pd.Series(values, dtype="string"),
}
