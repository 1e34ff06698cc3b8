"""re3d: who and what conflict documents mention, and what they say of two of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from benchmarks.adapters._re3d_terms import ANYWHERE, RELATIONS, ROLES, SIDES, STRIKE, STRIKES, TYPES
from benchmarks.records import Record, rows
from newsgraph import Graph

# How far apart, in characters, the mentions of two things may be of which one word or sentence speaks.
NEAR = 160
SENTENCE = re.compile(r"\n|(?<![A-Z][a-z])(?<![A-Z])[.!?][\"”’]*\s+[\"“]*[A-Z]")
# Pronouns that the data set has no mentions for.
RELATIVES = frozenset("who whom whose that which his her its".split())
# What stands between two mentions of one thing side by side.
BESIDE = re.compile(r",? ?(?:the|a|an)? ?|,? ?\(?(?:also )?(?:known as|called|or) [“\"]?| ?[(] ?(?:the )?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that mentions something: its type in the data set's terms, how it refers, and to what."""

    start: int
    end: int
    type: str
    kind: str
    what: str

    def within(self, other: "Mention") -> bool:
        """Whether another mention covers this one."""
        return other.start <= self.start and self.end <= other.end

    def gap(self, start: int, end: int) -> int:
        """The characters between this mention and a stretch of text."""
        return max(self.start - end, start - self.end, 0)


# Subject, predicate, object, the words that tell so, and how far from these the two may be mentioned.
Link = tuple[str, str, str, int, int, int]
Pair = tuple[int, str, int]


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The mentions and the relations between them."""
    found = list(mentions(graph))
    acting = set(actors(found, graph))
    kept = whole_places(outermost(joined(found)), graph)
    shown = [replace(m, type="Organisation") if (m.start, m.end) in acting else m for m in kept]
    places = Places(found, shown, record["text"])
    stated = [pair for link in (*stated_links(graph), *role_links(graph)) for pair in places.pairs(link)]
    pairs = sorted({*stated, *places.counted(), *places.named_twice()})
    return {
        "entities": [{"start": m.start, "end": m.end, "type": m.type} for m in shown],
        "relations": [{"subj": s, "pred": p, "obj": o} for s, p, o in pairs if s != o],
    }


def mentions(graph: Graph) -> Iterator[Mention]:
    """All mentions of a class that the data set has."""
    for row in rows(graph, "re3d"):
        kind, type_ = local(row.kind), local(row.type)
        if type_ == "Figure":
            wanted = "Money" if kind == "Amount" else "Quantity"
        elif type_ == "Event":
            wanted = "Weapon" if kind in STRIKES and row.words.lower() in STRIKE else "Event"
        else:
            wanted = TYPES.get(type_, "")
        if wanted and kind != "AdjectiveMention" and not (kind == "PronounMention" and row.words.lower() in RELATIVES):
            yield Mention(row.start, row.end, wanted, kind, row.what)


def local(iri: str) -> str:
    """The last part of an IRI."""
    return str(iri).rsplit("#", 1)[-1]


def actors(found: Sequence[Mention], graph: Graph) -> Iterator[tuple[int, int]]:
    """Where a country is mentioned as one that acts."""
    for row in rows(graph, "re3d-roles"):
        if local(row.role) == "agent":
            near = [(m.gap(row.start, row.end), m) for m in found if m.what == row.filler and m.type == "Location"]
            yield from ((m.start, m.end) for gap, m in near if gap <= NEAR and gap == min(g for g, _ in near))


def whole_places(found: Sequence[Mention], graph: Graph) -> list[Mention]:
    """ "Leeds, England" is one mention of a place."""
    inside = {(row.subject, row.object) for row in rows(graph, "re3d-relations") if local(row.predicate) == "locatedIn"}
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        if last and mention.start - last.end == len(", ") and (last.what, mention.what) in inside:
            out[-1] = replace(last, end=mention.end)
        else:
            out.append(mention)
    return out


def joined(found: Iterable[Mention]) -> list[Mention]:
    """A title and the name right after it are one mention."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.type, m.what)):
        beside = next(
            (n for n, m in enumerate(out) if m.what == mention.what and 0 <= mention.start - m.end <= 1), None
        )
        if beside is not None and mention.kind == "NameMention":
            out[beside] = replace(mention, start=out[beside].start)
        else:
            out.append(mention)
    return out


