"""Under which keys events are looked for: a branch of the tree of events, a participant in a role, and a time.

A key ends in the number of a stretch of days; an event sees those of its own stretch and of the ones around it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.sameness import FREQUENT, NEAR_DAYS, PLAN_DAYS, of
from newsgraph.resolution.views import EventView

# How many events before one under the same key are compared with it.
REACH = 24
STRETCH = NEAR_DAYS + 1
LONG_STRETCH = PLAN_DAYS + 2


def block_keys(seen: EventView, day: int | None) -> tuple[str, ...]:
    """The keys of an event; none where nobody knows when it was or was told."""
    if day is None:
        return ()
    parts = [(role, home) for role, home in _parties(seen)]
    parts += [(f"{role}*", home) for role, homes in seen.events.items() for home in homes]
    if not of(seen.type, FREQUENT) and seen.day:
        # Others of the same day in stories about the same.
        parts += [(f"on {seen.day}", home) for home in seen.focus if home >= 0]
    stretch, branches = day // STRETCH, families(seen.type)
    told = {f"words|{seen.card.sentence}|{seen.type}|{stretch}"} if seen.card.sentence else set()
    return tuple(sorted({f"{f}|{role}|{home}|{stretch}" for f in branches for role, home in parts} | told))


def plan_keys(seen: EventView, day: int | None, world: str) -> tuple[str, ...]:
    """The keys of a plan or of a fact: by two participants, one of whom at least is known."""
    if day is None:
        return ()
    known = [f"{role}={home}" for role, home in _parties(seen)]
    told = [
        f"{role}~{' '.join(sorted(words))}" for role, phrases in seen.unnamed.items() for _, words in phrases if words
    ]
    pairs = {tuple(sorted(pair)) for pair in combinations(sorted(set(known)), 2)}
    pairs |= {(one, other) for one in known for other in told}
    stretch = day // LONG_STRETCH
    return tuple(sorted({f"{world}|{f}|{a}|{b}|{stretch}" for f in families(seen.type) for a, b in pairs}))


def seen_from(key: str, *, forward: bool = False) -> Iterator[str]:
    """The keys whose events one under a key may see, or `forward` those whose events may see it."""
    head, _, stretch = key.rpartition("|")
    if key.startswith("plan|"):
        yield from (f"fact|{head[5:]}|{int(stretch) + step}" for step in (0, 1)) if forward else ()
    elif key.startswith("fact|"):
        yield from () if forward else (f"plan|{head[5:]}|{int(stretch) + step}" for step in (0, -1))
    else:
        yield from (f"{head}|{int(stretch) + step}" for step in (-1, 0, 1))


def _parties(seen: EventView) -> Iterator[tuple[str, int]]:
    """Who fills which role, as far as other articles may speak of them too, and for whom they act."""
    for role, homes in seen.fillers.items():
        for home in homes:
            yield from ((role, one) for one in (home, *seen.acting.get(home, ())) if one >= 0)


@cache
def families(kind: str) -> tuple[str, ...]:
    """The branches of the tree of events that a class is on: classes on different branches are never one event."""
    words = vocabulary()
    return tuple(sorted(name for name in words.superclasses(kind) if "Event" in words.terms[name].parents)) or (kind,)
