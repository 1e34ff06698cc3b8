"""MUC-4: templates of terrorist incidents."""

from typing import Any

from benchmarks.adapters._muc4_incidents import Story, Told, incidents, story
from benchmarks.adapters._muc4_perpetrators import perpetrators
from benchmarks.adapters._muc4_places import location
from benchmarks.adapters._muc4_victims import counted, plural, targets, victims
from benchmarks.records import Record
from newsgraph import Graph

# The countries whose incidents the task asks for.
LATIN = frozenset(
    {"ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA", "ECUADOR", "EL SALVADOR", "GUATEMALA", "HONDURAS", "PERU"}
)
HIT = ("phys_target", "victim_name", "victim_desc")


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """A template for each incident that has a perpetrator, a target or a victim."""
    return templates(record, story(graph))


def templates(record: Record, found: Story) -> dict[str, Any]:
    """The templates of what a graph tells."""
    made = (_template(group, found, record) for group in incidents(found.told))
    return {"templates": [t for t in made if t is not None]}


def _template(group: tuple[Told, ...], found: Story, record: Record) -> dict[str, Any] | None:
    kinds = [t.kind for t in group if t.kind]
    out: dict[str, Any] = {"type": next((k for k in kinds if k != "ATTACK"), "ATTACK"), "stage": "ACCOMPLISHED"}
    out |= perpetrators(group, found)
    out |= targets(group, found)
    out |= victims(group, found)
    out["location"] = location(group, found)
    if not any(out.get(k) for k in HIT) or out["location"][0] not in LATIN | {"-"}:
        return None
    if not _specific(group):
        return None
    if out["location"] == ["-"]:
        del out["location"]
    out["instrument"] = list(dict.fromkeys(r.label for t in group for r in t.of("instrument")))
    out["date"] = next((t.day for t in group if t.day), None) or _before(record)
    return out


def _specific(group: tuple[Told, ...]) -> bool:
    """Whether a text tells one incident, with its day, place, means, number or a name, and not what happens often."""
    places = any(r.named for t in group for r in t.of("place"))
    hit = [r for t in group for r in t.of("patient")]
    one = any(r.named or counted(r.label) or not plural(r.label) for r in hit)
    return places or one or any(t.day or t.of("instrument") for t in group)


def _before(record: Record) -> list[str | None] | None:
    """Some day up to that of the text."""
    return [None, record["dct"]] if record.get("dct") else None