def outermost(found: Sequence[Mention]) -> list[Mention]:
    """The mentions that no other covers, but numbers and times, which may stand inside."""
    kept = [m for m in found if m.type != "Event"]
    return [m for n, m in enumerate(kept) if not any(k != n and _hides(o, m, k < n) for k, o in enumerate(kept))]


def _nested(one: Mention, other: Mention) -> bool:
    """Whether one of two mentions stands inside the other."""
    return one.within(other) or other.within(one)


def _hides(outer: Mention, inner: Mention, first: bool) -> bool:
    """Whether a mention goes without saying beside one that covers it."""
    same = (outer.start, outer.end) == (inner.start, inner.end)
    if inner.type in {"Quantity", "Money"} or outer.type in {"Quantity", "Money"}:
        return same and first and inner.type == outer.type
    return inner.within(outer) and (first or not same)


@dataclass(slots=True)
class Places:
    """Where things are mentioned, and which of the shown mentions stands for each of these places."""

    found: list[Mention]
    shown: list[Mention]
    text: str

    def pairs(self, link: Link) -> Iterator[Pair]:
        """The mentions of a link's two ends that stand nearest to the words that state it."""
        one, predicate, other, start, end, reach = link
        left, right = self._nearest(one, start, end, reach), self._nearest(other, start, end, reach)
        both = ((_nested(a, b), a.gap(b.start, b.end), a.start, b.start, a, b) for a in left for b in right)
        best = min(both, default=None)
        if best is None or best[1] > NEAR or SENTENCE.search(self._between(best[4], best[5])):
            return
        subject, object_ = self._index(best[4]), self._index(best[5])
        if subject is not None and object_ is not None:
            allowed = SIDES.get(predicate)
            if allowed is None or {self.shown[subject].type, self.shown[object_].type} <= allowed:
                yield subject, predicate, object_

    def _between(self, one: Mention, other: Mention) -> str:
        return self.text[min(one.end, other.end) : max(one.start, other.start)]

    def _nearest(self, what: str, start: int, end: int, reach: int) -> list[Mention]:
        near = sorted((m.gap(start, end), m.start, m) for m in self.found if m.what == what)
        return [m for gap, _, m in near if gap <= reach and gap == near[0][0]]

    def _index(self, mention: Mention) -> int | None:
        over = [(m.end - m.start, n) for n, m in enumerate(self.shown) if mention.within(m)]
        alike = [n for _, n in sorted(over) if self.shown[n].type not in {"Quantity", "Money"}]
        return alike[0] if alike else None

    def counted(self) -> Iterator[Pair]:
        """A number and what it counts."""
        for n, number in enumerate(self.shown):
            if number.type == "Quantity":
                over = [k for k, m in enumerate(self.shown) if number.within(m) and m.type != "Quantity"]
                yield from ((k, "HasAttrOf", n) for k in over[:1])

    def named_twice(self) -> Iterator[Pair]:
        """Two mentions of one thing side by side: "the minister, X", "the X (Y)"."""
        by_what: dict[str, list[int]] = defaultdict(list)
        for n, mention in enumerate(self.shown):
            if mention.kind in {"NameMention", "NominalMention"}:
                by_what[mention.what].append(n)
        for group in by_what.values():
            for a, b in pairwise(group):
                if BESIDE.fullmatch(self._between(self.shown[a], self.shown[b])):
                    yield a, "IsSynonymOf", b


def stated_links(graph: Graph) -> Iterator[Link]:
    """What the graph holds as lasting relations."""
    for row in rows(graph, "re3d-relations"):
        if (predicate := RELATIONS.get(local(row.predicate))) is not None:
            yield row.subject, predicate, row.object, row.start, row.end, 0


def role_links(graph: Graph) -> Iterator[Link]:
    """What the fillers of an event's roles are to each other."""
    told: dict[tuple[str, str, int, int], list[tuple[str, str]]] = defaultdict(list)
    for row in rows(graph, "re3d-roles"):
        told[row.event, local(row.type), row.start, row.end].append((local(row.role), row.filler))
    for (event, type_, start, end), fillers in told.items():
        fillers.append(("self", event))
        for one, predicate, other in (*ROLES.get(type_, ()), *ANYWHERE):
            for n, (role, subject) in enumerate(fillers):
                for k, (role_, object_) in enumerate(fillers):
                    if (role, role_) == (one, other) and subject != object_ and (one != other or n < k):
                        yield subject, predicate, object_, start, end, NEAR
