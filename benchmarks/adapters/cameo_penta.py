"""CAMEO's five classes: whether a sentence tells words or deeds, and whether these are friendly."""

from typing import Any

from benchmarks.deeds import RALLIED, Deed
from benchmarks.parties import Reading
from benchmarks.records import Record
from newsgraph import Graph

CLASSES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "VERBAL_COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT"), "MATERIAL_COOPERATION"),
    **dict.fromkeys(("ACCUSE", "REJECT", "THREATEN", "SANCTION"), "VERBAL_CONFLICT"),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL_CONFLICT"),
    "REQUEST": "STATEMENT",
}
# CAMEO has its own mind about these.
OWN = {"Demand": "VERBAL_CONFLICT", "AsylumRequest": "VERBAL_CONFLICT", "Denial": "STATEMENT"}
SAID = frozenset({"Statement", "NoComment", "Condolence", "ResponsibilityClaim", "Ceremony"})


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The class of the main event; where there is none, somebody only says something."""
    reading = Reading(graph)
    deed = reading.main(SAID)
    return {"penta": "STATEMENT" if deed is None or deed.type in SAID else penta(reading, deed)}


def penta(reading: Reading, deed: Deed) -> str:
    """The class of an event; what others must do is a demand."""
    if deed.due:
        return "VERBAL_CONFLICT"
    if (asked := reading.rallied(deed)) is not None:
        return CLASSES[RALLIED[asked.plain or ""]]
    return OWN.get(deed.type) or CLASSES[deed.code or ""]
