"""Finding what a graph knows about a node, or about all nodes of a label."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.explanation import ExplainedFact, Explanation, Passage, ToldClaim
from newsgraph.storage.patterns import Patterns

_NG = PREFIXES["ng"]
_LABELS = ("rdfs:label", "skos:altLabel")
# What a node is told with, beyond its roles.
_DETAILS = (
    "sem:hasTimeStamp", "sem:hasBeginTimeStamp", "sem:hasEndTimeStamp", "ng:timexText", "ng:counts", "ng:minimum",
    "ng:maximum", "ng:figureOf", "ng:subject", "ng:predicate", "ng:object",
)  # fmt: skip
_ROLES = ("agent", "patient", "recipient", "instrument", "place", "origin", "destination", "topic", "cause")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")


Spot: TypeAlias = tuple[ox.NamedNode, int, str]
"""An article, where words begin in it, and the words."""


class Explainer:
    """Looks up a store; every answer is sorted."""

    def __init__(self, store: Patterns) -> None:
        self.store = store

    def explain(self, wanted: str) -> Explanation:
        """All facts about a node that an IRI names, or about the nodes that a label names."""
        nodes = self.nodes(wanted)
        facts = {self._fact(told) for node in nodes for told in self._told(node)}
        return Explanation(wanted, tuple(sorted(facts, key=lambda fact: (fact.label, fact.iri))))

    def nodes(self, wanted: str) -> list[ox.NamedNode]:
        """The node of that IRI, else those of that label, else those whose label holds the words."""
        try:
            node = ox.NamedNode(wanted.strip("<>"))
        except ValueError:
            node = None
        if node is not None and next(iter(self.store.quads_for_pattern(node, None, None, None)), None):
            return [node]
        if node is not None and (merged := self.subjects("ng:mergedFrom", node)):
            return merged
        labels = list(self._labels())
        words = wanted.casefold().strip()
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        exact = {node for node, label in labels if label == words}
        return sorted(exact or {node for node, label in labels if pattern.search(label)}, key=str)

    def _labels(self) -> Iterator[tuple[ox.NamedNode, str]]:
        for quad in (quad for name in _LABELS for quad in self._quads(None, name)):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                yield quad.subject, quad.object.value.casefold()

    def _told(self, node: ox.NamedNode) -> Iterator[ox.NamedNode]:
        """The node itself where claims are about it, else what it takes part in."""
        around = [node]
        for name in (*_ROLES, "subject", "object", "figureOf"):
            around += self.subjects(f"ng:{name}", node)
        around += [about for claim in self.subjects("ng:claimant", node) for about in self._about(claim)]
        around += [figure for near in tuple(around) for figure in self.subjects("ng:figureOf", near)]
        yield from (near for near in dict.fromkeys(around) if self.subjects("ng:about", near))

    def _about(self, claim: ox.NamedNode) -> Iterator[ox.NamedNode]:
        """What a claim says something of, through the claims inside it."""
        inner, seen = claim, {claim}
        while (about := self.values(inner, "ng:about")) and about[0] not in seen:
            inner = about[0]
            seen.add(inner)
        yield inner

    def _fact(self, node: ox.NamedNode) -> ExplainedFact:
        kind = self.kind(node)
        spots = [spot for mention in self.subjects("ng:refersTo", node) for spot in self._spots(mention)]
        spots += [spot for words in self.values(node, "ng:evidence") for spot in self._spots(words)]
        claims = (self._claim(claim, spots) for claim in self.subjects("ng:about", node))
        roles = [(role, self.name(value)) for role in _ROLES for value in self.values(node, f"ng:{role}")]
        details = [(_words(name), self.name(value)) for name in _DETAILS for value in self.values(node, name)]
        status = self.first(node, "ng:status")
        told = (*roles, *details), tuple(claims), tuple(self._merges(node))
        return ExplainedFact(node.value, self.name(node), kind, status or None, *told)

    def _merges(self, node: ox.NamedNode) -> Iterator[str]:
        """Why the tellings of one thing are held to be one."""
        for match in self.subjects("ng:matchOf", node):
            reasons = ", ".join(value.value for value in self.values(match, "ng:reason"))
            yield f"{reasons} (score {self.first(match, 'ng:score')}, {self.first(match, 'ng:judgedBy')})"

    def kind(self, node: ox.NamedNode) -> str:
        """The class of a node by its local name, of what is no fact the one that it would have."""
        return self.first(node, "ng:eventType") or self._class(node)

    def _class(self, node: ox.NamedNode) -> str:
        ours = [
            c.value for c in self.values(node, "rdf:type") if isinstance(c, ox.NamedNode) and c.value.startswith(_NG)
        ]
        return min(ours, default="").removeprefix(_NG)

    def _claim(self, claim: ox.NamedNode, marked: list[Spot]) -> ToldClaim:
        chain = list(self._chain(claim))
        spots = [spot for link in chain for words in self.values(link, "ng:evidence") for spot in self._spots(words)]
        passages = dict.fromkeys(self._passage(_narrowed(spot, marked)) for spot in spots)
        against = (self._spoken(other) for other in self.values(claim, "ng:contradicts"))
        return ToldClaim(tuple(map(self._speaker, chain)), tuple(passages), tuple(sorted(against)))

    def _spoken(self, claim: ox.NamedNode) -> str:
        """A claim in one line: who, and what."""
        about = " and ".join(self.name(target) for target in self.values(claim, "ng:about"))
        return f"{self.name(claim)} ({about})"

    def _chain(self, claim: ox.NamedNode) -> Iterator[ox.NamedNode]:
        seen: set[ox.NamedNode] = set()
        queue = [claim]
        while queue and queue[0] not in seen:
            seen.add(queue[0])
            yield queue[0]
            queue = self.values(queue[0], "ng:embeddedIn")

    def _speaker(self, claim: ox.NamedNode) -> tuple[str, str]:
        who = " and ".join(self.name(one) for one in self.values(claim, "ng:claimant"))
        return who, f"{self.first(claim, 'ng:factuality')}, {self.first(claim, 'ng:modality')}"

    def _spots(self, words: ox.NamedNode) -> Iterator[Spot]:
        """Where the words of an evidence or a mention stand."""
        selectors = self.values(words, "oa:hasSelector")
        quotes = [quote.value for selector in selectors for quote in self.values(selector, "oa:exact")]
        starts = [int(start.value) for selector in selectors for start in self.values(selector, "oa:start")]
        for article in self.values(words, "oa:hasSource"):
            if quotes and starts:
                yield article, starts[0], quotes[0]

    def _passage(self, spot: Spot) -> Passage:
        article, start, quote = spot
        bodies = [body.value for body in self.values(article, "schema:articleBody")]
        return passage(quote, start, bodies[0] if bodies else "", self._title(article))

    def _title(self, article: ox.NamedNode) -> str:
        parts = (self.name(article), *(self.name(v) for v in self.values(article, "schema:publisher")))
        return ", ".join((*parts, *(v.value for v in self.values(article, "schema:datePublished"))))

    def name(self, term: ox.NamedNode | ox.Literal) -> str:
        """The label of a node, else its local name; the text of a literal."""
        if isinstance(term, ox.Literal):
            return term.value
        return self.first(term, "rdfs:label") or re.split("[#/]", term.value)[-1]

    def first(self, node: ox.NamedNode, name: str) -> str:
        """The first value of a property as text, IRIs by their local name; empty where there is none."""
        found = self.values(node, name)
        return re.split("#", found[0].value)[-1] if found else ""

    def values(self, node: ox.NamedNode, name: str) -> list:  # type: ignore[type-arg]
        """The values of a property, sorted."""
        return sorted({q.object for q in self._quads(node, name)}, key=str)

    def subjects(self, name: str, value: ox.NamedNode) -> list[ox.NamedNode]:
        """The nodes that have a value of a property, sorted."""
        quads = self.store.quads_for_pattern(None, ox.NamedNode(expand(name)), value, None)
        return sorted({q.subject for q in quads}, key=str)  # type: ignore[misc]

    def _quads(self, node: ox.NamedNode | None, name: str) -> Iterable[ox.Quad]:
        return self.store.quads_for_pattern(node, ox.NamedNode(expand(name)), None, None)


def _words(name: str) -> str:
    """A property as a word: "hasTimeStamp" is "time"."""
    local = name.partition(":")[2]
    return {
        "hasTimeStamp": "when", "hasBeginTimeStamp": "from", "hasEndTimeStamp": "until", "timexText": "in the words",
        "figureOf": "of",
    }.get(local, local)  # fmt: skip


def _narrowed(spot: Spot, marked: list[Spot]) -> Spot:
    """The words inside a passage that name what it is about, else the whole passage."""
    article, start, quote = spot
    end = start + len(quote)
    return next((s for s in sorted(marked, key=str) if s[0] == article and start <= s[1] < end), spot)


def passage(quote: str, start: int, body: str, article: str) -> Passage:
    """The sentence around a quote, or the quote alone where the text is not there.

    >>> passage("fell", 12, "He ran. She fell. It rained.", "a story").text()
    'She [fell].'
    """
    end = start + len(quote)
    if body[start:end] != quote:
        return Passage("", quote, "", article)
    breaks = [(found.start() + 1, found.end()) for found in _SENTENCE_END.finditer(body)]
    before = max((first for _, first in breaks if first <= start), default=0)
    # The quote may itself end the sentence.
    after = min((last for last, _ in breaks if last >= end), default=len(body))
    return Passage(body[before:start], quote, body[end:after], article)
