"""The query page's part: what is to be run, and its answer as cells that a table can show."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from newsgraph.errors import QueryError
from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Term
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.ontology.queries import NamedQuery, named_queries

Run: TypeAlias = Callable[[str], Awaitable[Answer]]
"""Runs a query; a QueryError says why it cannot, or that it took too long."""

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A term: how it reads, and its IRI where it is one."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer: rows (the first ones of `total`), a yes or no, or triples in Turtle."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    total: int = 0
    verdict: bool | None = None
    turtle: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What the page is asked: the named query with its values, the text of the query, and whether to run it."""

    named: NamedQuery | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    running: bool = False
    wrong: str | None = None


def read(params: Mapping[str, str]) -> Asking:
    """What the parameters ask: `q` is SPARQL; `name` a named query, `p-NAME` its parameters, `run` to run it.

    >>> read({"name": "deployments", "run": "1", "p-who": "Russia"}).values
    {'who': 'Russia'}
    """
    name, text = params.get("name", ""), params.get("q", "").replace("\r\n", "\n").strip()
    named = named_queries().get(name)
    if text:
        return Asking(named, text=text, running=True)
    if named is None:
        return Asking(wrong=f"There is no query {name!r}" if name else None)
    values = {one.name: value for one in named.params if (value := params.get(f"p-{one.name}", "").strip())}
    if "run" not in params:
        return Asking(named, values, named.text)
    try:
        return Asking(named, values, named.bound(values), running=True)
    except QueryError as error:
        return Asking(named, values, named.text, wrong=str(error))


def shown(answer: Answer) -> Shown:
    """An answer as the page shows it."""
    match answer:
        case Table(columns, rows):
            cells = tuple(tuple(cell(term) for term in row) for row in rows[:MOST_ROWS])
            return Shown(columns, cells, len(rows))
        case Verdict(value):
            return Shown(verdict=value)
        case Triples(turtle):
            return Shown(turtle=turtle)


def cell(term: Term | None) -> Cell | None:
    """A term as it reads: literals by their value, IRIs by their prefixed name."""
    if isinstance(term, Iri):
        return Cell(shortened(term.value), term.value)
    return None if term is None else Cell(term.value)


def shortened(iri: str) -> str:
    """An IRI with its prefix, if it has one.

    >>> shortened("https://w3id.org/newsgraph/ontology#Event")
    'ng:Event'
    """
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and len(iri) > len(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
