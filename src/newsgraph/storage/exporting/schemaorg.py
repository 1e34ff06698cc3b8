"""schema.org in JSON-LD, for the pages of the articles: ready to stand in a script element of HTML."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.explorer.kinds import ENTITIES
from newsgraph.storage.exporting.alignments import SCHEMA, schema_class
from newsgraph.storage.exporting.mentions import Mention, mentions
from newsgraph.storage.exporting.places import matches, spot, where
from newsgraph.storage.exporting.source import NG, Source, Value
from newsgraph.storage.exporting.telling import telling
from newsgraph.storage.exporting.times import when

Json: TypeAlias = "str | float | list[Json] | dict[str, Json] | None"
XSD = PREFIXES["xsd"]
# Written here, so that nothing needs to be fetched to understand it.
CONTEXT: Mapping[str, Json] = {
    "@vocab": SCHEMA,
    "additionalType": {"@type": "@id"},
    "datePublished": {"@type": XSD + "date"},
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
}
# What would end the element, begin a comment in it, or end a line of JavaScript.
_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
_MENTIONED = "NameMention"


def schemaorg(source: Source) -> Iterator[bytes]:
    """The articles with what they are about (events that are facts) and whom and what they mention.

    One article stands alone, several stand in a graph.
    """
    nodes = [_article(source, article) for article in source.each(source.articles())]
    whole: dict[str, Json] = {"@context": dict(CONTEXT)}
    whole |= nodes[0] if len(nodes) == 1 else {"@graph": [*nodes]}
    yield (json.dumps(whole, ensure_ascii=False, indent=1).translate(_ESCAPES) + "\n").encode()


def _article(source: Source, article: str) -> dict[str, Json]:
    known = mentions(source, article, len(source.first(article, "schema:articleBody")) or 1 << 40)
    told = {fact for one in known if source.kind(fact := one.thing) == "event"}
    events = [one for one in sorted(told) if article in telling(source, [one]).articles]
    return _filled({
        "@id": article,
        "@type": "NewsArticle",
        **_own(source, article),
        "about": [_event(source, one) for one in events],
        "mentions": [_thing(source, one) for one in _named(source, known)],
    })  # fmt: skip


def _own(source: Source, article: str) -> dict[str, Json]:
    """What the graph itself says of an article in terms of schema.org."""
    found = source.of(article).items()
    return {
        iri.removeprefix(SCHEMA): _one([_value(source, iri.removeprefix(SCHEMA), value) for value in values])
        for iri, values in sorted(found)
        if iri.startswith(SCHEMA)
    }


def _value(source: Source, name: str, value: Value) -> Json:
    if isinstance(value, ox.NamedNode):
        return {"@id": value.value} if name == "url" else _thing(source, value.value)
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype, expected = value.datatype.value, XSD + ("date" if name == "datePublished" else "string")
    if datatype == expected and name not in ("url", "sameAs", "additionalType"):
        return value.value
    typed: dict[str, Json] = {} if datatype == XSD + "string" else {"@type": datatype}
    return {"@value": value.value, **typed}


def _named(source: Source, known: Iterable[Mention]) -> list[str]:
    """What is mentioned by name, or known elsewhere, and has a class in schema.org."""
    found = {one.thing for one in known if one.how == _MENTIONED or matches(source, one.thing)}
    return sorted(one for one in found if source.kind(one) in ENTITIES and schema_class(source.class_of(one)))


def _thing(source: Source, iri: str) -> Json:
    """An entity; and what else the graph has in terms of schema.org."""
    if "PropertyValue" in (one.removeprefix(SCHEMA) for one in source.iris(iri, "rdf:type")):
        return {"@id": iri, "@type": "PropertyValue", **_own(source, iri)}
    name = source.class_of(iri)
    place = source.kind(iri) == "place"
    return _filled({
        "@id": iri,
        "@type": schema_class(name) or "Thing",
        "additionalType": NG + name if name else None,
        "name": source.label(iri),
        "alternateName": [*source.values(iri, "skos:altLabel")],
        "sameAs": [*matches(source, iri)],
        **(_coordinates(source, iri) if place else {}),
    })  # fmt: skip


def _coordinates(source: Source, place: str) -> dict[str, Json]:
    here = where(source, place)
    return {} if here is None else {"latitude": here[0], "longitude": here[1]}


def _event(source: Source, iri: str) -> Json:
    time, place = when(source, iri), spot(source, iri).place
    return _filled({
        "@id": iri,
        "@type": "Event",
        "additionalType": NG + source.class_of(iri),
        "name": source.label(iri),
        "startDate": time.start or None,
        "endDate": time.end or None,
        "location": _thing(source, place) if place else None,
    })  # fmt: skip


def _filled(node: Mapping[str, Json]) -> dict[str, Json]:
    """Without what is empty; a list of one is that one."""
    known = {name: value for name, value in node.items() if value is not None and value != []}
    return {name: _one(value) if isinstance(value, list) else value for name, value in known.items()}


def _one(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values
