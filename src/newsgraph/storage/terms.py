"""The one door between our terms and the store's."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import pyoxigraph as ox

from newsgraph.model.statements import Iri, Literal, Statement, Term
from newsgraph.ontology.prefixes import PREFIXES

XSD = PREFIXES["xsd"]
PlainValue: TypeAlias = str | int | float | bool | Decimal | date | datetime | None
"""What a cell of an answer is in Python; IRIs are strings."""

StoreTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
# What stands in a literal as an escape: what the store writes so too, so that both write the same bytes.
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(32), 127, 0xFFFE, 0xFFFF)} | _NAMED
_ESCAPED = re.compile(r"\\u[0-9A-F]{4}|\\.")
_PLAIN = {written: char for char, written in _NAMED.items()}
_TIMED = re.compile(r"\d{4}-\d\d-\d\dT.*")


def nquad(statement: Statement, graph: Iri) -> str:
    """A statement as a line of N-Quads.

    >>> from newsgraph.model.statements import Layer
    >>> nquad(Statement(Iri("x:s"), Iri("x:p"), Literal('a "b"'), Layer.FACTS, Iri("x:a")), Iri("x:g"))
    '<x:s> <x:p> "a \\\\"b\\\\"" <x:g> .\\n'
    """
    return f"<{statement.subject.value}> <{statement.predicate.value}> {_written(statement.object)} <{graph.value}> .\n"


def _written(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.value}>"
    value = term.value
    text = f'"{_SPECIAL.sub(_escape, value)}"' if _SPECIAL.search(value) else f'"{value}"'
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


def unescaped(text: str) -> str:
    """What stands between the quotes of a literal in N-Quads, without its escapes.

    >>> unescaped('a \\"b\\"')
    'a "b"'
    """
    return _ESCAPED.sub(lambda found: _PLAIN.get(found[0]) or chr(int(found[0][2:], 16)), text)


def quad(triple: ox.Triple, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> ox.Quad:
    """A triple in a graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def from_store(term: StoreTerm) -> Term:
    """A term of the store as one of ours; blank nodes and triple terms are given as they are written."""
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        plain = term.language or term.datatype.value == XSD + "string"
        return Literal(term.value, None if plain else term.datatype.value, term.language)
    return Iri(str(term))


def plain(term: Term | None) -> PlainValue:
    """A term as a value of Python; a literal that is not what its datatype says stays a string.

    >>> plain(Literal("24", XSD + "integer")), plain(Iri("http://example.org/a")), plain(None)
    (24, 'http://example.org/a', None)
    """
    if term is None or isinstance(term, Iri):
        return term.value if term else None
    reader = _READERS.get((term.datatype or "").removeprefix(XSD))
    try:
        return reader(term.value) if reader else term.value
    except (ValueError, ArithmeticError):
        return term.value


def _truth(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text] if text in ("true", "1", "false", "0") else False


_READERS: dict[str, Callable[[str], Any]] = {
    "integer": int, "int": int, "long": int, "short": int, "nonNegativeInteger": int,
    "decimal": Decimal, "double": float, "float": float, "boolean": _truth,
    "date": date.fromisoformat, "dateTime": datetime.fromisoformat,
}  # fmt: skip
