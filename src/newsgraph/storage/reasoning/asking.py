"""A triple as a person writes it: "Russia" ng:relatedTo "Kazakhstan"; names from labels, prefixes or in full."""

import re
from collections.abc import Iterable

from newsgraph.errors import QueryError, UnknownError
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.relations import HALF, LOWER
from newsgraph.storage.reasoning.rules import TYPE
from newsgraph.storage.reasoning.words import Triple

_TERM = re.compile(r'<[^<>\s]*>|"(?:[^"\\]|\\.)*"(?:\^\^\S+|@\S+)?|\S+')
_SHOWN = 5
LABELS = ("rdfs:label", "skos:altLabel")


def triple_of(text: str, facts: Facts) -> Triple:
    """The triple that some text means; an UnknownError or a QueryError where it means none, or several."""
    parts = _TERM.findall(text.strip().removesuffix(" ."))
    if len(parts) != 3:
        advice = 'write subject, property and object, names in quotes: "Russia" ng:relatedTo "Kazakhstan"'
        raise QueryError(text, f"is no triple, but {len(parts)} terms", advice=advice)
    subject, predicate, object_ = parts
    return _node(subject, facts), TYPE if predicate == "a" else _iri(predicate), _object(object_, facts)


def _object(text: str, facts: Facts) -> str:
    """A node, or a literal where there is no node of that label."""
    try:
        return _node(text, facts)
    except UnknownError:
        if text in facts.terms.numbers:
            return text
        raise


def _node(text: str, facts: Facts) -> str:
    """A node by its label in quotes, or by its name."""
    if not text.startswith('"'):
        return _iri(text)
    wanted = text[1:-1] if text.endswith('"') else text
    found = sorted(set(_labelled(wanted, facts)))
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownError(text, "is the label of nothing in the graph", advice="write the label in full, or the IRI")
    more = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
    raise QueryError(text, f"is the label of {len(found)} things: {more}", advice="write the IRI of the one you mean")


def _labelled(text: str, facts: Facts) -> Iterable[str]:
    texts = facts.terms.texts
    for name in LABELS:
        rows = facts.relation(("property", facts.number(f"<{expand(name)}>"))).asserted
        for node, label in zip((rows >> HALF).tolist(), (rows & LOWER).tolist(), strict=True):
            written = texts[label]
            if written[1 : written.rfind('"')] == text:
                yield texts[node]


def _iri(text: str) -> str:
    """An IRI in angle brackets, in full or with one of our prefixes."""
    if text.startswith(("<", "_:")):
        return text
    prefix, colon, rest = text.partition(":")
    if colon and prefix in PREFIXES and not rest.startswith("//"):
        return f"<{PREFIXES[prefix]}{rest}>"
    if colon:
        return f"<{text}>"
    raise QueryError(text, "is no IRI and no label in quotes", advice=f'write "{text}" in quotes, or its IRI')
