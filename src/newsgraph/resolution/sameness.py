"""Whether two events are one, and why."""

from datetime import date

from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Match
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.entities import compatible
from newsgraph.resolution.ties import Ties
from newsgraph.resolution.views import EventView, Phrase, Realis

# Undated events are compared only where the stories appeared within these days of each other.
NEAR_DAYS = 7
# Anyone may say, ask or meet many times a day: for these classes a day and one participant are not enough.
FREQUENT = ("Communication", "Consultation", "Request", "Accusation", "Threat", "Support", "Rejection", "Movement")
# One filler that differs in these roles makes another event; topics and causes are told in too many ways.
DECISIVE = ("agent", "patient", "recipient", "place", "origin", "destination")

# What lasts for days: told in two stories of one place and time, it is one.
LASTING = ("Protest", "Disaster", "Epidemic", "Election", "Coup", "Curfew", "EmergencyDeclaration", "Summit", "Trial")
# Words that fit any people.
GENERIC = frozenset({"people", "person", "other", "dozen", "member", "those", "they", "one", "total", "number"})


def same_event(one: EventView, other: EventView, ties: Ties) -> Match | None:
    """The match of two events of one world, with its reasons; None where they may be two."""
    if one.ref.article == other.ref.article:
        return _in_one_story(one, other, ties)
    if not _one_world(one, other) or conflict(one, other, ties):
        return None
    shared, around = shared_roles(one, other, ties), shared_events(one, other)
    alike = tuple(sorted({*around, *alike_roles(one, other, generic=bool(around))}))
    day = bool(one.day) and one.day == other.day
    agree = len(shared) + len(alike) + bool(one.numbers & other.numbers)
    if (shared or around) and agree >= 2 and (day or _near(one, other)):
        return _match(one, other, 0.9 if day else 0.7, (*shared, *alike), day)
    if shared and day and not _of(one.type, FREQUENT):
        return _match(one, other, 0.8, shared, day)
    if shared and _of(one.type, LASTING) and _near(one, other):
        return _match(one, other, 0.6, shared, day)
    return None


def conflict(one: EventView, other: EventView, ties: Ties) -> bool:
    """Whether class, days or fillers say that these are two events."""
    if not compatible(one.type, other.type) or _before(one, other) or _before(other, one):
        return True
    return any(_differ(one, other, role, ties) for role in DECISIVE)


def _one_world(one: EventView, other: EventView) -> bool:
    if Realis.ELSEWHERE in (one.realis, other.realis):
        return one.realis is other.realis and one.world == other.world
    return True


def _before(one: EventView, other: EventView) -> bool:
    return bool(one.last_day and other.first_day) and one.last_day < other.first_day


def _differ(one: EventView, other: EventView, role: str, ties: Ties) -> bool:
    left, right = one.named.get(role, frozenset()), other.named.get(role, frozenset())
    if left and right:
        return not left & right and not ties.hold(left, right)
    if left or right:
        return False
    phrases, others = one.unnamed.get(role, ()), other.unnamed.get(role, ())
    return bool(phrases and others) and not any(_may_be_one(a, b) for a in phrases for b in others)


def _may_be_one(one: Phrase, other: Phrase) -> bool:
    (kind, words), (its, theirs) = one, other
    return bool(words & theirs) or (kind == its and kind != "Group")


def shared_roles(one: EventView, other: EventView, ties: Ties) -> tuple[str, ...]:
    """The roles in which two events share a filler, or where somebody acts for the other's filler."""
    roles = sorted(one.fillers.keys() & other.fillers.keys())
    return tuple(
        role
        for role in roles
        if one.fillers[role] & other.fillers[role] or ties.act(one.fillers[role], other.fillers[role])
    )


def shared_events(one: EventView, other: EventView) -> tuple[str, ...]:
    """The roles in which two events share an event, such as the earthquake that is the cause of both."""
    return tuple(r for r in sorted(one.events.keys() & other.events.keys()) if one.events[r] & other.events[r])


def alike_roles(one: EventView, other: EventView, *, generic: bool = False) -> tuple[str, ...]:
    """The roles that both fill with the same words; words that fit any people count only where told."""
    roles = sorted(one.unnamed.keys() & other.unnamed.keys())
    return tuple(role for role in roles if _words(one, role, generic) & _words(other, role, generic))


def _words(one: EventView, role: str, generic: bool) -> frozenset[frozenset[str]]:
    return frozenset(words for _, words in one.unnamed[role] if generic or words - GENERIC)


def _in_one_story(one: EventView, other: EventView, ties: Ties) -> Match | None:
    """A text that tells an event twice: same class, same day, and every role that both fill shares a filler."""
    if one.type != other.type or not one.day or one.day != other.day or not _one_world(one, other):
        return None
    both = one.fillers.keys() & other.fillers.keys()
    shared = shared_roles(one, other, Ties())
    if shared and len(shared) == len(both) and not conflict(one, other, ties):
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


def _of(kind: str, ancestors: tuple[str, ...]) -> bool:
    return any(vocabulary().is_a(kind, ancestor) for ancestor in ancestors)


def _match(one: EventView, other: EventView, score: float, shared: tuple[str, ...], day: bool) -> Match:
    reasons = (
        f"same {', '.join(dict.fromkeys(shared))}",
        f"both on {one.day}" if day else "told within days of each other",
    )
    return Match(TargetKind.EVENT, min(one.ref, other.ref), max(one.ref, other.ref), score, reasons)
