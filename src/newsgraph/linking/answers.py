"""The responses of SPARQL endpoints as plain values."""

import json
from collections.abc import Mapping
from typing import Any

from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Literal, Term

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


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
