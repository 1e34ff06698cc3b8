"""Triples in words, as ontology/reasoning/words.tsv has them."""

import re
from collections.abc import Mapping
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.relations import HALF, LOWER
from newsgraph.storage.reasoning.rules import TYPE
from newsgraph.storage.terms import unescaped

Triple = tuple[str, str, str]
_LABEL = f"<{expand('rdfs:label')}>"
_ON = f"<{expand('owl:onProperty')}>"
_LONGEST = 120


class Words:
    """Names what facts speak of by its label, and says triples as sentences."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._labels: Mapping[int, int] | None = None

    def sentence(self, triple: Triple) -> str:
        """A triple in words."""
        subject, predicate, object_ = triple
        pattern = sentences().get(object_ if predicate == TYPE else predicate)
        if pattern is None:
            pattern = "{s} is of the class {o}" if predicate == TYPE else "{s} {p} {o}"
        return pattern.format(s=self.name(subject), p=short(predicate), o=self.name(object_))

    def name(self, term: str) -> str:
        """A label in quotes, a prefixed name, what an unnamed class is made of, or the text of a literal."""
        if term.startswith('"'):
            return f'"{_cut(unescaped(term[1 : term.rindex(chr(34))]))}"'
        if term.startswith("_:"):
            return self._unnamed(term)
        if (brief := short(term)) != term:
            return brief
        label = self._label(term)
        return f'"{_cut(label)}"' if label else term

    def _label(self, term: str) -> str:
        """The label of a node, the smallest where it has several."""
        if self._labels is None:
            rows = self._facts.relation(("property", self._facts.number(_LABEL))).asserted
            texts, labels = self._facts.terms.texts, dict[int, int]()
            for node, label in zip((rows >> HALF).tolist(), (rows & LOWER).tolist(), strict=True):
                if node not in labels or texts[label] < texts[labels[node]]:
                    labels[node] = label
            self._labels = labels
        label = self._labels.get(self._facts.number(term))
        text = "" if label is None else self._facts.terms.texts[label]
        return unescaped(text[1 : text.rfind('"')]) if text.startswith('"') else ""

    def _unnamed(self, node: str) -> str:
        """A list by its members, a class expression by its parts."""
        if node in self._facts.lists:
            return f"({', '.join(self.name(one) for one in self._facts.lists[node])})"
        parts = [
            called.format(o=self.name(value), p=" and ".join(self.name(one) for one in self._values(node, _ON)))
            for name, called in _table()[1].items()
            for value in self._values(node, name)
        ]
        return f"[{', '.join(parts)}]" if parts else "an unnamed thing"

    def _values(self, node: str, name: str) -> list[str]:
        """The values that a node has of a property by what is told."""
        key = ("property", self._facts.number(name))
        rows = self._facts.relation(key).asserted
        low = self._facts.number(node) << int(HALF)
        first, last = rows.searchsorted([low, low + (1 << int(HALF))]).tolist()
        return [self._facts.terms.texts[one] for one in (rows[first:last] & LOWER).tolist()]


def sentences() -> Mapping[str, str]:
    """How triples read, by predicate or, of `rdf:type`, by class; what need not be said is empty."""
    return _table()[0]


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Sentences, and what unnamed things are called, by property."""
    path = folder("ontology") / "reasoning" / "words.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    try:
        told = [(f"<{expand(name)}>", sentence, called) for name, sentence, called in rows]
    except (ValueError, KeyError) as error:
        raise OntologyError(str(path), "a line needs a prefixed name, a sentence and a name between tabs") from error
    return {name: sentence for name, sentence, _ in told}, {name: called for name, _, called in told if called}


def short(term: str) -> str:
    """An IRI of our vocabularies with its prefix; any other term as it is."""
    for prefix, iri in PREFIXES.items():
        if term.startswith(f"<{iri}") and re.fullmatch(r"[\w.-]+", rest := term[len(iri) + 1 : -1]):
            return f"{prefix}:{rest}"
    return term


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
