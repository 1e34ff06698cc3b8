"""Why two things of a graph are one, or are not: worked out from the graph alone, by the rules of resolution."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution import EventCard, EventView, FigureCard, Filler, apart_because, content, view
from newsgraph.storage.explain import Explainer
from newsgraph.storage.patterns import Patterns

ROLES = ("agent", "patient", "recipient", "instrument", "place", "origin", "destination", "topic", "cause")
# How many of the things that an article speaks of most stand for what it is about.
FOCUS = 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two things are one, and why, in words."""

    left: str
    right: str
    same: bool
    reasons: tuple[str, ...]

    def text(self) -> str:
        """A few lines."""
        head = "are one" if self.same else "are two"
        return "\n".join((f"{self.left}", f"{self.right}", f"  {head}:", *(f"  - {reason}" for reason in self.reasons)))

    __str__ = text


class Comparer:
    """Holds two nodes of a store against each other."""

    def __init__(self, store: Patterns) -> None:
        self.store, self.explainer = store, Explainer(store)
        self._numbers: dict[str, int] = {}

    def compare(self, left: str, right: str) -> Comparison:
        """Why what two IRIs or labels name is one thing, or is not."""
        one, other = self._node(left), self._node(right)
        if one is None or other is None:
            missing = left if one is None else right
            return Comparison(left, right, False, (f"nothing is told about {missing!r}",))
        names = self._named(one), self._named(other)
        if one == other:
            return Comparison(*names, True, tuple(self._merges(one)) or ("one article tells of it, in one place",))
        doubts = tuple(self._doubts(one, other))
        return Comparison(*names, False, (*self._apart(one, other), *doubts))

    def _node(self, wanted: str) -> ox.NamedNode | None:
        """The node of an IRI (its own, or one that it was merged from), else the first one of a label."""
        found = self.explainer.nodes(wanted)
        return found[0] if found else None

    def _named(self, node: ox.NamedNode) -> str:
        return f"{self.explainer.name(node)} <{node.value}>"

    def _merges(self, node: ox.NamedNode) -> Iterator[str]:
        """Why the tellings of one thing are one."""
        for match in self.explainer.subjects("ng:matchOf", node):
            reasons = ", ".join(value.value for value in self.explainer.values(match, "ng:reason"))
            yield f"{reasons} (score {self.explainer.first(match, 'ng:score')})"
        for link in self.explainer.values(node, "skos:exactMatch"):
            yield f"both are linked to <{link.value}>"
        if self._kind(node) not in ("Person",) and not self._is_event(node) and self._articles(node) > 1:
            yield "the articles call it by one name"

    def _doubts(self, one: ox.NamedNode, other: ox.NamedNode) -> Iterator[str]:
        """Matches of the two that wait for a judgement."""
        for match in self.explainer.subjects("rdf:type", ox.NamedNode(expand("ng:Match"))):
            ends = [end for name in ("ng:left", "ng:right") for end in self.explainer.values(match, name)]
            if set(map(self._whole, ends)) == {one, other}:
                reasons = ", ".join(value.value for value in self.explainer.values(match, "ng:reason"))
                yield f"they might be one: {reasons} (a person can judge that)"

    def _whole(self, name: ox.NamedNode) -> ox.NamedNode:
        """The node that a name was merged into."""
        found = self.explainer.subjects("ng:mergedFrom", name)
        return found[0] if found else name

    def _apart(self, one: ox.NamedNode, other: ox.NamedNode) -> tuple[str, ...]:
        if self._is_event(one) and self._is_event(other):
            return apart_because(self._view(one), self._view(other))
        links = [[link.value for link in self.explainer.values(node, "skos:exactMatch")] for node in (one, other)]
        if all(links) and not set(links[0]) & set(links[1]):
            return ("they are linked to different identifiers",)
        kinds = self._kind(one), self._kind(other)
        if kinds[0] != kinds[1] and not self._related(*kinds):
            return (f"{kinds[0]} and {kinds[1]} exclude each other",)
        return ("no name, or too little of what is told beside the name, is common to both",)

    @staticmethod
    def _related(one: str, other: str) -> bool:
        return vocabulary().is_a(one, other) or vocabulary().is_a(other, one)

    def _kind(self, node: ox.NamedNode) -> str:
        return self.explainer.kind(node)

    def _is_event(self, node: ox.NamedNode) -> bool:
        return vocabulary().is_a(self._kind(node), "Event")

    def _articles(self, node: ox.NamedNode) -> int:
        return len({article for article, _ in self._mentions(node)})

    def _mentions(self, node: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
        for mention in self.explainer.subjects("ng:refersTo", node):
            yield from ((article, mention) for article in self.explainer.values(mention, "oa:hasSource"))

    def _view(self, node: ox.NamedNode) -> EventView:
        """An event of the graph as resolution would see it."""
        card = self._card(node)
        return view(card, (self._number(node), self._number(node)), lambda row: row, lambda row: row)

    def _card(self, node: ox.NamedNode) -> EventCard:
        stamps = ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp")
        days = [self.explainer.first(node, f"sem:{name}")[:10] for name in stamps]
        articles = sorted({article for article, _ in self._mentions(node)}, key=str)
        published = min((self.explainer.first(a, "schema:datePublished")[:10] for a in articles), default="")
        label = self.explainer.first(node, "rdfs:label")
        return EventCard(
            self._kind(node), label, (),
            realis="happened" if self.explainer.first(node, "ng:status") else "elsewhere", world="",
            first_day=days[0] or days[1], last_day=days[0] or days[2], published=published,
            fillers=tuple(self._fillers(node)), moment=None, claims=(), figures=tuple(self._figures(node)),
            words=tuple(sorted(self._words(node, label))), focus=tuple(self._focus(articles)),
        )  # fmt: skip

    def _fillers(self, node: ox.NamedNode) -> Iterator[Filler]:
        for role in ROLES:
            for value in self.explainer.values(node, f"ng:{role}"):
                if isinstance(value, ox.NamedNode):
                    label, kind = self.explainer.name(value), self._kind(value)
                    around = tuple(self._number(one) for one in self.explainer.values(value, "ng:locatedIn"))
                    event = self._is_event(value)
                    named = not event and self._is_named(value, label)
                    yield Filler(role, self._number(value), event, kind, label, named, value.value, around)

    def _is_named(self, node: ox.NamedNode, label: str) -> bool:
        return bool(self.explainer.values(node, "skos:exactMatch")) or label[:1].isupper()

    def _figures(self, node: ox.NamedNode) -> Iterator[FigureCard]:
        for figure in self.explainer.subjects("ng:figureOf", node):
            low, high = (self.explainer.first(figure, f"ng:{name}") for name in ("minimum", "maximum"))
            bounds = (float(low) if low else None, float(high) if high else None)
            yield FigureCard(figure.value, self.explainer.first(figure, "ng:counts"), None, *bounds, False, "", ())

    def _focus(self, articles: list[ox.NamedNode]) -> Iterator[int]:
        """What some articles speak of most."""
        spoken: Counter[ox.NamedNode] = Counter()
        for article in articles:
            for mention in self.explainer.subjects("oa:hasSource", article):
                found = (one for one in self.explainer.values(mention, "ng:refersTo") if self._spoken(one))
                spoken.update(found)
        ranked = sorted(spoken, key=lambda node: (-spoken[node], node.value))
        yield from sorted(self._number(node) for node in ranked[:FOCUS])

    def _spoken(self, node: ox.NamedNode) -> bool:
        return self._kind(node) != "Country" and self._is_named(node, self.explainer.name(node))

    def _words(self, node: ox.NamedNode, label: str) -> frozenset[str]:
        fillers = [self.explainer.name(value) for role in ROLES for value in self.explainer.values(node, f"ng:{role}")]
        names = content(" ".join(name for name in fillers if name[:1].isupper()))
        return content(" ".join((label, *fillers))) - names - content(vocabulary().label(self._kind(node)))

    def _number(self, node: ox.NamedNode) -> int:
        return self._numbers.setdefault(node.value, len(self._numbers) + 1)
