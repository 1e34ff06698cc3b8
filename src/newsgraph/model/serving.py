"""What the service asks of a process that answers, and what comes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sparql:
    """A query of the SPARQL 1.1 Protocol.

    `defaults` and `named` are the IRIs of its dataset, where the request gives one. `results` and `graph` are the media
    types that the client takes, the best first, for a table or a yes and for triples.
    """

    text: str
    defaults: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    graph: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Its class and fields: queries go to other processes by the thousand, and this is the quick way."""
        return Sparql, (self.text, self.defaults, self.named, self.results, self.graph)


@dataclass(frozen=True, slots=True)
class Update:
    """A change of the SPARQL 1.1 Protocol; `owner` is the process that will serve what comes of it."""

    text: str
    defaults: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    owner: int = 0


@dataclass(frozen=True, slots=True)
class GraphRead:
    """A read of the Graph Store Protocol: the graph with a name, the default graph ("") or all quads (None)."""

    graph: str | None
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Describe:
    """All that is said of a resource, with what hangs on it alone, to be given to who looks its IRI up."""

    iri: str
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Convert:
    """Triples in N-Triples, wanted in another syntax."""

    triples: str
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A method of the explorer and what it is called with."""

    method: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Renew:
    """Make a snapshot of how things are by now; `owner` is the process that will serve it."""

    owner: int


Request = Sparql | Update | GraphRead | Describe | Convert | Page | Renew


@dataclass(frozen=True, slots=True)
class Reply:
    """Bytes in a media type; no media type where none that the client takes can be had, `body` then lists them."""

    body: bytes
    media: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: `time` in seconds, `size` of its answer and `memory` in bytes."""

    time: float = 30.0
    size: int = 64 << 20
    memory: int = 2 << 30
