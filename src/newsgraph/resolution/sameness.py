"""Whether two events are one, and why."""

from collections.abc import Mapping
from datetime import date

from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Match
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.entities import compatible
from newsgraph.resolution.views import EventView, Realis

# Undated events are compared only where the stories appeared within these days of each other.
NEAR_DAYS = 7
# Anyone may say, ask or meet many times a day: for these classes a day and one participant are not enough.
FREQUENT = ("Communication", "Consultation", "Request", "Accusation", "Threat", "Support", "Rejection", "Movement")
# One filler that differs in these roles makes another event; topics and causes are told in too many ways.
DECISIVE = ("agent", "patient", "recipient", "place", "origin", "destination")

Within = Mapping[int, frozenset[int]]
"""For a place's cluster, the clusters of the places that hold it."""


def same_event(one: EventView, other: EventView, within: Within) -> Match | None:
    """The match of two events of one world, with its reasons; None where they may be two."""
    if not _one_world(one, other) or conflict(one, other, within):
        return None
    if one.ref.article == other.ref.article:
        return _in_one_story(one, other)
    shared, day = _shared(one, other), bool(one.day) and one.day == other.day
    if len(shared) >= 2 and (day or _near(one, other)):
        return _match(one, other, 0.9 if day else 0.7, shared, day)
    if shared and day and not _frequent(one.type):
        return _match(one, other, 0.8, shared, day)
    return None


def conflict(one: EventView, other: EventView, within: Within) -> bool:
    """Whether class, days or fillers say that these are two events."""
    return (
        not compatible(one.type, other.type)
        or _before(one, other)
        or _before(other, one)
        or any(_differ(one, other, role, within) for role in DECISIVE)
    )


def _one_world(one: EventView, other: EventView) -> bool:
    if Realis.ELSEWHERE in (one.realis, other.realis):
        return one.realis is other.realis and one.world == other.world
    return True


def _before(one: EventView, other: EventView) -> bool:
    return bool(one.last_day and other.first_day) and one.last_day < other.first_day


def _differ(one: EventView, other: EventView, role: str, within: Within) -> bool:
    left, right = one.named.get(role, frozenset()), other.named.get(role, frozenset())
    if left and right and not left & right and not _nested(left, right, within):
        return True
    if left or right:
        return False
    phrases, others = one.unnamed.get(role, ()), other.unnamed.get(role, ())
    return bool(phrases and others) and not any(
        words & theirs or (kind == its and kind != "Group") for kind, words in phrases for its, theirs in others
    )


def _nested(left: frozenset[int], right: frozenset[int], within: Within) -> bool:
    return any(b in within.get(a, ()) or a in within.get(b, ()) for a in left for b in right)


def _shared(one: EventView, other: EventView) -> tuple[str, ...]:
    roles = sorted(one.fillers.keys() & other.fillers.keys())
    return tuple(role for role in roles if one.fillers[role] & other.fillers[role])


def _in_one_story(one: EventView, other: EventView) -> Match | None:
    """A text that tells an event twice: same class, same day, and every role that both fill shares a filler."""
    both = one.fillers.keys() & other.fillers.keys()
    shared = _shared(one, other)
    if one.type == other.type and one.day and one.day == other.day and shared and len(shared) == len(both):
        return _match(one, other, 0.95, shared, True)
    return None


def _near(one: EventView, other: EventView) -> bool:
    """Whether the days, or where there is none the days of publication, are near each other."""
    days = (one.day or one.published, other.day or other.published)
    try:
        first, second = (date.fromisoformat(day) for day in days)
    except ValueError:
        return False
    return abs((first - second).days) <= NEAR_DAYS


def _frequent(kind: str) -> bool:
    return any(vocabulary().is_a(kind, ancestor) for ancestor in FREQUENT)


def _match(one: EventView, other: EventView, score: float, shared: tuple[str, ...], day: bool) -> Match:
    reasons = (f"same {', '.join(shared)}", f"both on {one.day}" if day else "told within days of each other")
    return Match(TargetKind.EVENT, min(one.ref, other.ref), max(one.ref, other.ref), score, reasons)
