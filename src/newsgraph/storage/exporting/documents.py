"""The texts of a graph as the JSON lines that `newsgraph build` reads: articles, and texts of NIF documents."""

import json
from collections.abc import Iterator, Mapping

from newsgraph.storage.exporting.nif_terms import NIF
from newsgraph.storage.exporting.source import Source

_FIELDS = {
    "id": "schema:identifier", "title": "schema:headline", "date": "schema:datePublished", "url": "schema:url",
    "language": "schema:inLanguage", "rights": "dcterms:rights",
}  # fmt: skip
_NAMED = {"publisher": "schema:publisher", "agency": "schema:sourceOrganization"}


def documents(source: Source) -> Iterator[bytes]:
    """A line for each article whose text the graph has, and for each text of NIF, in the order of their IRIs."""
    articles = [(one, _fields(source, one)) for one in source.articles()]
    foreign = () if source.only else _contexts(source)
    for _, fields in source.each([*articles, *foreign]):
        if fields.get("text"):
            yield (json.dumps(fields, ensure_ascii=False) + "\n").encode()


def _fields(source: Source, article: str) -> Mapping[str, str]:
    """What the graph knows of an article, under the names that a sidecar has."""
    known = {name: source.first(article, property) for name, property in _FIELDS.items()}
    named = {name: source.label(who) for name, property in _NAMED.items() for who in source.iris(article, property)[:1]}
    extra = {
        source.first(one, "schema:name"): source.first(one, "schema:value")
        for one in source.iris(article, "schema:additionalProperty")
    }
    text = source.first(article, "schema:articleBody")
    return {"text": text, **{name: value for name, value in {**extra, **known, **named}.items() if value}}


def _contexts(source: Source) -> Iterator[tuple[str, Mapping[str, str]]]:
    for context in source.instances(NIF + "Context"):
        of_it = source.of(context)
        text = next((one.value for one in of_it.get(NIF + "isString", ())), "")
        url = next((one.value for one in of_it.get(NIF + "sourceUrl", ())), "")
        yield context, {"text": text, "id": context, **({"url": url} if url else {})}
