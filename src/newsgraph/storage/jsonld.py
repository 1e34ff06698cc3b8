"""JSON-LD that people can read: a context with the prefixes that are used, an object for each subject, in one order."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

import pyoxigraph as ox

from newsgraph.storage.terms import XSD, StoreTerm
from newsgraph.storage.turtle import RDF_TYPE, Writer

Value: TypeAlias = str | int | bool | dict[str, str]


def jsonld(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> str:
    """Triples as JSON-LD 1.1."""
    found = set(triples)
    # The IRI `geo:1,2` would be taken for a name with a prefix if there were one of that name.
    schemes = {iri.partition(":")[0] for one in found for iri in _iris(one)}
    writer = _Names({prefix: iri for prefix, iri in prefixes.items() if prefix not in schemes})
    ordered = sorted(found, key=lambda t: (str(t.subject), t.predicate != RDF_TYPE, str(t.predicate), str(t.object)))
    nodes = [_node(writer, subject, list(about)) for subject, about in groupby(ordered, key=lambda t: t.subject)]
    context = {prefix: prefixes[prefix] for prefix in sorted(writer.used)}
    return json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


def _iris(triple: ox.Triple) -> Iterator[str]:
    for term in triple:
        datatype = term.datatype if isinstance(term, ox.Literal) else term
        if isinstance(datatype, ox.NamedNode):
            yield datatype.value


class _Names(Writer):
    """IRIs in short form, without the brackets of Turtle."""

    def name(self, term: StoreTerm) -> str:
        return self.iri(term.value).strip("<>") if isinstance(term, ox.NamedNode) else str(term)


def _node(writer: _Names, subject: StoreTerm, about: list[ox.Triple]) -> dict[str, object]:
    node: dict[str, object] = {"@id": writer.name(subject)}
    for predicate, same in groupby(about, key=lambda t: t.predicate):
        if predicate == RDF_TYPE:
            node["@type"] = [writer.name(t.object) for t in same]
        else:
            node[writer.name(predicate)] = [_value(writer, t.object) for t in same]
    return node


def _value(writer: _Names, term: StoreTerm) -> Value:
    if not isinstance(term, ox.Literal):
        return {"@id": writer.name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    return term.value if datatype == XSD + "string" else {"@value": term.value, "@type": writer.name(term.datatype)}
