"""An event seen from outside its article: what it has to agree in with another to be the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import Claim, Entity, Event, TargetKind, TimeExpression
from newsgraph.model.links import Article, Ref
from newsgraph.resolution.names import content


class Realis(Enum):
    """Which world an event is told in: it happened or not, or it is only planned, possible and the like."""

    HAPPENED = "happened"
    DENIED = "denied"
    ELSEWHERE = "elsewhere"


Phrase: TypeAlias = tuple[str, frozenset[str]]
Number: TypeAlias = tuple[str, float | None]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its fillers as clusters: of entities in `fillers`, of events in `events`.

    Entities with a name come again in `named`, the others as phrases. A phrase is a class with the words that say what
    it means; events that fill roles are phrases too. `numbers` are the bounds of the event's figures.
    """

    ref: Ref
    type: str
    realis: Realis
    world: str
    first_day: str
    last_day: str
    published: str
    fillers: Mapping[str, frozenset[int]]
    events: Mapping[str, frozenset[int]]
    named: Mapping[str, frozenset[int]]
    unnamed: Mapping[str, tuple[Phrase, ...]]
    numbers: frozenset[Number] = frozenset()

    @property
    def day(self) -> str:
        """The one day of the event, or an empty string."""
        return self.first_day if self.first_day == self.last_day else ""


def affirms(claim: Claim) -> bool:
    """Whether everybody in the chain is certain that it is so, in the actual world."""
    return all(v.factuality is Factuality.CERTAIN_POSITIVE and v.modality is Modality.ACTUAL for v in claim.voices)


def denies(claim: Claim) -> bool:
    """Whether the innermost speaker is certain that it is not so, and nobody further out doubts that speaker."""
    inner, outer = claim.voices[0], claim.voices[1:]
    sure = inner.factuality is Factuality.CERTAIN_NEGATIVE and inner.modality is Modality.ACTUAL
    return sure and all(v.factuality is Factuality.CERTAIN_POSITIVE for v in outer)


def view(
    article: Article,
    ref: Ref,
    told: tuple[tuple[Claim, ...], frozenset[Number]],
    homes: Mapping[Ref, int],
    events: Mapping[Ref, int],
) -> EventView:
    """The view of one event of an article, given its claims and numbers, and the clusters of entities and of events."""
    found, event = article.findings, article.findings.events[ref.index]
    realis, world = _realis(told[0])
    first, last = _window(found.times[event.time] if event.time is not None else None)
    filled = tuple(_fillers(found.entities, event, ref.article, homes))
    things = ((role, e.type, e.label) for role, _, e in filled if not e.named and not e.known)
    around = [(a.role, a.filler.index) for a in event.arguments if a.filler.kind is TargetKind.EVENT]
    return EventView(
        ref, event.type, realis, world, first, last,
        published=(article.document.date or "")[:10],
        fillers=_by_role((role, home) for role, home, _ in filled),
        events=_by_role((role, events[Ref(ref.article, row)]) for role, row in around if events),
        named=_by_role((role, home) for role, home, entity in filled if entity.named or entity.known),
        unnamed=_phrases((*things, *((role, found.events[n].type, found.events[n].label) for role, n in around))),
        numbers=told[1],
    )  # fmt: skip


def _realis(claims: tuple[Claim, ...]) -> tuple[Realis, str]:
    if any(map(affirms, claims)):
        return Realis.HAPPENED, ""
    if any(map(denies, claims)):
        return Realis.DENIED, ""
    inner = min(((c.voices[0].modality.value, c.voices[0].factuality.value) for c in claims), default=("", ""))
    return Realis.ELSEWHERE, " ".join(inner)


def _window(time: TimeExpression | None) -> tuple[str, str]:
    """The first and the last day of a time, empty where it is open."""
    if time is None:
        return "", ""
    if time.stamp:
        return time.stamp[:10], time.stamp[:10]
    first, last = (time.begin or "")[:10], (time.end or "")[:10]
    return first + "-01-01"[len(first) - 4 :] if 4 <= len(first) < 10 else first, _last(last)


def _last(stamp: str) -> str:
    # A day that no month has is good enough as an upper bound for comparing.
    return stamp + "-12-31"[len(stamp) - 4 :] if 4 <= len(stamp) < 10 else stamp


def _fillers(
    entities: tuple[Entity, ...], event: Event, article: int, homes: Mapping[Ref, int]
) -> Iterator[tuple[str, int, Entity]]:
    for argument in event.arguments:
        if argument.filler.kind is TargetKind.ENTITY:
            index = argument.filler.index
            yield argument.role, homes[Ref(article, index)], entities[index]


def _by_role(fillers: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for role, home in fillers:
        found[role].add(home)
    return {role: frozenset(homes) for role, homes in found.items()}


def _phrases(fillers: Iterable[tuple[str, str, str]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = defaultdict(tuple)
    for role, kind, label in fillers:
        found[role] += ((kind, content(label)),)
    return dict(found)
