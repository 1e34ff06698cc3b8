"""CAMEO's five classes: whether a sentence tells words or deeds, and whether these are friendly."""

from typing import Any

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
OWN = {"Demand": "VERBAL_CONFLICT", "Denial": "STATEMENT"}


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The class of the main event; where there is none, somebody only says something."""
    deed = Reading(graph).main()
    if deed is None:
        return {"penta": "STATEMENT"}
    return {"penta": OWN.get(deed.type) or CLASSES[deed.code or ""]}
