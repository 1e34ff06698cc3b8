"""Things as all articles together tell of them, gathered from the index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from newsgraph.model.things import (
    Called,
    EntityThing,
    EventTelling,
    EventThing,
    Linked,
    Opposition,
    Part,
    RelationThing,
)
from newsgraph.resolution.cards import CalledBy, EventCard, RelationCard, Testimony
from newsgraph.resolution.events import Events
from newsgraph.resolution.figures import Observed, rivals
from newsgraph.resolution.index import Index
from newsgraph.resolution.relations import TELLINGS
from newsgraph.resolution.sameness import ONCE, of, same_event
from newsgraph.resolution.standing import Told, opposed, pairs, status

# So many tellings of an event are held against one another for who is said to have done it.
BLAMES = 16
MACHINE = "machine"
KIND = "event"
_NAMES = "SELECT e.row, t.name FROM %s e JOIN thing t ON t.kind = '%s' AND t.home = e.home WHERE e.article = ?"
_ENTITY_NAMES, _EVENT_NAMES = _NAMES % ("entity", "entity"), _NAMES % ("event", "event")
PartTold: TypeAlias = tuple[tuple[str, str], str, tuple[str, str]]
"""A property with a name, the digest of the article that tells it, the classes of the event and the filler there."""


class Things:
    """Looks things up by their homes; None where nobody tells of one any more."""

    def __init__(self, index: Index, events: Events) -> None:
        self.index, self.events = index, events

    def name(self, kind: str, home: int) -> str | None:
        """The name of an entity or event: that of the earliest published member, the smallest one of a day."""
        rank = self.index.value(f"SELECT min(rank) FROM {kind} WHERE home = ?", home)
        return None if rank is None else rank.rsplit("|", 1)[1]

    def entity(self, home: int) -> EntityThing | None:
        """An entity."""
        name = self.name("entity", home)
        if name is None:
            return None
        cards = self.index.column("SELECT card FROM telling WHERE home = ?", home)
        told = [self.index.read(CalledBy, card) for card in cards]
        own = [one for one in told if not one.publisher] or told
        called = sorted({one.called for one in own}, key=_written)
        merged = tuple(one for one in self.events.judgements.identified(home) if one != name)
        return EntityThing(name, self._only("entity", home), tuple(called), _links(told), merged)

    def event(self, home: int) -> EventThing | None:
        """An event, with its status and what excludes what about it; `with_wholes` adds what it is part of."""
        name = self.name(KIND, home)
        if name is None:
            return None
        members = self._members(home)
        thing = _Event(name, members, self.events).thing(self._plans(home))
        return replace(thing, roles=_parts(self._fillers(members), thing.name))

    def with_wholes(self, home: int, thing: EventThing) -> EventThing:
        """The event with the larger ones that it is a part of, where both are facts or neither is.

        To be asked once the statuses of all events are known.
        """
        sql = (
            "SELECT t.name, t.status, a.digest FROM event e JOIN event w ON w.article = e.article AND w.row = e.whole"
            " JOIN thing t ON t.kind = 'event' AND t.home = w.home JOIN article a ON a.id = e.article"
            " WHERE e.home = ? AND e.whole IS NOT NULL"
        )
        found = (
            (("subEventOf", name), digest, ("", ""))
            for name, standing, digest in self.index.all(sql, home)
            if (standing is None) == (thing.status is None)
        )
        return replace(thing, wholes=_parts(found, thing.name))

    def _fillers(self, members: "Sequence[Member]") -> "Iterator[PartTold]":
        """Who fills which role by which telling, under the names that they have in the world."""
        for member in members:
            names = dict(self.index.all(_ENTITY_NAMES, member.article))
            events = dict(self.index.all(_EVENT_NAMES, member.article))
            for filler in member.card.fillers:
                name = (events if filler.event else names).get(filler.row, filler.name)
                yield (filler.role, name), member.digest, (member.card.type, filler.type)

    def relation(self, home: str) -> RelationThing | None:
        """A relation."""
        rows = self._tellings(home)
        if not rows:
            return None
        subject, object_ = self.index.all("SELECT subject, object FROM relation WHERE home = ? LIMIT 1", home)[0]
        first = rows[0][0]
        told = [Told(claim, digest, circle, at) for card, digest, circle, at in rows for claim in card.claims]
        ends = self._end(subject, first.subject), None if object_ is None else self._end(object_, first.object or "")
        return RelationThing(
            first.predicate, ends[0], ends[1], first.value, first.labels, self._only("relation", home),
            status(told), _once(opposed(told)),
        )  # fmt: skip

    def _members(self, home: int) -> list["Member"]:
        sql = (
            "SELECT e.id, a.id, e.place, e.card, a.digest, a.copies FROM event e JOIN article a ON a.id = e.article"
            " WHERE e.home = ? ORDER BY e.place"
        )
        return [
            Member(row, article, place, self.index.read(EventCard, card), digest, circle)
            for row, article, place, card, digest, circle in self.index.all(sql, home)
        ]

    def _plans(self, home: int) -> tuple[str, ...]:
        """The names of the plans that an event fulfils."""
        sql = (
            "SELECT DISTINCT p.home FROM realized r JOIN event f ON f.id = r.fact JOIN event p ON p.id = r.plan"
            " WHERE f.home = ? AND p.home != f.home"
        )
        return tuple(sorted(filter(None, (self.name(KIND, plan) for plan in self.index.column(sql, home)))))

    def _tellings(self, home: str) -> list[tuple[RelationCard, str, int, str]]:
        """The first tellings of a relation and its first denials, with their articles, in the order of publication."""
        sql = (
            "SELECT r.place, r.card, a.digest, a.copies FROM relation r JOIN article a ON a.id = r.article"
            " WHERE r.home = ?%s ORDER BY r.place LIMIT ?"
        )
        rows = {
            place: (card, digest, circle)
            for more in ("", " AND r.denies = 1")
            for place, card, digest, circle in self.index.all(sql % more, home, TELLINGS)
        }
        ordered = sorted(rows.items())
        return [
            (self.index.read(RelationCard, card), digest, circle, place) for place, (card, digest, circle) in ordered
        ]

    def _end(self, home: int, name: str) -> str:
        """The name of an end of a relation: what is known in its article only keeps the name that it has alone."""
        return (self.name("entity", home) if home >= 0 else None) or name

    def _only(self, kind: str, home: int | str) -> str | None:
        """The digest of the article that alone tells of a thing."""
        article = self.index.only(kind, home)
        digest: str | None = self.index.value("SELECT digest FROM article WHERE id = ?", article)
        return digest


@dataclass(frozen=True, slots=True)
class Member:
    """One telling of an event."""

    row: int
    article: int
    place: str
    card: EventCard
    digest: str
    circle: int

    def told(self, claims: Iterable[Testimony]) -> list[Told]:
        """Some claims of its article."""
        return [Told(claim, self.digest, self.circle, self.place) for claim in claims]


@dataclass(frozen=True)
class _Event:
    """An event out of its tellings."""

    name: str
    members: Sequence[Member]
    events: Events

    def thing(self, plans: tuple[str, ...]) -> EventThing:
        """The event as a value."""
        told = [one for member in self.members for one in member.told(member.card.claims)]
        excluded = [*self._rival_figures, *self._rival_agents()]
        tellings = (EventTelling(m.card.type, m.card.label, m.card.alt_labels, m.card.moment) for m in self.members)
        homes = {member.digest for member in self.members}
        return EventThing(
            self.name,
            next(iter(homes)) if len(homes) == 1 else None,
            status(told, contradicted=bool(excluded)),
            tuple(tellings),
            figures=tuple(self._figures()),
            oppositions=_once([*opposed(told), *excluded]),
            fulfils=plans,
        )

    @cached_property
    def _observed(self) -> dict[str, tuple[Member, Observed]]:
        return {
            f"{member.place}|{figure.name}": (
                member,
                Observed.of(f"{member.place}|{figure.name}", figure, member.card.published),
            )
            for member in self.members
            for figure in member.card.figures
        }

    @cached_property
    def _disputed(self) -> tuple[tuple[Observed, Observed], ...]:
        return tuple(rivals(one for _, one in self._observed.values()))

    @property
    def _rival_figures(self) -> Iterator[Opposition]:
        for one, other in self._disputed:
            yield from pairs(self._claims(one), self._claims(other))

    def _claims(self, figure: Observed) -> list[Told]:
        return self._observed[figure.place][0].told(figure.card.claims)

    def _figures(self) -> Iterator[tuple[str, str | None, str]]:
        opponents = {one.place for pair in self._disputed for one in pair}
        for place, (member, figure) in self._observed.items():
            standing = status(member.told(figure.card.claims), contradicted=place in opponents)
            yield figure.card.name, standing, member.digest

    def _rival_agents(self) -> Iterator[Opposition]:
        """The claims of tellings that name different agents of the one act."""
        affirmed = [m for m in self.members if any(claim.affirms for claim in m.card.claims)][:BLAMES]
        if len(affirmed) < 2 or not of(affirmed[0].card.type, ONCE):
            return
        for one, other in combinations(affirmed, 2):
            like = same_event(self.events.view(one.row), self.events.view(other.row))
            if like is not None and like.rival:
                yield from pairs(one.told(one.card.claims), other.told(other.card.claims))


def _parts(told: Iterable[PartTold], event: str) -> tuple[Part, ...]:
    """Each once, with the article where one alone tells it; an event is no part of itself."""
    homes: dict[tuple[str, str], set[str]] = defaultdict(set)
    kinds: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for key, digest, classes in told:
        homes[key].add(digest)
        kinds[key].add(classes)
    return tuple(
        Part(*key, next(iter(found)) if len(found) == 1 else None, tuple(sorted(kinds[key])))
        for key, found in sorted(homes.items())
        if key[1] != event
    )


def _links(told: Iterable[CalledBy]) -> tuple[Linked, ...]:
    """The links of all tellings: to each target the surest; no doubts of the program's where a person has named one."""
    best: dict[str, Linked] = {}
    for link in (link for one in told for link in one.links):
        if link.target not in best or _sureness(link) < _sureness(best[link.target]):
            best[link.target] = link
    judged = any(link.judge != MACHINE and link.judgement == "accepted" for link in best.values())
    kept = (link for _, link in sorted(best.items()))
    return tuple(link for link in kept if not judged or link.judge != MACHINE or link.judgement == "accepted")


def _sureness(link: Linked) -> tuple[bool, bool, float, tuple[str, ...]]:
    return link.judge == MACHINE, link.judgement != "accepted", -link.score, link.reasons


def _written(called: Called) -> tuple[str, str, bool, tuple[str, ...]]:
    return called.label, called.type, called.named, called.alt_labels


def _once(found: Iterable[Opposition]) -> tuple[Opposition, ...]:
    key = {(one.left, one.right): one for one in found}
    return tuple(one for _, one in sorted(key.items()))
