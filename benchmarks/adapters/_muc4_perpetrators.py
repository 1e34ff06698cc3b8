"""Who did it: the slots of MUC-4's templates about perpetrators."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.adapters._muc4_incidents import BLAMES, Story, Told, labels
from benchmarks.adapters._muc4_kinds import BODIES, PEOPLE, REBELS, STATE
from benchmarks.records import Row


def perpetrators(group: tuple[Told, ...], found: Story) -> dict[str, Any]:
    """Who did it, by the events themselves and by those who claim it or are accused of it."""
    sure = {r.filler: (r, "REPORTED AS FACT") for t in group for r in t.of("agent")}
    blamed = {r.filler: (r, how) for r, how in _blamed(group, found)}
    agents = [*(blamed | sure).values()]
    people = [(r, how) for r, how in agents if r.kind in PEOPLE]
    bands = [(r, how) for r, how in agents if r.kind == "ArmedGroup" and not r.named]
    bodies = [(r, how) for r, how in agents if r.kind in BODIES and (r, how) not in bands]
    bodies += [(b, how) for r, how in people for b in found.bodies.get(r.filler, ())]
    if not bodies and any(r.kind in REBELS for r, _ in people):
        bodies = [(r, "REPORTED AS FACT") for r in _rebels(found)]
    orgs = {r.label: how for r, how in bodies}
    out: dict[str, Any] = {"perp_org": list(orgs), "perp_individual": labels(r for r, _ in (*people, *bands))}
    out["perp_org_confidence"] = [{"value": how, "of": label} for label, how in orgs.items()]
    state = any(r.kind in STATE for r, _ in (*agents, *bodies))
    out["perp_category"] = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
    return out


def _blamed(group: tuple[Told, ...], found: Story) -> Iterator[tuple[Row, str]]:
    """Who claims an incident or is accused of it: of this one by its topic, or told right after it."""
    mine, starts = {t.event.event for t in group}, [t.event.start for t in group]
    others = [t.event.start for t in found.told if t.event.event not in mine and t.kind]
    for blame in found.blames:
        topics = {r.filler for r in blame.of("topic")}
        last = max((s for s in starts if s < blame.event.start), default=None)
        near = last is not None and not any(last < s < blame.event.start for s in others)
        if topics & mine or (near and not topics & {t.event.event for t in found.told}):
            for r in blame.of(BLAMES[blame.event.kind]):
                yield r, _how(blame)


def _how(blame: Told) -> str:
    if blame.event.kind == "ResponsibilityClaim":
        return "CLAIMED OR ADMITTED"
    official = any(r.kind in STATE | {"Officials"} for r in blame.of("agent"))
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"


def _rebels(found: Story) -> list[Row]:
    """The armed group that a text speaks of most, to which guerrillas without a name are taken to belong."""
    named = [m for m in found.mentions if m.kind == "ArmedGroup" and m.manner == "NameMention"]
    often = Counter(m.label for m in named).most_common(1)
    return [next(m for m in named if m.label == label) for label, _ in often]
