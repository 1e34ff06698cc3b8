"""What articles tell together: entities, events and relations, as far as several may speak of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.mapping.context import Node, Output
from newsgraph.mapping.entities import described, leaf
from newsgraph.mapping.matches import judged
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.refusals import allowed
from newsgraph.mapping.terms import ALT_LABEL, EXACT_MATCH, LABEL, TYPE, ng, stamp, term
from newsgraph.model.statements import Iri, Layer, Rejected
from newsgraph.model.things import EntityThing, EventThing, Judged, Linked, Moment, Opposition, Part, RelationThing
from newsgraph.ontology.vocabulary import Vocabulary, vocabulary

# Who judges without a name.
SOMEBODY = "a person"
# What a verdict of a person is in the graph: the judgement, in words, as a score.
_JUDGED = {
    "same": ("accepted", "one", 1.0),
    "different": ("rejected", "two", 0.0),
    "unsure": ("unsure", "perhaps one", 0.5),
}
# What RFC 3987 leaves out of an IRI; an identifier with such a character is no identifier.
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes things down under a base."""

    minter: Minter
    vocabulary: Vocabulary

    @classmethod
    def under(cls, base: str) -> "Writer":
        """A writer of things whose IRIs begin so, in the terms of the ontology that comes with the program."""
        return cls(Minter(base), vocabulary())

    def entity(self, thing: EntityThing) -> Output:
        """An entity: class, names, and its links to identifiers elsewhere."""
        node = self._node(thing.name, Layer.FACTS, thing.home)
        yield from described(node, thing.called, self.vocabulary)
        yield from node.has(ng("mergedFrom"), *map(Iri, thing.merged))
        for link in thing.links:
            if _IRI.fullmatch(link.target):
                yield from node.has(EXACT_MATCH, Iri(link.target) if link.judgement == "accepted" else None)
                yield from self._link(thing, link)

    def event(self, thing: EventThing) -> Output:
        """An event, a fact with its class and status or an irrealis event; its time, what excludes what about it."""
        node = self._node(thing.name, Layer.FACTS if thing.status else Layer.CLAIMS, thing.home)
        kind = leaf((told.type for told in thing.tellings), self.vocabulary)
        label = thing.tellings[0].label
        yield from node.has(TYPE, ng(kind if thing.status else "IrrealisEvent"))
        yield from node.has(ng("eventType"), None if thing.status else ng(kind))
        yield from node.has(ng("status"), ng(thing.status) if thing.status else None)
        yield from node.has(LABEL, label)
        yield from node.has(ALT_LABEL, *_other_labels(thing, label))
        yield from _time(node, [told.moment for told in thing.tellings if told.moment is not None])
        yield from node.has(ng("fulfils"), *map(Iri, thing.fulfils if thing.status else ()))
        for part in (*filter(self._stands, thing.roles), *thing.wholes):
            yield from self._node(thing.name, node.layer, part.home).has(ng(part.property), Iri(part.name))
        for name, standing, home in thing.figures:
            figure = self._node(name, Layer.FACTS, home)
            yield from figure.has(ng("status"), ng(standing) if standing and thing.status else None)
        yield from self._opposed(thing.oppositions)

    def relation(self, thing: RelationThing) -> Output:
        """A relation: a node that can be claimed, and a triple among the facts where it is promoted."""
        value = stamp(thing.value) if thing.value is not None else Iri(thing.object or "")
        iri = self.minter.relation(thing.predicate, thing.subject, thing.object or "", value=thing.value)
        if thing.status is not None:
            yield from self._node(thing.subject, Layer.FACTS, thing.home).has(ng(thing.predicate), value)
        node = self._node(iri.value, Layer.CLAIMS, thing.home)
        yield from node.has(TYPE, ng("Relation"))
        yield from node.has(LABEL, f" {self.vocabulary.label(thing.predicate)} ".join(thing.labels))
        yield from node.has(ng("status"), ng(thing.status) if thing.status else None)
        yield from node.has(ng("subject"), Iri(thing.subject))
        yield from node.has(ng("predicate"), ng(thing.predicate))
        yield from node.has(ng("value") if thing.value is not None else ng("object"), value)
        yield from self._opposed(thing.oppositions)

    def judged(self, thing: Judged) -> Output:
        """A match that a person has judged, whatever the program thought of it."""
        judgement, words, score = _JUDGED[thing.verdict]
        reason = thing.reason or f"{thing.judge or SOMEBODY} says so"
        node = self._node(self.minter.mint("match", thing.left, thing.right).value, Layer.CLAIMS, None)
        yield from node.has(TYPE, ng("Match"))
        yield from node.has(LABEL, f"{words}: {reason}")
        yield from node.has(ng("left"), Iri(thing.left))
        yield from node.has(ng("right"), Iri(thing.right))
        yield from node.has(ng("matchOf"), None if thing.thing is None else Iri(thing.thing))
        yield from judged(node, score, (reason,), judgement, thing.judge or SOMEBODY)

    def _stands(self, role: Part) -> bool:
        """Whether the table of roles allows a filler, by one telling at least."""
        return any(allowed(event, role.property, filler, self.vocabulary) for event, filler in role.kinds)

    def _node(self, name: str, layer: Layer, home: str | None) -> Node:
        return Node(Iri(name), layer, self.minter.told_by(home))

    def _link(self, thing: EntityThing, link: Linked) -> Output:
        iri = self.minter.mint("link", thing.name, link.target)
        node = self._node(iri.value, Layer.CLAIMS, thing.home)
        yield from node.has(TYPE, ng("Link"))
        yield from node.has(LABEL, f"{thing.called[0].label}: {', '.join(link.reasons)}")
        yield from node.has(ng("linkFrom"), Iri(thing.name))
        yield from node.has(ng("linkTo"), Iri(link.target))
        yield from judged(node, link.score, link.reasons, link.judgement, link.judge)

    def _opposed(self, oppositions: Sequence[Opposition]) -> Output:
        """Both directions, each in the graph of the article that makes the claim."""
        for one in oppositions:
            yield from self._node(one.left, Layer.CLAIMS, one.left_home).has(ng("contradicts"), Iri(one.right))
            yield from self._node(one.right, Layer.CLAIMS, one.right_home).has(ng("contradicts"), Iri(one.left))


def _other_labels(thing: EventThing, label: str) -> list[str]:
    """The nouns by which the texts name an event, as far as its label does not hold them."""
    names = {name for told in thing.tellings for name in told.alt_labels}
    return sorted(name for name in names if name.lower() not in label.lower())


def _time(node: Node, moments: Sequence[Moment]) -> Output:
    """The most exact time of some (ties: the first), with its value and its words."""
    if not moments:
        return
    moment = min(moments, key=lambda one: (not one.stamp, not one.begin, not one.end))
    yield from time_statements(node, moment)
    yield from node.has(ng("timexText"), moment.words or None)


def time_statements(node: Node, time: Moment) -> Output:
    """The time stamps of a node, at most one of each kind, and the TIMEX3 value."""
    ends = (("hasBeginTimeStamp", time.begin), ("hasEndTimeStamp", time.end))
    for name, value in (("hasTimeStamp", time.stamp),) if time.stamp else ends:
        literal = stamp(value) if value else None
        if value and literal is None:
            yield Rejected("no date or time of XML Schema", f"{value!r} from TIMEX3 {time.value!r}")
        yield from node.has(term(f"sem:{name}"), literal)
    yield from node.has(ng("timexValue"), time.value)
