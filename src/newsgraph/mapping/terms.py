"""The names that statements are made of, and literals with their datatypes."""

import re
from functools import cache

from newsgraph.model.statements import Iri, Literal
from newsgraph.ontology.prefixes import expand

TYPE = Iri(expand("rdf:type"))
LABEL = Iri(expand("rdfs:label"))
ALT_LABEL = Iri(expand("skos:altLabel"))
EXACT_MATCH = Iri(expand("skos:exactMatch"))

_STAMPS = (
    (re.compile(r"-?\d{4,}"), "xsd:gYear"),
    (re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])"), "xsd:gYearMonth"),
    (re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "xsd:date"),
    (re.compile(r"-?\d{4,}-\d\d-\d\dT([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"), "xsd:dateTime"),
)


@cache
def term(name: str) -> Iri:
    """The IRI of a prefixed name ("schema:headline").

    >>> term("ng:Event").value
    'https://w3id.org/newsgraph/ontology#Event'
    """
    return Iri(expand(name))


def ng(local: str) -> Iri:
    """A term of our own ontology."""
    return term(f"ng:{local}")


def typed(value: str, datatype: str) -> Literal:
    """A literal of a datatype that is given as a prefixed name."""
    return Literal(value, expand(datatype))


def stamp(text: str) -> Literal | None:
    """A date, date-time, month or year with its datatype; None for anything else.

    >>> stamp("2022-01").datatype
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    seconds = f"{text}:00" if re.fullmatch(r".*T\d\d:\d\d", text) else text
    return next((typed(seconds, kind) for form, kind in _STAMPS if form.fullmatch(seconds)), None)


def number(value: float) -> Literal:
    """A number as xsd:integer, or as xsd:decimal where it has a fraction.

    >>> number(24.0).value, number(7.5).value
    ('24', '7.5')
    """
    if float(value).is_integer():
        return typed(str(int(value)), "xsd:integer")
    return decimal(value)


def decimal(value: float) -> Literal:
    """A number as xsd:decimal in its canonical form, which is what stores turn it into anyway.

    >>> decimal(1.0).value, decimal(0.9).value
    ('1', '0.9')
    """
    return typed(f"{value:.10f}".rstrip("0").rstrip("."), "xsd:decimal")


def truth(value: bool) -> Literal:
    """An xsd:boolean."""
    return typed("true" if value else "false", "xsd:boolean")
