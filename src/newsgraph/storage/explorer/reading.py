"""Looking up what the quads say of single things, each thing once a page."""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.patterns import Patterns

MOST = 2000
"""So many values of one thing are read and no more."""


class Reading:
    """What the quads say, kept for as long as one answer is made."""

    def __init__(self, quads: Patterns) -> None:
        self.quads = quads
        self._known: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}

    def of(self, iri: str) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        """All that is said of a thing: the values by the IRI of the property, sorted, each once."""
        if iri not in self._known:
            self._known[iri] = self._read(iri)
        return self._known[iri]

    def _read(self, iri: str) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        node = named(iri)
        found: dict[str, set[ox.NamedNode | ox.Literal]] = {}
        quads = self.quads.quads_for_pattern(node, None, None, None) if node else iter(())
        for quad in islice(quads, MOST):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                found.setdefault(quad.predicate.value, set()).add(quad.object)
        return {name: sorted(values, key=str) if len(values) > 1 else list(values) for name, values in found.items()}

    def values(self, iri: str, name: str) -> list[str]:
        """The values of a property (a prefixed name) as text."""
        return [value.value for value in self.of(iri).get(expand(name), ())]

    def iris(self, iri: str, name: str) -> list[str]:
        """The values of a property that are IRIs."""
        return [value.value for value in self.of(iri).get(expand(name), ()) if isinstance(value, ox.NamedNode)]

    def text(self, iri: str, name: str) -> str:
        """The first value of a property; a term of our ontology by its local name; empty where there is none."""
        return next(iter(self.values(iri, name)), "").removeprefix(PREFIXES["ng"])

    def number(self, iri: str, name: str) -> float | None:
        """The first value of a property as a number."""
        try:
            return float(self.text(iri, name))
        except ValueError:
            return None

    def subjects(self, name: str, iri: str, most: int = MOST) -> list[str]:
        """The things that have a value of a property, sorted; of very many only some."""
        node = named(iri)
        quads = self.quads.quads_for_pattern(None, ox.NamedNode(expand(name)), node, None) if node else iter(())
        subjects = (quad.subject for quad in quads)
        return sorted({one.value for one in islice(subjects, most) if isinstance(one, ox.NamedNode)})

    def places(self, words: str) -> Iterator[tuple[str, int, str]]:
        """Where the words of an evidence or a mention stand: the article, the first character, and the words."""
        quote, start = "", None
        for selector in self.iris(words, "oa:hasSelector"):
            quote = self.text(selector, "oa:exact") or quote
            start = _whole(self.text(selector, "oa:start")) if start is None else start
        if quote and start is not None:
            yield from ((article, start, quote) for article in self.iris(words, "oa:hasSource"))

    def stretch(self, words: str) -> tuple[int, int] | None:
        """From which character to which some words stand."""
        for selector in self.iris(words, "oa:hasSelector"):
            start, end = _whole(self.text(selector, "oa:start")), _whole(self.text(selector, "oa:end"))
            if start is not None and end is not None:
                return start, end
        return None


def named(iri: str) -> ox.NamedNode | None:
    """The node of an IRI; None for what is none."""
    try:
        return ox.NamedNode(iri)
    except (ValueError, UnicodeEncodeError):
        return None


def _whole(text: str) -> int | None:
    # Longer ones are no place in any text, and Python refuses the longest of all.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
