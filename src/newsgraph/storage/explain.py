"""Finding what a graph knows about a node, or about all nodes of a label."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.explanation import ExplainedFact, Explanation, Passage, ToldClaim
from newsgraph.storage.store import ONTOLOGY

_NG = PREFIXES["ng"]
_LABELS = ("rdfs:label", "skos:altLabel")
# What a node is told with, beyond its roles.
_DETAILS = (
    "sem:hasTimeStamp", "sem:hasBeginTimeStamp", "sem:hasEndTimeStamp", "ng:timexText", "ng:counts", "ng:minimum",
    "ng:maximum", "ng:figureOf", "ng:subject", "ng:predicate", "ng:object",
)  # fmt: skip
_ROLES = ("agent", "patient", "recipient", "instrument", "place", "origin", "destination", "topic", "cause")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")


class Explainer:
    """Looks up a store; every answer is sorted."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def explain(self, wanted: str) -> Explanation:
        """All facts about a node that an IRI names, or about the nodes that a label names."""
        nodes = self._nodes(wanted)
        facts = {self._fact(told) for node in nodes for told in self._told(node)}
        return Explanation(wanted, tuple(sorted(facts, key=lambda fact: (fact.label, fact.iri))))

    def _nodes(self, wanted: str) -> list[ox.NamedNode]:
        """The node of that IRI, else those of that label, else those whose label holds the words."""
        try:
            node = ox.NamedNode(wanted.strip("<>"))
        except ValueError:
            node = None
        if node is not None and next(iter(self.store.quads_for_pattern(node, None, None, None)), None):
            return [node]
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
            around += self._subjects(f"ng:{name}", node)
        around += [figure for near in tuple(around) for figure in self._subjects("ng:figureOf", near)]
        yield from (near for near in dict.fromkeys(around) if self._subjects("ng:about", near))

    def _fact(self, node: ox.NamedNode) -> ExplainedFact:
        kind = self.first(node, "ng:eventType") or self._class(node)
        claims = (self._claim(claim) for claim in self._subjects("ng:about", node))
        roles = [(role, self.name(value)) for role in _ROLES for value in self.values(node, f"ng:{role}")]
        details = [(_words(name), self.name(value)) for name in _DETAILS for value in self.values(node, name)]
        status = self.first(node, "ng:status")
        return ExplainedFact(node.value, self.name(node), kind, status or None, (*roles, *details), tuple(claims))

    def _class(self, node: ox.NamedNode) -> str:
        ours = [
            c.value for c in self.values(node, "rdf:type") if isinstance(c, ox.NamedNode) and c.value.startswith(_NG)
        ]
        return min(ours, default="").removeprefix(_NG)

    def _claim(self, claim: ox.NamedNode) -> ToldClaim:
        chain = list(self._chain(claim))
        passages = dict.fromkeys(p for c in chain for e in self.values(c, "ng:evidence") for p in self._passages(e))
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

    def _passages(self, evidence: ox.NamedNode) -> Iterator[Passage]:
        for article in self.values(evidence, "oa:hasSource"):
            selectors = self.values(evidence, "oa:hasSelector")
            quotes = [q.value for s in selectors for q in self.values(s, "oa:exact")]
            starts = [int(n.value) for s in selectors for n in self.values(s, "oa:start")]
            bodies = [b.value for b in self.values(article, "schema:articleBody")]
            if quotes:
                yield _passage(quotes[0], starts[:1], bodies[:1], self._title(article))

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

    def _subjects(self, name: str, value: ox.NamedNode) -> list[ox.NamedNode]:
        quads = self.store.quads_for_pattern(None, ox.NamedNode(expand(name)), value, None)
        return sorted({q.subject for q in quads if q.graph_name != ONTOLOGY}, key=str)  # type: ignore[misc]

    def _quads(self, node: ox.NamedNode | None, name: str) -> Iterable[ox.Quad]:
        quads = self.store.quads_for_pattern(node, ox.NamedNode(expand(name)), None, None)
        return (quad for quad in quads if quad.graph_name != ONTOLOGY)


def _words(name: str) -> str:
    """A property as a word: "hasTimeStamp" is "time"."""
    local = name.partition(":")[2]
    return {
        "hasTimeStamp": "when", "hasBeginTimeStamp": "from", "hasEndTimeStamp": "until", "timexText": "in the words",
        "figureOf": "of",
    }.get(local, local)  # fmt: skip


def _passage(quote: str, starts: list[int], bodies: list[str], article: str) -> Passage:
    """The sentence around a quote, where the text is there."""
    if not starts or not bodies or bodies[0][starts[0] : starts[0] + len(quote)] != quote:
        return Passage("", quote, "", article)
    body, start, end = bodies[0], starts[0], starts[0] + len(quote)
    before = max((m.end() for m in _SENTENCE_END.finditer(body) if m.end() <= start), default=0)
    # The end of the quote may itself end the sentence.
    after = next(
        (m.start() + 1 for m in _SENTENCE_END.finditer(body, max(start, end - 2)) if m.start() + 1 >= end), len(body)
    )
    return Passage(body[before:start], quote, body[end:after], article)
