"""What the graph is made of, as plain values: terms, statements with their layer, and refusals with their reason."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias


class Layer(Enum):
    """The three layers of the graph."""

    FACTS = "facts"
    CLAIMS = "claims"
    TEXT = "text"

    __hash__ = object.__hash__  # Enum hashes its name anew each time


# The three that come by the million are named tuples: made and hashed several times faster than a data class.
class Iri(NamedTuple):
    """An IRI, absolute and already escaped."""

    value: str


class Literal(NamedTuple):
    """A literal; without a datatype it is a string, `language` is a BCP 47 tag."""

    value: str
    datatype: str | None = None
    language: str | None = None


Term: TypeAlias = Iri | Literal


class Statement(NamedTuple):
    """A triple, the layer it belongs to, and the article that it is told by."""

    subject: Iri
    predicate: Iri
    object: Term
    layer: Layer
    article: Iri


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """Something found in a text that the ontology refuses: the reason as a category, and what was refused."""

    reason: str
    what: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be turned into statements, while the others were."""

    source: str
    problem: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Who made the graph: the program, its version, the model, and the time only where the user gave one."""

    program: str
    version: str
    model: str
    extracted_at: str | None = None
