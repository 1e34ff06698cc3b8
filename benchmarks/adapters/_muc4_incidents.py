"""Incidents as MUC-4 counts them: the violent events of a graph, put together where they belong to one incident."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.adapters._muc4_kinds import FORCES, OUTLAWS
from benchmarks.records import Row, rows
from newsgraph import Graph

# MUC-4's kind of an incident that has an event of the class.
KINDS = {
    "Kidnapping": "KIDNAPPING",
    "Bombing": "BOMBING",
    "Explosion": "BOMBING",
    "Arson": "ARSON",
    "Robbery": "ROBBERY",
    "Attack": "ATTACK",
    "Shooting": "ATTACK",
    "Storming": "ATTACK",
    "Beating": "ATTACK",
    "Looting": "ATTACK",
    "Killing": "ATTACK",
    "Assault": "ATTACK",
    "Occupation": "ATTACK",
}
BOMB = re.compile(r"bomb|explosive|dynamite", re.IGNORECASE)
# What happens in an incident, but makes none by itself.
PARTS = frozenset({"Destruction", "Death", "Injury", "Clash", "Release"})
# Events that say whose work an incident is, and which of their roles names them.
BLAMES = {"ResponsibilityClaim": "agent", "Accusation": "recipient"}
# As many deaths are those of a war.
WAR = 1000


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its fillers and figures."""

    event: Row
    roles: tuple[Row, ...]
    figures: tuple[Row, ...]

    @property
    def kind(self) -> str:
        """MUC-4's kind, or an empty string; what is done with a bomb is a bombing."""
        if any(BOMB.search(r.label) for r in self.of("instrument", "cause") if r.kind == "Weapon"):
            return "BOMBING"
        return KINDS.get(self.event.kind, "")

    @property
    def day(self) -> str:
        """The one day on which it happened, or an empty string."""
        begin, end = (str(stamp or "")[:10] for stamp in (self.event.begin, self.event.end))
        return begin if begin == end and len(begin) == 10 else ""

    def of(self, *names: str) -> tuple[Row, ...]:
        """The fillers of roles."""
        return tuple(r for r in self.roles if r.role in names)


@dataclass(frozen=True, slots=True)
class Story:
    """What the queries answer about one record's graph."""

    told: tuple[Told, ...]
    blames: tuple[Told, ...]
    mentions: tuple[Row, ...]
    wider: Mapping[str, tuple[Row, ...]]
    bodies: Mapping[str, tuple[Row, ...]]
    sizes: Mapping[str, tuple[Row, ...]]


def story(graph: Graph) -> Story:
    """The events, mentions and places of a graph."""
    roles, figures = _by(rows(graph, "muc4-roles"), "event"), _by(rows(graph, "muc4-figures"), "target")
    every = [Told(e, roles.get(e.event, ()), figures.get(e.event, ())) for e in rows(graph, "muc4")]
    told = (t for t in every if t.event.kind in KINDS.keys() | PARTS)
    blames = (t for t in every if t.event.kind in BLAMES and t.event.fact)
    wider, bodies = _by(rows(graph, "muc4-places"), "place"), _by(rows(graph, "muc4-members"), "member")
    mentions = tuple(rows(graph, "muc4-mentions"))
    return Story(tuple(told), tuple(blames), mentions, wider, bodies, figures)


def _by(found: Iterable[Row], column: str) -> Mapping[str, tuple[Row, ...]]:
    out: dict[str, tuple[Row, ...]] = defaultdict(tuple)
    for row in found:
        out[getattr(row, column)] += (row,)
    return dict(out)


def incidents(told: Iterable[Told]) -> Iterator[tuple[Told, ...]]:
    """Groups of events that are one incident: a larger event with its parts, and what nothing keeps apart."""
    groups: list[list[Told]] = []
    for one in told:
        if not relevant(one):
            continue
        home = next((g for g in reversed(groups) if _linked(g, one)), None)
        home = home or next((g for g in reversed(groups) if _alike(g, one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return (tuple(g) for g in groups if any(t.kind for t in g))


def relevant(one: Told) -> bool:
    """Whether an event may belong to an incident: held to have happened; no combat, no hunt for outlaws."""
    if not one.event.fact and not (one.event.modality == "Actual" and str(one.event.factuality).endswith("Positive")):
        return False
    hit = {r.kind for r in one.of("patient")}
    dead = max((float(f.least) for f in one.figures if f.least is not None), default=0)
    return dead < WAR and (not hit or not hit <= FORCES | OUTLAWS)


def _linked(group: Sequence[Told], one: Told) -> bool:
    wholes = {t.event.whole for t in group} - {None}
    inside = one.event.whole is not None and any(one.event.whole in {t.event.event, t.event.whole} for t in group)
    mine = {r.filler for r in one.of("patient")}
    shared = any(mine & {r.filler for r in t.of("patient")} for t in group)
    return inside or shared or one.event.event in wholes


def _alike(group: Sequence[Told], one: Told) -> bool:
    """Whether nothing speaks against an event being a part of an incident told near it."""
    kinds = {t.kind for t in (*group, one)} - {""}
    return len(kinds) <= 1 and not _conflict(group, one)


def _conflict(group: Sequence[Told], one: Told) -> bool:
    for role in ("agent", "place"):
        here, there = {r.filler for t in group for r in t.of(role)}, {r.filler for r in one.of(role)}
        if here and there and not here & there:
            return True
    return len({t.day for t in (*group, one)} - {""}) > 1


def labels(found: Iterable[Row]) -> list[str]:
    """The labels of rows, each once."""
    return list(dict.fromkeys(row.label for row in found))
