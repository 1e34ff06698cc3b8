"""What a SPARQL endpoint answers, as plain values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsgraph.model.statements import Iri, Literal, Term

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


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


def parse(body: str, content_type: str) -> Answer:
    """The answer that a response holds: SPARQL results in JSON, or Turtle.

    Raises ValueError, KeyError, TypeError or AttributeError where it holds neither.
    """
    if "json" not in content_type:
        return Triples(body)
    said = json.loads(body)
    if "boolean" in said:
        return Verdict(bool(said["boolean"]))
    columns = tuple(str(name) for name in said["head"]["vars"])
    return Table(columns, tuple(_row(row, columns) for row in said["results"]["bindings"]))


def _row(row: Mapping[str, Any], columns: tuple[str, ...]) -> tuple[Term | None, ...]:
    return tuple(_term(row[name]) if name in row else None for name in columns)


def _term(said: Mapping[str, Any]) -> Term:
    """A term; a blank node, which says nothing outside its answer, as an IRI of the form _:label."""
    value = str(said["value"])
    if said["type"] == "uri":
        return Iri(value)
    if said["type"] == "bnode":
        return Iri(f"_:{value}")
    datatype = said.get("datatype")
    return Literal(value, None if datatype == XSD_STRING else datatype, said.get("xml:lang"))
