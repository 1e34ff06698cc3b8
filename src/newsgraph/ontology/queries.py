"""The questions people ask, one SPARQL file each, and how values are bound to their parameters.

A file opens with comment lines that say what it is:

    # question: Who has deployed troops where?
    # param: who label - part of the sender's name
    # param: from date! - the first day            ("!": must be given)
    # param: least integer 2 - how many at least   (2: where nothing is given)
    # columns: sender - who sends

A parameter stands in the query as `$who`, and nowhere as `?who`. One that has no value stays a free variable, so that
`COALESCE($who, "")` reads "nothing given", and the file runs as it stands in any other SPARQL engine.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from newsgraph.errors import OntologyError, QueryError
from newsgraph.ontology.bindings import TYPES, literal
from newsgraph.ontology.files import folder

_HEADER = re.compile(r"#\s*(question|param|columns):\s*(.*)")
_PARAM = re.compile(r"([A-Za-z]\w*)\s+([a-z]+)(!?)(?:\s+(.+?))?\s+-\s+(\S.*)")
_COLUMN = re.compile(r"([A-Za-z]\w*)\s+-\s+(\S.*)")
# What may hold a "$" or a "?" that is no variable (strings, IRIs, comments) is read first, and left alone.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|#[^\n]*"
    r"|(?P<sign>[$?])(?P<name>\w+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a question leaves open. `type` is one of string, label, iri, date, integer."""

    name: str
    type: str
    meaning: str
    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its parameters, the columns of its answer, and its SPARQL."""

    name: str
    question: str
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    def bound(self, values: Mapping[str, str]) -> str:
        """The SPARQL with the given values, and the defaults where none is given."""
        terms = self._terms(values)
        return _TOKEN.sub(lambda token: _replaced(token, terms), self.text)

    def _terms(self, values: Mapping[str, str]) -> dict[str, str]:
        known = {param.name for param in self.params}
        for name in values:
            if name not in known:
                raise QueryError(self.name, f"has no parameter {name!r}", advice=_listed(known))
        given = {param: values.get(param.name, param.default) for param in self.params}
        for param, value in given.items():
            if value is None and param.required:
                raise QueryError(self.name, f"needs the parameter {param.name!r}: {param.meaning}")
        return {
            param.name: literal(param.name, param.type, value) for param, value in given.items() if value is not None
        }


def _listed(names: set[str]) -> str:
    return "it has " + ", ".join(sorted(names)) if names else "it has none"


def _replaced(token: re.Match[str], terms: Mapping[str, str]) -> str:
    name = token["name"]
    return terms[name] if token["sign"] == "$" and name in terms else token[0]


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """The queries that come with the program, by name, sorted."""
    paths = sorted(folder("queries").glob("*.rq"))
    return MappingProxyType({path.stem: parse(path.stem, _read(path)) for path in paths})


@cache
def federated_queries() -> Mapping[str, NamedQuery]:
    """Those that also ask an endpoint elsewhere, by name ("federated/members"), sorted."""
    paths = sorted((folder("queries") / "federated").glob("*.rq"))
    names = ((f"federated/{path.stem}", path) for path in paths)
    return MappingProxyType({name: parse(name, _read(path)) for name, path in names})


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(str(path), f"cannot be read: {error}") from error


def parse(name: str, text: str, *, own: bool = True) -> NamedQuery:
    """The query that a file holds. A user's file (`own` False) may leave out its question and its columns."""
    lines = [match.groups() for match in map(_HEADER.fullmatch, map(str.strip, text.splitlines())) if match]
    fields = {key: [rest.strip() for kind, rest in lines if kind == key] for key in ("question", "param", "columns")}
    if own and (len(fields["question"]) != 1 or not fields["columns"]):
        raise OntologyError(name, "needs one '# question:' line, and a '# columns:' line for each column")
    query = NamedQuery(
        name,
        " ".join(fields["question"]),
        tuple(_parameter(name, line) for line in fields["param"]),
        tuple(_column(name, line) for line in fields["columns"]),
        text,
    )
    _check(query)
    return query


def _parameter(query: str, line: str) -> Parameter:
    match = _PARAM.fullmatch(line)
    if match is None:
        raise OntologyError(query, f"parameter {line!r} is not of the form 'NAME TYPE [DEFAULT] - meaning'")
    name, kind, mark, default, meaning = match.groups()
    if kind not in TYPES:
        raise OntologyError(query, f"parameter {name!r} has the unknown type {kind!r}", advice=_listed(set(TYPES)))
    return Parameter(name, kind, meaning, default, required=bool(mark))


def _column(query: str, line: str) -> Column:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise OntologyError(query, f"column {line!r} is not of the form 'NAME - meaning'")
    return Column(*match.groups())


def _check(query: NamedQuery) -> None:
    used = {(token["sign"], token["name"]) for token in _TOKEN.finditer(query.text) if token["name"]}
    for param in query.params:
        if ("$", param.name) not in used or ("?", param.name) in used:
            raise OntologyError(query.name, f"parameter {param.name!r} must stand in the query as ${param.name} only")
        if param.default is not None:
            literal(param.name, param.type, param.default)
