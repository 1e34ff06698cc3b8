"""How a value of a class looks in JSON: one writer and one reader for each annotation, made once."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

Step: TypeAlias = Callable[[Any], Any]

_PLAIN = frozenset({str, int, float, bool, NoneType})


@dataclass(frozen=True, slots=True)
class Shape:
    """How values of one annotation are written and read; None where JSON has them as they are.

    `text` says all that the written form depends on: names, order and annotations of fields, values of enums.
    """

    text: str
    write: Step | None = None
    read: Step | None = None


@cache
def shape(hint: Any) -> Shape:
    """The shape of an annotation; TypeError where it is of a kind that has none."""
    if hint in _PLAIN:
        return Shape(hint.__name__)
    if get_origin(hint) in (Union, UnionType):
        return _union(get_args(hint))
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    raise TypeError(f"{hint} has no form as bytes")


def _record(cls: type) -> Shape:
    """A dataclass: the list of its fields in order."""
    hints = get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)]
    inner = [shape(hints[name]) for name in names]
    text = f"{cls.__name__}({','.join(f'{name}:{one.text}' for name, one in zip(names, inner, strict=True))})"
    return Shape(text, _record_writer(names, [one.write for one in inner]), _record_reader(cls, inner))


def _record_writer(names: list[str], steps: list[Step | None]) -> Step:
    if len(names) == 1:
        get, step = attrgetter(names[0]), steps[0]
        return (lambda value: [step(get(value))]) if step else (lambda value: [get(value)])
    fields, changed = attrgetter(*names), [(n, step) for n, step in enumerate(steps) if step]
    if not changed:
        return fields  # a tuple, which JSON writes as a list

    def write(value: Any) -> list[Any]:
        row = list(fields(value))
        for n, step in changed:
            row[n] = step(row[n])
        return row

    return write


def _record_reader(cls: type, inner: list[Shape]) -> Step:
    changed, size = [(n, one.read) for n, one in enumerate(inner) if one.read], len(inner)

    def read(row: Any) -> Any:
        if len(row) != size:
            raise ValueError(f"{len(row)} fields for {cls.__name__}")
        for n, step in changed:
            row[n] = step(row[n])
        return cls(*row)

    return read


def _tuple(hints: tuple[Any, ...]) -> Shape:
    if len(hints) == 2 and hints[1] is Ellipsis:
        return _sequence(shape(hints[0]))
    inner = [shape(hint) for hint in hints]
    writers, readers = _steps(inner)

    def write(value: Any) -> list[Any]:
        return [step(part) for step, part in zip(writers, value, strict=True)]

    def read(row: Any) -> tuple[Any, ...]:
        return tuple([step(part) for step, part in zip(readers, row, strict=True)])

    return Shape(f"({','.join(one.text for one in inner)})", write, read)


def _sequence(inner: Shape) -> Shape:
    """A tuple of any length."""
    write, read = inner.write, inner.read
    return Shape(
        f"{inner.text}*",
        (lambda value: [write(part) for part in value]) if write else None,
        (lambda row: tuple([read(part) for part in row])) if read else tuple,
    )


def _enum(cls: type[Enum]) -> Shape:
    values = {member: member.value for member in cls}
    members = {value: member for member, value in values.items()}
    return Shape(f"{cls.__name__}{list(members)}", values.__getitem__, members.__getitem__)


def _union(hints: tuple[Any, ...]) -> Shape:
    """One of several: as it is where JSON tells them apart; else with the number of its class."""
    # A | B and B | A are equal, and share what is cached: their order must not matter.
    inner = dict(sorted(((hint, shape(hint)) for hint in hints), key=lambda pair: pair[1].text))
    text = "|".join(one.text for one in inner.values())
    marked = [one for hint, one in inner.items() if hint not in _PLAIN]
    if not marked:
        return Shape(text)
    if len(inner) == 2 and NoneType in inner:
        return _optional(text, marked[0])
    return _choice(text, list(inner.items()))


def _optional(text: str, inner: Shape) -> Shape:
    write, read = inner.write, inner.read
    return Shape(
        text,
        (lambda value: None if value is None else write(value)) if write else None,
        (lambda row: None if row is None else read(row)) if read else None,
    )


def _choice(text: str, inner: list[tuple[Any, Shape]]) -> Shape:
    classes = {get_origin(hint) or hint: number for number, (hint, _) in enumerate(inner)}
    if len(classes) < len(inner):
        raise TypeError(f"{text} cannot be told apart by class")
    writers, readers = _steps([one for _, one in inner])

    def write(value: Any) -> list[Any]:
        number = classes[type(value)]
        return [number, writers[number](value)]

    def read(row: Any) -> Any:
        number, part = row
        return readers[number](part)

    return Shape(text, write, read)


def _steps(inner: list[Shape]) -> tuple[list[Step], list[Step]]:
    return [one.write or _same for one in inner], [one.read or _same for one in inner]


def _same(value: Any) -> Any:
    return value
