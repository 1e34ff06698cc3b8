"""Turtle and TriG that people can read: prefixes that are used, a paragraph for each subject, always in one order."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.terms import XSD, StoreTerm

# Kinds of things as one wants to read of them; what is of no such kind comes last.
ORDER = (
    "article", "extra", "event", "entity", "relation", "figure", "claim", "evidence", "mention", "selector", "activity",
    "agent",
)  # fmt: skip
RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {
    XSD + "integer": re.compile(r"[+-]?\d+"),
    XSD + "decimal": re.compile(r"[+-]?\d*\.\d+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
# Written as escapes because they are invisible, break lines in editors, or turn the direction of the text around them.
_HIDDEN = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')


class Writer:
    """Writes terms with prefixes, and remembers which prefixes it used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.used: set[str] = set()
        self._names = {iri: prefix for prefix, iri in prefixes.items()}

    def iri(self, iri: str) -> str:
        """A prefixed name where one is possible."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = self._names.get(iri[:cut]), iri[cut:]
        if prefix is None or not _LOCAL.fullmatch(local):
            return str(ox.NamedNode(iri))
        self.used.add(prefix)
        return f"{prefix}:{local}"

    def term(self, term: StoreTerm) -> str:
        """Any term."""
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        return self._literal(term) if isinstance(term, ox.Literal) else str(term)

    def _literal(self, term: ox.Literal) -> str:
        datatype = term.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
            return term.value
        if term.language or datatype == XSD + "string":
            return quoted(term.value) + (f"@{term.language}" if term.language else "")
        return f"{quoted(term.value)}^^{self.iri(datatype)}"

    def paragraphs(self, triples: Iterable[ox.Triple], indent: str = "") -> Iterator[str]:
        """One paragraph for each subject: first the articles and what happened, then who says so, then the words."""
        lines = sorted({(self._subject(t.subject), self._predicate(t.predicate), self.term(t.object)) for t in triples})
        for subject, about in groupby(lines, key=lambda line: line[0]):
            pairs = [
                f"{predicate[1]} " + " , ".join(line[2] for line in same)
                for predicate, same in groupby(about, key=lambda line: line[1])
            ]
            yield f"{indent}{subject[1]} " + f" ;\n{indent}    ".join(pairs) + " .\n"

    def _subject(self, subject: StoreTerm) -> tuple[int, str]:
        """With its place in the order of reading."""
        name = self.term(subject)
        kind = name.partition(":")[0]
        return (ORDER.index(kind) if kind in ORDER else len(ORDER)), name

    def _predicate(self, predicate: ox.NamedNode) -> tuple[int, str]:
        """With its place: the class comes first, then the label, then the rest by name."""
        if predicate == RDF_TYPE:
            return 0, "a"
        name = self.iri(predicate.value)
        return (1 if name == "rdfs:label" else 2), name

    def head(self) -> str:
        """The declarations of the prefixes that were used."""
        return "".join(f"@prefix {prefix}: <{self.prefixes[prefix]}> .\n" for prefix in sorted(self.used))


def quoted(text: str) -> str:
    """A string in quotes; a text of several lines keeps its lines.

    >>> print(quoted('he said "no"'))
    "he said \\"no\\""
    """
    escaped = _HIDDEN.sub(lambda match: _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), text)
    return (
        f'"""{escaped.replace(chr(92) + "n", chr(10))}"""' if "\n" in text and "\\\\" not in escaped else f'"{escaped}"'
    )


def turtle(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> str:
    """Triples as Turtle."""
    writer = Writer(prefixes)
    body = "\n".join(writer.paragraphs(triples))
    return f"{writer.head()}\n{body}"


def trig(graphs: Mapping[str, Iterable[ox.Triple]], prefixes: Mapping[str, str]) -> str:
    """Named graphs as TriG; the graph without a name is that of the empty string."""
    writer = Writer(prefixes)
    blocks = []
    for name, triples in sorted(graphs.items()):
        body = "\n".join(writer.paragraphs(triples, "    "))
        blocks.append(f"{writer.iri(name)} {{\n{body}}}\n" if name else f"{{\n{body}}}\n")
    return f"{writer.head()}\n" + "\n".join(blocks)
