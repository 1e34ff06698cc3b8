"""An event seen from outside its article: what it has to agree in with another to be the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import EventCard, Filler
from newsgraph.resolution.names import content

Phrase: TypeAlias = tuple[str, frozenset[str], frozenset[str]]
"""A class, the words that say what is meant, and those among them that are names ("Bida" in "mayor of Bida")."""
_CAPITAL = re.compile(r"(?<=[ -])[A-Z]\w+|^[A-Z]\w*(?:ian|ese|ish|ien|i)\b")
Homes: TypeAlias = Mapping[str, frozenset[int]]
Number: TypeAlias = tuple[str, float | None]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its fillers as homes of things: of entities in `fillers`, of events in `events`, each by role.

    Entities with a name come again in `named`, the others as phrases: a class with the words that say what it means;
    events that fill roles are phrases too. `within` are the homes of the places around a place, `acting` those for whom
    somebody acts, `offices` what only one person at a time holds. `numbers` are the bounds of the event's figures,
    `focus` is what its story is most about, `words` describe the event.
    """

    row: int
    article: int
    card: EventCard
    fillers: Homes
    events: Homes
    named: Homes
    unnamed: Mapping[str, tuple[Phrase, ...]]
    within: Mapping[int, frozenset[int]]
    acting: Mapping[int, frozenset[int]]
    offices: Mapping[int, frozenset[str]]
    numbers: frozenset[Number]
    focus: frozenset[int]
    words: frozenset[str]

    @property
    def type(self) -> str:
        """The class."""
        return self.card.type

    @property
    def day(self) -> str:
        """The one day of the event, or an empty string."""
        return self.card.day


def view(
    card: EventCard, place: tuple[int, int], entity: Callable[[int], int], event: Callable[[int], int | None]
) -> EventView:
    """The view of an event: `place` is its row in the index and its article, the functions give the homes of rows."""
    filled = [(one, entity(one.row)) for one in _placed(card.fillers) if not one.event]
    around = [(one, event(one.row)) for one in card.fillers if one.event]
    things = ((one.role, one.type, one.label) for one in card.fillers if not one.named)
    return EventView(
        place[0], place[1], card,
        fillers=_by_role((one.role, home) for one, home in filled),
        events=_by_role((one.role, home) for one, home in around if home is not None),
        named=_by_role((one.role, home) for one, home in filled if one.named),
        unnamed=_phrases(things),
        within={home: frozenset(map(entity, one.within)) for one, home in filled if one.within},
        acting={home: frozenset(map(entity, one.acting)) for one, home in filled if one.acting},
        offices={home: frozenset(one.offices) for one, home in filled if one.offices},
        numbers=frozenset((f.counts, f.low if f.low is not None else f.high) for f in card.figures),
        focus=frozenset(map(entity, card.focus)),
        words=frozenset(card.words),
    )  # fmt: skip


def _placed(fillers: Iterable[Filler]) -> Iterator[Filler]:
    """The fillers, and what is hit as the place too where it is one: a flood hits a town, or is in it."""
    for one in fillers:
        yield one
        if one.role == "patient" and vocabulary().is_a(one.type, "Place"):
            yield replace(one, role="place")


def _by_role(fillers: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for role, home in fillers:
        found[role].add(home)
    return {role: frozenset(homes) for role, homes in found.items()}


def _phrases(fillers: Iterable[tuple[str, str, str]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = defaultdict(tuple)
    for role, kind, label in fillers:
        found[role] += ((kind, content(label), content(" ".join(_CAPITAL.findall(label)))),)
    return dict(found)
