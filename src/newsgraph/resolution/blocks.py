"""Under which keys events are looked for: a branch of the tree of events, a participant in a role, and a time.

A key ends in the number of a stretch of days; an event sees those of its own stretch and of the ones around it.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import EventCard
from newsgraph.resolution.sameness import FREQUENT, GENERIC, NEAR_DAYS, PLAN_DAYS, of
from newsgraph.resolution.views import EventView

# How many events before one under the same key, or under one around it, are compared with it.
REACH = 24
STRETCH = NEAR_DAYS + 1
# The end of a key that names a day.
DAY = "day"
# Of so many words of an event pairs are made.
MOST_WORDS = 6
LONG_STRETCH = PLAN_DAYS + 2
# How the keys of plans and facts begin.
PLAN, FACT = "plan|", "fact|"


def block_keys(seen: EventView, day: int | None) -> tuple[str, ...]:
    """The keys of an event; none where nobody knows when it was or was told."""
    if day is None:
        return ()
    parts = list(_parties(seen))
    parts += [(f"{role}*", str(home)) for role, homes in seen.events.items() for home in homes]
    parts += [] if of(seen.type, FREQUENT) else list(_circumstances(seen))
    branches, stretches = families(seen.type), sorted({one // STRETCH for one in _days(seen.card, day)})
    told = {f"words|{seen.card.sentence}|{seen.type}|{n}" for n in stretches if seen.card.sentence}
    keys = {f"{f}|{role}|{value}|{n}" for f in branches for role, value in parts for n in stretches}
    exact = {f"{f}|{what}|{value}|{DAY}" for f in branches for what, value in _of_the_day(seen)}
    return tuple(sorted(keys | told | exact))


def _circumstances(seen: EventView) -> Iterator[tuple[str, str]]:
    """What a story is about."""
    yield from (("about", str(home)) for home in sorted(seen.focus) if home >= 0)


def _of_the_day(seen: EventView) -> Iterator[tuple[str, str]]:
    """What a story is about with the day of the event, and pairs of its words with the day."""
    if seen.day and not of(seen.type, FREQUENT):
        about = sorted(home for home in seen.focus if home >= 0)
        yield from ((f"about {seen.day}", str(home)) for home in about)
        words = sorted(seen.words - GENERIC)[:MOST_WORDS]
        yield from ((f"words {seen.day}", " ".join(pair)) for pair in combinations(words, 2))


def _days(card: EventCard, day: int) -> Iterator[int]:
    """The days under which an event is looked for: its own, and where it is told with a month all of that."""
    yield day
    if card.first_day and card.last_day and card.first_day[:7] == card.last_day[:7] and not card.day:
        first = date.fromisoformat(card.first_day)
        yield from (first.toordinal() + step for step in range(0, 31, STRETCH))


def plan_keys(seen: EventView, day: int | None, world: str) -> tuple[str, ...]:
    """The keys of a plan or of a fact: by two participants, one of whom at least is known."""
    if day is None:
        return ()
    known = [f"{role}={home}" for role, home in _parties(seen)]
    phrases = ((role, words) for role, said in seen.unnamed.items() for _, words, _ in said if words)
    told = [f"{role}~{' '.join(sorted(words))}" for role, words in phrases]
    pairs = {tuple(sorted(pair)) for pair in combinations(sorted(set(known)), 2)}
    pairs |= {(one, other) for one in known for other in told}
    stretch = day // LONG_STRETCH
    return tuple(sorted({f"{world}{f}|{a}|{b}|{stretch}" for f in families(seen.type) for a, b in pairs}))


def seen_from(key: str, *, forward: bool = False) -> Iterator[str]:
    """The keys whose events one under a key may see, or `forward` those whose events may see it."""
    head, _, stretch = key.rpartition("|")
    if key.startswith(PLAN):
        fact = FACT + head.removeprefix(PLAN)
        yield from (f"{fact}|{int(stretch) + step}" for step in (0, 1)) if forward else ()
    elif key.startswith(FACT):
        plan = PLAN + head.removeprefix(FACT)
        yield from () if forward else (f"{plan}|{int(stretch) + step}" for step in (0, -1))
    elif stretch == DAY:
        yield key
    else:
        yield from (f"{head}|{int(stretch) + step}" for step in (-1, 0, 1))


def _parties(seen: EventView) -> Iterator[tuple[str, str]]:
    """Who fills which role, as far as other articles may speak of them too, for whom they act and what they hold."""
    for role, homes in seen.fillers.items():
        for home in homes:
            yield from ((role, str(one)) for one in (home, *seen.acting.get(home, ())) if one >= 0)
            yield from ((role, key) for key in seen.offices.get(home, ()))


@cache
def families(kind: str) -> tuple[str, ...]:
    """The branches of the tree of events that a class is on: classes on different branches are never one event."""
    words = vocabulary()
    return tuple(sorted(name for name in words.superclasses(kind) if "Event" in words.terms[name].parents)) or (kind,)
