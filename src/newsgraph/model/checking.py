"""What the news tells lastingly of things, and what a source elsewhere says to that."""

from dataclasses import dataclass
from typing import NamedTuple

from newsgraph.model.linking import Known
from newsgraph.model.statements import Iri, Term


class Told(NamedTuple):
    """A triple as a source elsewhere gives it."""

    subject: Iri
    predicate: Iri
    object: Term


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of the graph that can be checked.

    `node` is its IRI (empty where the graph has the triple only), `subject` and `object` are IRIs of the graph with
    what they are known as; of an office `of` tells whose it is. `days` are the first and the last on which it was told.
    """

    node: str
    predicate: str
    subject: str
    object: str
    known_subject: Known
    known_object: Known
    of: tuple[Known, ...] = ()
    days: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Check:
    """A tie held against a source: "Agrees", "Disagrees" or "Unknown", why, and its own statements and values."""

    tie: Tie
    outcome: str
    reason: str
    statements: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enriched:
    """What a source says of the linked entities of a graph, and of what the graph tells of them."""

    told: tuple[Told, ...]
    checks: tuple[Check, ...]
    items: int
