"""Which events of different articles are one: each is held against those that were published before it.

Events are taken in the order of publication. One joins the event that it is most like among those near in time that
share a participant, or begins a new one; what it joins depends on earlier events alone. So what comes in last is
compared with a few, and what comes in late, or goes, is felt only by later events that could have seen it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import product
from typing import TypeAlias

from newsgraph.model.codec import pack
from newsgraph.model.things import Matched
from newsgraph.resolution.blocks import FACT, PLAN, REACH, block_keys, plan_keys, seen_from
from newsgraph.resolution.bridges import Bridges
from newsgraph.resolution.cards import EventCard
from newsgraph.resolution.entities import Entities, alone
from newsgraph.resolution.index import Index
from newsgraph.resolution.judging import Judgements
from newsgraph.resolution.sameness import (
    LASTING,
    Likeness,
    comparable,
    conflicts,
    fulfils,
    of,
    same_event,
    same_in_story,
)
from newsgraph.resolution.telling import ELSEWHERE, HAPPENED, Telling
from newsgraph.resolution.views import EventView, view

KIND = "event"
# What lasts is one event for so many days after it was first told; then another begins.
LONGEST_DAYS = 31
# How many plans before a fact are looked at.
PLANS = 8


Way: TypeAlias = tuple[float, str, Likeness, int]
"""A likeness to an event in the index: the score below zero, its place, the likeness, its row."""


class Events:
    """The events of an index; what a change touches is gathered until `settle`."""

    def __init__(self, index: Index, judgements: Judgements, entities: Entities) -> None:
        self.index, self.judgements, self.entities = index, judgements, entities
        self.moved: set[int] = set()
        """Articles that have an event whose home is another now."""
        self.touched: set[int] = set()
        """Homes that have other members, or members that look different now."""
        self._queue: list[tuple[str, int]] = []
        self._queued: set[int] = set()
        self._views: dict[int, EventView] = {}
        self._homes: dict[int, dict[int, int]] = {}
        self._bridges = Bridges(index)
        judgements.bond(KIND, self._bridges.home)
        self._last: str | None = None
        """While homes are given: the place after which all events are new, and wait in the queue anyway."""

    def add(self, article: int, place: str, telling: Telling) -> None:
        """Put the events of an article in."""
        names, document = telling.entry.names.events, telling.entry.article.document
        for row, card in telling.events():
            spot = f"{place}|{telling.depth(row):02d}|{row:05d}"
            number = self.index.run(
                "INSERT INTO event (article, row, place, rank, name, day, whole, card, solo)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                article, row, spot, f"{document.date or '9999'}|{names[row]}", names[row], _day(card), card.whole,
                self.index.cell(card), self.judgements.solo(names[row]),
            )  # fmt: skip
            self._push(spot, number)

    def remove(self, article: int) -> None:
        """Take the events of an article out."""
        for row, place, base, home in self.index.all(
            "SELECT id, place, base, home FROM event WHERE article = ?", article
        ):
            self._wake(row, place)
            for spot, other in self.index.all("SELECT place, id FROM event WHERE base = ? AND id != ?", base, row):
                self._push(spot, other)
            self.touched.add(home)
            self._forget(row)
            self.index.run("DELETE FROM event WHERE id = ?", row)

    def settle(self) -> None:
        """Give every event its home."""
        self._views.clear()
        self._homes.clear()
        self._look_again()
        self._last = self.index.value("SELECT max(place) FROM event WHERE base IS NOT NULL") or ""
        while self._queue:
            place, row = heappop(self._queue)
            if row in self._queued:
                self._queued.discard(row)
                self._settle(row, place)
        loose = self._bridges.changed()
        loose |= {base for home in self.judgements.bond(KIND, self._bridges.home) for base in self._bridges.reach(home)}
        for base in sorted(loose):
            for row in self.index.column("SELECT id FROM event WHERE base = ?", base):
                self._rehome(row, base)
        self._last = None

    def view(self, row: int) -> EventView:
        """An event as others may see it."""
        found = self._views.get(row)
        if found is None:
            article, place, packed = self.index.all("SELECT article, place, card FROM event WHERE id = ?", row)[0]
            found = self._view(row, (article, place), self.index.read(EventCard, packed))
        return found

    def _view(self, row: int, spot: tuple[int, str], card: EventCard) -> EventView:
        if row in self._views:
            return self._views[row]
        article, place = spot
        if (homes := self._homes.get(article)) is None:
            homes = self._homes[article] = self.entities.homes(article)
        sql = "SELECT base FROM event WHERE article = ? AND row = ? AND place < ?"
        self._views[row] = view(
            card,
            (row, article),
            lambda one: homes.get(one, alone(article, one)),
            lambda one: self.index.value(sql, article, one, place),
        )
        return self._views[row]

    def _look_again(self) -> None:
        """Put what may look different since entities have moved into the queue, with those who might see it."""
        sql = "SELECT place, id, home FROM event WHERE article = ?"
        for article in sorted(self.entities.moved):
            for place, row, home in self.index.all(sql, article):
                self._push(place, row)
                if home is not None:
                    self.touched.add(home)  # who names a rival agent may be told by what lies around an agent
                    self._wake(row, place)

    def _push(self, place: str, row: int) -> None:
        if row not in self._queued:
            self._queued.add(row)
            heappush(self._queue, (place, row))

    def _settle(self, row: int, place: str) -> None:
        """Decide on one event; those that could have seen it are looked at again where anything has changed."""
        sql = "SELECT home, base, verdict, solo, article FROM event WHERE id = ?"
        old_home, old_base, old_told, solo, article = self.index.all(sql, row)[0]
        self._views.pop(row, None)
        seen = self.view(row)
        changed = self._enter(row, place, seen)
        found = None if solo else self._best(place, seen)
        base = row if found is None else found[0]
        told = None if found is None else pack(found[1])
        if told != old_told:
            self.moved.add(article)
        if changed or base != old_base or told != old_told:
            self.index.run("UPDATE event SET base = ?, verdict = ? WHERE id = ?", base, told, row)
            self._wake(row, place)
            if old_home is not None:
                self.touched.add(old_home)
        self._bridges.span(row, base, () if found is None else found[2])
        self._rehome(row, base, touch=changed)
        self._realize(row, place, seen)

    def _rehome(self, row: int, base: int, *, touch: bool = False) -> None:
        article, old = self.index.all("SELECT article, home FROM event WHERE id = ?", row)[0]
        home = self.judgements.home(KIND, self._bridges.home(base))
        if old != home:
            self.index.run("UPDATE event SET home = ? WHERE id = ?", home, row)
            self.touched.update({home} if old is None else {home, old})
            self.moved.add(article)
            self._touch_facts(row)
        elif touch:
            self.touched.add(home)

    def _best(self, place: str, seen: EventView) -> tuple[int, Matched, tuple[int, ...]] | None:
        """The event that one is most like, with the reasons, and others that it shows to be the same.

        None where each is another.
        """
        found: dict[int, list[Way]] = {}
        unlike: list[tuple[int, int, int]] = []
        # A person has taken what is solo out of the program's hands.
        sql = "SELECT id, base, article, place, card FROM event WHERE id IN (%s) AND solo = 0 ORDER BY id"
        for other, base, article, spot, card in self.index.among(sql, self._candidates(place, seen)):
            like = self._like(seen, other, (article, spot), self.index.read(EventCard, card))
            if like is None:
                unlike.append((other, base, article))
            elif self._lasts(seen, base):
                found.setdefault(base, []).append((-like.score, spot, like, other))
        # Two events that one text tells apart are two; and whoever joins an event must fit all that is near.
        barred = {
            base
            for other, base, article in unlike
            if base in found and (article == seen.article or conflicts(seen, self.view(other)))
        }
        best = sorted(
            ((min(ways, key=_sureness), base) for base, ways in found.items() if base not in barred),
            key=lambda one: _sureness(one[0]),
        )
        if not best:
            return None
        (_, _, like, other), base = best[0]
        name = self.index.value("SELECT name FROM event WHERE id = ?", other)
        mine = self.index.value("SELECT name FROM event WHERE id = ?", seen.row)
        others = (one for _, one in best[1:] if self._fit(found[base], found[one]))
        return base, Matched(name, mine, like.score, like.reasons), tuple(others)

    def _like(self, seen: EventView, row: int, spot: tuple[int, str], card: EventCard) -> Likeness | None:
        """Whether an event is the same as another one."""
        if spot[0] == seen.article:
            return same_in_story(seen, self._view(row, spot, card))
        return same_event(seen, self._view(row, spot, card)) if comparable(seen.card, card) else None

    def _fit(self, ones: Sequence[Way], others: Sequence[Way]) -> bool:
        """Whether nothing that is seen of two events speaks against their being one."""
        pairs = [(self.view(one), self.view(other)) for (*_, one), (*_, other) in product(ones, others)]
        return all(one.article != other.article and not conflicts(one, other) for one, other in pairs)

    def _lasts(self, seen: EventView, base: int) -> bool:
        """Whether an event is told soon enough after one that lasts was first told."""
        if not of(seen.type, LASTING):
            return True
        first, day = self.index.value("SELECT day FROM event WHERE id = ?", base), _day(seen.card)
        return first is None or day is None or abs(day - first) <= LONGEST_DAYS

    def _candidates(self, place: str, seen: EventView) -> list[int]:
        """Earlier events that share a participant and are near in time, and those of the same article."""
        found = {row for key in block_keys(seen, _day(seen.card)) for row in self._before(key, place)}
        own = "SELECT id FROM event WHERE article = ? AND place < ? AND base IS NOT NULL"
        return sorted(found.union(self.index.column(own, seen.article, place)))

    def _before(self, key: str, place: str) -> list[int]:
        """The last few under a key and those around it."""
        sql = "SELECT place, event FROM block WHERE key = ? AND place < ? ORDER BY place DESC LIMIT ?"
        found = [one for near in seen_from(key) for one in self.index.all(sql, near, place, REACH)]
        return [row for _, row in sorted(found, reverse=True)[:REACH]]

    def _enter(self, row: int, place: str, seen: EventView) -> bool:
        """Put an event under its keys; whether they are others than before."""
        day, plan = _day(seen.card), seen.card.realis == ELSEWHERE
        fact = seen.card.realis == HAPPENED
        world = plan_keys(seen, day, PLAN if plan else FACT) if plan or fact else ()
        keys = {*block_keys(seen, day), *world}
        if keys == set(self.index.column("SELECT key FROM block WHERE event = ?", row)):
            return self.index.value("SELECT base FROM event WHERE id = ?", row) is None
        self._leave(row, place)
        self.index.many("INSERT INTO block VALUES (?, ?, ?)", ((key, place, row) for key in sorted(keys)))
        return True

    def _leave(self, row: int, place: str) -> None:
        """Take an event from under its keys; those that could have seen it there are looked at again."""
        self._wake(row, place)
        self.index.run("DELETE FROM block WHERE event = ?", row)

    def _wake(self, row: int, place: str) -> None:
        """Look again at the later events that could have seen one."""
        article = self.index.value("SELECT article FROM event WHERE id = ?", row)
        own = "SELECT place, id FROM event WHERE article = ? AND place > ? AND base IS NOT NULL"
        for spot, other in self.index.all(own, article, place):
            self._push(spot, other)
        if self._last is not None and place > self._last:
            return
        for key in self.index.column("SELECT key FROM block WHERE event = ?", row):
            later = self._later if key.startswith((PLAN, FACT)) else self._after
            for spot, other in later(key, place):
                self._push(spot, other)

    def _later(self, key: str, place: str) -> Iterator[tuple[str, int]]:
        """The facts that may see a plan."""
        sql = "SELECT place, event FROM block WHERE key = ? AND place > ?"
        for near in seen_from(key, forward=True):
            yield from self.index.all(sql, near, place)

    def _after(self, key: str, place: str) -> Iterator[tuple[str, int]]:
        """Those that have an event under a key among the last few that they see (`_before`)."""
        sql = "SELECT place, event FROM block WHERE key = ? AND place > ? ORDER BY place LIMIT ?"
        around = {far for near in seen_from(key) for far in seen_from(near)}
        found = {far: self.index.all(sql, far, place, REACH) for far in sorted(around)}
        for near in seen_from(key):
            between = sorted(one for far in seen_from(near) for one in found[far])[:REACH]
            yield from set(found[near]).intersection(between)

    def _realize(self, row: int, place: str, seen: EventView) -> None:
        """Which plans a fact fulfils."""
        old = set(self.index.column("SELECT plan FROM realized WHERE fact = ?", row))
        happened = seen.card.realis == HAPPENED
        new = {plan for plan in self._plans(place, seen) if fulfils(seen, self.view(plan))} if happened else set()
        if old != new:
            self.index.run("DELETE FROM realized WHERE fact = ?", row)
            self.index.many("INSERT INTO realized VALUES (?, ?)", ((row, plan) for plan in sorted(new)))
            self._touch(row)

    def _plans(self, place: str, seen: EventView) -> Iterator[int]:
        sql = "SELECT event FROM block WHERE key = ? AND place < ? ORDER BY place DESC LIMIT ?"
        keys = (key for fact in plan_keys(seen, _day(seen.card), FACT) for key in seen_from(fact))
        yield from sorted({row for key in keys for row in self.index.column(sql, key, place, PLANS)})

    def _touch(self, row: int) -> None:
        home = self.index.value("SELECT home FROM event WHERE id = ?", row)
        if home is not None:
            self.touched.add(home)

    def _touch_facts(self, plan: int) -> None:
        for fact in self.index.column("SELECT fact FROM realized WHERE plan = ?", plan):
            self._touch(fact)

    def _forget(self, row: int) -> None:
        self._touch_facts(row)
        self._bridges.span(row, row, ())
        self.index.run("DELETE FROM realized WHERE fact = ? OR plan = ?", row, row)
        self.index.run("DELETE FROM block WHERE event = ?", row)
        self._queued.discard(row)
        self._views.pop(row, None)


def _sureness(way: Way) -> tuple[float, str]:
    return way[:2]


def _day(card: EventCard) -> int | None:
    """The day of an event, or else of publication, as a number."""
    try:
        return date.fromisoformat(card.day or card.published).toordinal()
    except ValueError:
        return None
