"""Values from outside as SPARQL terms: checked, escaped, and nothing but the one term they should be."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from newsgraph.errors import QueryError

XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]+')
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"},
)


def literal(name: str, kind: str, value: str) -> str:
    """The SPARQL term for a value of a type.

    >>> literal("who", "label", 'O"Neill')
    '"O\\\\"Neill"'
    >>> literal("least", "integer", "3")
    '3'
    """
    term = TYPES[kind](value)
    if term is None:
        raise QueryError(f"parameter {name}", f"{value!r} is not {_WANTED[kind]}")
    return term


def _string(value: str) -> str | None:
    broken = any("\ud800" <= character <= "\udfff" for character in value)
    return None if broken else f'"{value.translate(_ESCAPES)}"'


def _iri(value: str) -> str | None:
    return f"<{value}>" if _IRI.fullmatch(value) else None


def _integer(value: str) -> str | None:
    return str(int(value)) if _INTEGER.fullmatch(value) else None


def _date(value: str) -> str | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    datatype = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(value)]
    return f'"{value}"^^<{XSD}{datatype}>'


TYPES: Mapping[str, Callable[[str], str | None]] = {
    "string": _string,
    "label": _string,  # part of a name, in any case: the query itself compares
    "iri": _iri,
    "date": _date,
    "integer": _integer,
}
_WANTED = {
    "string": "text that can be written as Unicode",
    "label": "text that can be written as Unicode",
    "iri": "an absolute IRI",
    "date": "a date such as 2022-01-06, 2022-01 or 2022",
    "integer": "a whole number",
}
