"""PLOVER gold standard: the one political event of a sentence, with its source and its target."""

from typing import Any

from benchmarks.deeds import RALLIED
from benchmarks.parties import Reading
from benchmarks.records import Record
from newsgraph import Graph


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The event that the sentence is about; of those who act together, the first one is the source."""
    reading = Reading(graph)
    deed = reading.main()
    if deed is None:
        return {"events": []}
    sources, targets = reading.sources(deed), reading.targets(deed)
    if len(sources) > 1 and deed.mutual:
        sources, targets = sources[:1], sources[1:]
    code = deed.code
    if (asked := reading.rallied(deed)) is not None:
        code, targets = RALLIED[asked.plain or ""], reading.targets(asked) or targets
    return {"events": [{"type": code, "source": spans(reading, sources), "target": spans(reading, targets)}]}


def spans(reading: Reading, found: list[str]) -> list[dict[str, int]]:
    """Where they are mentioned."""
    return [{"start": start, "end": end} for one in found for start, end in reading.spans.get(one, ())]
