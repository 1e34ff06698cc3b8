"""Why two events are two, in words."""

from newsgraph.resolution.sameness import FREQUENT, conflicts, near, of, same_event, shared_roles
from newsgraph.resolution.views import EventView


def apart_because(one: EventView, other: EventView) -> tuple[str, ...]:
    """What says that two events are two, or what is missing for their being one."""
    against = conflicts(one, other)
    if against:
        return tuple(f"{reason} ({_details(one, other, reason)})" for reason in against)
    like = same_event(one, other)
    if like is not None:
        return (f"as they stand now they would be one ({', '.join(like.reasons)}); their tellings say otherwise",)
    return tuple(_missing(one, other))


def _missing(one: EventView, other: EventView) -> list[str]:
    if one.card.realis != other.card.realis:
        return ["one is told as a fact, the other is not"]
    shared = shared_roles(one, other)
    found = [f"they share {', '.join(shared)} only" if shared else "they share no participant"]
    if not near(one, other):
        found.append("they are not told of the same days")
    elif not one.day or one.day != other.day:
        found.append("the day of one is not told")
    if of(one.type, FREQUENT):
        found.append("such events happen often, so more must agree")
    return found


def _details(one: EventView, other: EventView, reason: str) -> str:
    if reason == "another day":
        return " and ".join(_days(seen) for seen in (one, other))
    role = reason.removeprefix("another ")
    told = [", ".join(f.label for f in seen.card.fillers if f.role == role) for seen in (one, other)]
    return " and ".join(filter(None, told)) or "their classes exclude each other"


def _days(seen: EventView) -> str:
    first, last = seen.card.first_day, seen.card.last_day
    return first if first == last else f"{first or '...'} to {last or '...'}"
