"""Event mentions of one document that tell the same event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsgraph.extraction.layers import State
from newsgraph.extraction.quantities import Quantity
from newsgraph.model.factuality import Modality

CORE = ("agent", "patient", "recipient", "destination", "origin", "topic")
NEARBY = 8
# What a noun that says little may take up: "the attack" any use of force.
ANAPHORS = {"Attack": "Assault"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a mention says, as far as identity goes.

    `fillers` are (role, key of an entity or event) pairs; `day` is a date stamp; a `plain` noun says no more than the
    class ("the attack").
    """

    type: str
    fillers: frozenset[tuple[str, str]]
    state: State
    sentence: int
    day: str | None = None
    quantity: Quantity | None = None
    definite: bool = False
    generic: bool = False
    plain: bool = False

    def of(self, role: str) -> frozenset[str]:
        """The fillers of a role."""
        return frozenset(f for r, f in self.fillers if r == role)


def groups(told: Sequence[Told], is_a: Callable[[str, str], bool]) -> tuple[tuple[int, ...], ...]:
    """The indexes of mentions that tell one event, in the order of their first mention."""
    found: list[list[int]] = []
    for n, mention in enumerate(told):
        home = next((g for g in reversed(found) if all(same(told[m], mention, is_a) for m in g)), None)
        if home is None:
            found.append([n])
        else:
            home.append(n)
    return tuple(tuple(g) for g in found)


def same(first: Told, second: Told, is_a: Callable[[str, str], bool]) -> bool:
    """Whether two mentions, the first being the earlier one, tell one event."""
    taken_up = _takes_up(first, second, is_a)
    related = taken_up or is_a(first.type, second.type) or is_a(second.type, first.type)
    world = _same_world(first.state, second.state) or (
        taken_up and _happened(first.state) and not _denied(second.state)
    )
    if not related or not world or _conflict(first, second):
        return False
    shared = [r for r in CORE if first.of(r) & second.of(r)]
    if shared and (first.day == second.day or "agent" not in shared or len(shared) > 1 or _incomplete(first, second)):
        return True
    anaphoric = (
        second.definite
        and first.state.factuality.polarity > 0
        and (taken_up or is_a(first.type, second.type))
        and second.sentence - first.sentence <= NEARBY
    )
    return anaphoric and not second.generic


def _takes_up(first: Told, second: Told, is_a: Callable[[str, str], bool]) -> bool:
    """Whether a bare noun with "the" speaks of what was told before: "the attack" of any use of force."""
    wide = ANAPHORS.get(second.type) if second.plain and second.sentence > first.sentence else None
    bare = second.definite and not any(second.of(role) for role in CORE)
    return bare and (is_a(first.type, second.type) or (wide is not None and is_a(first.type, wide)))


def _same_world(first: State, second: State) -> bool:
    actual = [s.modality is Modality.ACTUAL and s.factuality.certainty == 3 for s in (first, second)]
    return all(actual) or (not any(actual) and first == second)


def _happened(state: State) -> bool:
    return state.modality is Modality.ACTUAL and state.factuality.certainty == 3 and not _denied(state)


def _denied(state: State) -> bool:
    return state.factuality.polarity < 0


def _conflict(first: Told, second: Told) -> bool:
    """Roles, days or numbers that cannot both be true of one event."""
    if first.day and second.day and first.day[:10] != second.day[:10]:
        return True
    if first.quantity and second.quantity and first.quantity.minimum != second.quantity.minimum:
        return True
    return any(first.of(r) and second.of(r) and not first.of(r) & second.of(r) for r in (*CORE, "place"))


def _incomplete(first: Told, second: Told) -> bool:
    """An intransitive retelling ("the military intervened") adds no new patient."""
    return not (first.of("patient") ^ second.of("patient"))
