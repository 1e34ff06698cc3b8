"""Hostile queries as requests."""

from collections.abc import Iterator
from random import Random

from web.hostile.asking import Ask, quoted
from web.hostile.calling import calls, nearly_calls
from web.hostile.queries import babble, changes, deep, heavy, mutated, odd

_ACCEPTED = (
    "*/*", "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/turtle",
    "text/tab-separated-values", "application/rdf+xml", "application/ld+json", "text/html",
)  # fmt: skip


def queries(random: Random) -> Iterator[Ask]:
    """Queries, in each of the ways to send one, and on the page."""
    texts = [*mutated(random, 400), *babble(random, 250), *deep(), *heavy(), *changes(), *odd()]
    for text in texts:
        accept = ("Accept", random.choice(_ACCEPTED))
        yield from [_posted, _form, _got][random.randrange(3)](text, accept)
    for text in [*changes(), *odd(), *babble(random, 60)]:
        yield Ask("a query on the page", f"/query?q={quoted(text[:5000])}", headers=(("Accept", "text/html"),))


def _posted(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    media = ("Content-Type", "application/sparql-query")
    yield Ask("a query", "/sparql", "POST", (media, *headers), text.encode("utf-8", "surrogatepass"))


def _form(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    media = ("Content-Type", "application/x-www-form-urlencoded")
    yield Ask("a query", "/sparql", "POST", (media, *headers), f"query={quoted(text)}".encode())


def _got(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    yield Ask("a query", f"/sparql?query={quoted(text[:20_000])}", headers=headers)


def calling(elsewhere: str) -> Iterator[Ask]:
    """Calls of an address elsewhere."""
    for text in (*calls(elsewhere), *nearly_calls(elsewhere)):
        yield from (*_posted(text, ("Accept", "*/*")), *_got(text, ("Accept", "text/csv")), *_form(text))
        yield Ask("a query on the page", f"/query?q={quoted(text)}", headers=(("Accept", "text/html"),))
    loads = (f"LOAD <{elsewhere}>", f"LOAD SILENT <{elsewhere}> INTO GRAPH <urn:x>")
    for text in (*loads, f"SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }}"):
        yield from (*_posted(text), *_form(text), Ask("a change", "/sparql", "POST", UPDATE, text.encode()))
    yield Ask("a graph", f"/data?graph={quoted(elsewhere)}")
    yield Ask("a graph", f"/sparql?query=ASK%7B%7D&default-graph-uri={quoted(elsewhere)}")


UPDATE = (("Content-Type", "application/sparql-update"),)
