"""News-Fair v2: names and their Wikidata items."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.records import Record, rows
from newsgraph import Graph

Name = dict[str, Any]
# The data set counts these among a name; the graph leaves them out of it.
BEFORE = re.compile(r"(?:(?<=[^.!?:\s] )The |\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Justice|Judge)\.? )$")
AFTER = re.compile(r"[™®]")
# A place and the wider one behind the comma ("Lyon, France") make one name there, and two in the graph.
WIDER = {"Region", "Country"}
# What shows that several places are listed.
LISTED = re.compile(r",? (?:and )?[A-Z]")


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The names that are mentioned, each with its item where the graph has one, and the titles before them."""
    text = record["text"]
    names = [
        {"start": row.start, "end": row.end, "uri": row.item, "name": row.label, "kind": row.kind}
        for row in rows(graph, "newsfair_v2")
    ]
    titles = ((row.start, row.end) for row in rows(graph, "newsfair_v2-titles"))
    capital = ((start, end) for start, end in titles if text[start:end].istitle())
    found = [widened(name, text) for name in joined(names, text)]
    return {"entities": [*found, *({"start": start, "end": end, "uri": None} for start, end in capital)]}


def joined(names: Iterable[Name], text: str) -> Iterator[Name]:
    """The names, with a place and its wider place as one."""
    last: Name | None = None
    for name in names:
        if last is not None and name["kind"] in WIDER and last["kind"] == "City":
            listed = LISTED.match(text, name["end"])
            if text[last["end"] : name["start"]] == ", " and not listed:
                last["end"] = name["end"]
                continue
        if last is not None:
            yield last
        last = dict(name)
    if last is not None:
        yield last


def widened(name: Name, text: str) -> Name:
    """A name with its article, its form of address and its mark."""
    before, after = BEFORE.search(text[: name["start"]]), AFTER.match(text, name["end"])
    start = before.start() if before else name["start"]
    return {**name, "start": start, "end": after.end() if after else name["end"]}
