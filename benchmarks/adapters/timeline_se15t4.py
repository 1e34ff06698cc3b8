"""SemEval-2015, task 4 (timelines): the day of each event anchor that is handed over.

The anchors are words for which the ontology may have no class, so they are asked of the extraction layer.
"""

import re
from typing import Any

from benchmarks.records import Record, document
from newsgraph import Graph
from newsgraph.extraction.extractor import extractor
from newsgraph.model.findings import TimeExpression

UNKNOWN = "XXXX-XX-XX"


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """A date for each anchor, unknown parts as XX."""
    found = extractor().anchors(document(record))
    dates = []
    for event in record["events"]:
        word = found.word(event["start"])
        time = None if word is None else found.time(word) or found.told(word)
        dates.append({"start": event["start"], "date": _date(time) or record["dct"]})
    return {"events": dates}


def _date(time: TimeExpression | None) -> str | None:
    """A day, a month or a year, with its unknown parts written out; None where the time says neither."""
    if time is None:
        return None
    value = (time.stamp or time.begin or time.end or "")[:10]
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    return None if found is None else "-".join(part or "XX" for part in found.groups())
