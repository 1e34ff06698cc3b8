"""NIF 2.0: the texts with the phrases that speak of entities and events, for programs that process language."""

from collections.abc import Iterator

import pyoxigraph as ox

from newsgraph.errors import OutputError
from newsgraph.model.text import Span
from newsgraph.storage.exporting.mentions import mentions, phrase
from newsgraph.storage.exporting.nif_terms import (
    NIF_PREFIXES,
    TYPE,
    Scheme,
    merged,
    nif,
    phrase_triples,
    placed,
)  # fmt: skip
from newsgraph.storage.exporting.source import Source
from newsgraph.storage.turtle import Writer

_USED = ("itsrdf", "ng", "nif", "schema", "wd", "xsd")


def nif_document(source: Source, prefixes: dict[str, str]) -> Iterator[bytes]:
    """The articles whose texts the graph has, one after the other, as Turtle.

    An OutputError where there are articles, and none has its text.
    """
    writer = Writer({**prefixes, **NIF_PREFIXES})
    writer.used.update(_USED, {"entity", "event"} & prefixes.keys())
    yield writer.head().encode()
    articles = source.articles()
    texts = [one for one in articles if source.values(one, "schema:articleBody")]
    if articles and not texts:
        advice = "NIF needs the texts: build the graph without --no-text"
        raise OutputError("nif", "the graph has no text of any article", advice=advice)
    for article in source.each(texts):
        yield "".join(f"\n{one}" for one in writer.paragraphs(_article(source, article))).encode()


def _article(source: Source, article: str) -> Iterator[ox.Triple]:
    text = source.first(article, "schema:articleBody")
    yield from context_triples(context := context_iri(article, text), text)
    node = ox.NamedNode(context)
    yield from (ox.Triple(node, nif("sourceUrl"), ox.NamedNode(one)) for one in source.iris(article, "schema:url"))
    for one in merged(phrase(source, found) for found in mentions(source, article, len(text))):
        yield from phrase_triples(one, context, text)


def context_iri(document: str, text: str) -> str:
    """The IRI of the whole text of a document."""
    return Scheme(f"{document.partition('#')[0]}#").iri(Span(0, len(text)))


def context_triples(context: str, text: str) -> Iterator[ox.Triple]:
    """A whole text in NIF."""
    node = ox.NamedNode(context)
    yield from (ox.Triple(node, TYPE, nif(name)) for name in ("Context", Scheme.of(context).name))
    yield from placed(node, Span(0, len(text)))
    yield ox.Triple(node, nif("isString"), ox.Literal(text))
