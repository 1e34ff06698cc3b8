"""The terms of NIF 2.0 and of ITS 2.0 in RDF, and how they name stretches of a text (RFC 5147)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.model.text import Span
from newsgraph.ontology.prefixes import PREFIXES

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
NIF_PREFIXES = {**PREFIXES, "nif": NIF, "itsrdf": ITSRDF}
TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_CHAR, _OFFSET = "char=", "offset_"


def nif(name: str) -> ox.NamedNode:
    """A term of NIF."""
    return ox.NamedNode(NIF + name)


def its(name: str) -> ox.NamedNode:
    """A term of ITS."""
    return ox.NamedNode(ITSRDF + name)


@dataclass(frozen=True, slots=True)
class Scheme:
    """How stretches of one text are named: what stands before their places, and the class that says how.

    >>> Scheme.of("http://example.org/a#char=0,9").iri(Span(2, 4))
    'http://example.org/a#char=2,4'
    """

    prefix: str
    name: str = "RFC5147String"

    @classmethod
    def of(cls, context: str) -> "Scheme":
        """The scheme of a context by its IRI; one that says nothing of the sort gets the usual one."""
        head, found, _ = context.rpartition(_CHAR)
        if found:
            return cls(head)
        head, found, _ = context.rpartition(_OFFSET)
        return cls(head, "OffsetBasedString") if found else cls(context.partition("#")[0] + "#")

    def iri(self, span: Span) -> str:
        """The IRI of a stretch."""
        place = f"{_CHAR}{span.start},{span.end}" if self.name == "RFC5147String" else None
        return self.prefix + (place or f"{_OFFSET}{span.start}_{span.end}")


def placed(node: ox.NamedNode, span: Span) -> Iterator[ox.Triple]:
    """Where a stretch begins and ends."""
    for name, value in (("beginIndex", span.start), ("endIndex", span.end)):
        number = ox.Literal(str(value), datatype=ox.NamedNode(PREFIXES["xsd"] + "nonNegativeInteger"))
        yield ox.Triple(node, nif(name), number)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a text with what it means: IRIs of things and of classes."""

    span: Span
    things: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


def phrase_triples(phrase: Phrase, context: str, text: str) -> Iterator[ox.Triple]:
    """A phrase in NIF."""
    scheme = Scheme.of(context)
    node = ox.NamedNode(scheme.iri(phrase.span))
    yield from (ox.Triple(node, TYPE, nif(name)) for name in ("Phrase", scheme.name))
    yield ox.Triple(node, nif("referenceContext"), ox.NamedNode(context))
    yield ox.Triple(node, nif("anchorOf"), ox.Literal(phrase.span.of(text)))
    yield from placed(node, phrase.span)
    yield from meaning(node, phrase)


def meaning(node: ox.NamedNode, phrase: Phrase) -> Iterator[ox.Triple]:
    """What a phrase means."""
    yield from (ox.Triple(node, its("taIdentRef"), ox.NamedNode(one)) for one in phrase.things)
    yield from (ox.Triple(node, its("taClassRef"), ox.NamedNode(one)) for one in phrase.classes)


def merged(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases in the order of the text, one for each stretch."""
    found: dict[Span, list[Phrase]] = {}
    for one in phrases:
        found.setdefault(one.span, []).append(one)
    return [Phrase(span, _all(one.things for one in some), _all(one.classes for one in some))
            for span, some in sorted(found.items())]  # fmt: skip


def _all(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for part in parts for one in part}))
