"""CoNLL04: five relations between names in single sentences.

The sentences come as tokens with blanks between them, and quotation marks in the manner of old printers. They are
read as running text, and what is found is told by the places of the tokens.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import newsgraph
from benchmarks.records import Record, rows
from newsgraph import Graph

TYPES: Mapping[str, str] = {
    "Person": "Peop",
    **dict.fromkeys(("Country", "City", "Region", "Place", "BodyOfWater", "Area", "Street"), "Loc"),
    **dict.fromkeys(("Facility", "Building", "Airport", "MilitaryBase", "Prison"), "Loc"),
    **dict.fromkeys(("Product", "Vehicle", "Weapon", "Law", "Document", "Report", "Topic", "Office"), "Other"),
}
LIVING = ("livesIn", "bornIn", "nationality", "basedIn", "holdsOffice", "heldOffice", "leads", "presentIn")
WORKING = (
    "affiliatedWith", "employedBy", "memberOf", "spokespersonFor", "leads", "holdsOffice", "heldOffice", "owns",
    "chiefExecutiveOf", "politicalAffiliation", "partOf",
)  # fmt: skip
HOUSED = ("basedIn", "headquarteredIn", "locatedIn", "presentIn", "nationality")
# (our relation, type of the subject, type of the object) -> theirs.
PREDICATES: Mapping[tuple[str, str, str], str] = {
    **{(name, "Peop", "Loc"): "Live_In" for name in LIVING},
    **{(name, "Peop", "Org"): "Work_For" for name in WORKING},
    **{(name, "Org", "Loc"): "OrgBased_In" for name in HOUSED},
    **{(name, "Loc", "Loc"): "Located_In" for name in ("locatedIn", "capitalOf", "partOf")},
    ("kills", "Peop", "Peop"): "Kill",
}
PLACED = frozenset({"Live_In", "OrgBased_In"})
# What printers' tokens are in running text, and blanks that it does not have.
QUOTES = re.compile(r"` ` ?| ?' '|``|''")
DASHES = re.compile(r"(?<= )_(?= )")
GLUE = re.compile(
    r" (?=[,.;:?!)\]%]|'(?:s|S|re|ve|ll|d|m|t)?\b|n't\b)|(?<=[(\[$]) |(?<=\d ,) (?=\d{3}\b)|(?<=\w') (?=[A-Z])"
)


ADDRESS = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|President|Prince|King)\.? $")


class Name(NamedTuple):
    """A name of a node, by its place in the running text."""

    start: int
    end: int
    type: str


def document(record: Record) -> newsgraph.Document:
    """The sentence as running text."""
    return newsgraph.Document(_running(record["text"])[0], id=record["id"])


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The names with their types, and the relations between them."""
    names: dict[str, list[Name]] = defaultdict(list)
    text = _running(record["text"])[0]
    for row in rows(graph, "conll04-names"):
        start, end = _as_annotated(text, row.start, row.end)
        names[row.node].append(Name(start, end, TYPES.get(row.kind, "Org")))
    found = dict.fromkeys(_relations(graph, names))
    known = {name for some in names.values() for name in some} | {
        end for one, _, other in found for end in (one, other)
    }
    number = {name: n for n, name in enumerate(sorted(known))}
    places = _running(record["text"])[1]
    return {
        "entities": [{"start": places[n.start], "end": places[n.end - 1] + 1, "type": n.type} for n in number],
        "relations": [{"subj": number[one], "pred": name, "obj": number[other]} for one, name, other in found],
    }


def _as_annotated(text: str, start: int, end: int) -> tuple[int, int]:
    """Forms of address belong to names there, and the last dot of a sentence does not."""
    address = ADDRESS.search(text[:start])
    last = end - 1 if end == len(text.rstrip()) and text[end - 1] == "." else end
    return (address.start() if address else start), max(last, start + 1)


def _relations(graph: Graph, names: Mapping[str, list[Name]]) -> Iterator[tuple[Name, str, Name]]:
    lies: dict[str, set[str]] = defaultdict(set)
    told = list(rows(graph, "conll04"))
    for row in told:
        if row.predicate == "locatedIn":
            lies[row.subject].add(row.object)
    found = list[tuple[Name, str, Name, bool]]()
    for row in told:
        for goal in (row.object, *sorted(lies[row.object])):
            one, other = _nearest(names.get(row.subject, ()), row.at), _nearest(names.get(goal, ()), row.there)
            if one is None or other is None or one == other:
                continue
            predicate = PREDICATES.get((row.predicate, one.type, other.type))
            if predicate and (goal == row.object or predicate in PLACED):
                found.append((one, predicate, other, row.predicate == "bornIn"))
    yield from _births_joined(found)


def _births_joined(found: Iterable[tuple[Name, str, Name, bool]]) -> Iterator[tuple[Name, str, Name]]:
    """The place where somebody was born is one name there with the wider place behind its comma."""
    told = list(found)
    near = {(o, p) for o, name, p, _ in told if name == "Located_In" and 0 <= p.start - o.end <= 2}
    born = {other for _, _, other, birth in told if birth}
    joined = {o: Name(o.start, p.end, o.type) for o, p in near if o in born}
    wider = {p for o, p in near if o in joined}
    for one, name, other, birth in told:
        if name == "Located_In" and one in joined:
            continue
        if birth and other in wider and other not in joined:
            continue
        yield one, name, joined.get(other, other) if birth else other


def _nearest(names: Any, place: int) -> Name | None:
    """The name that holds a place of the text, else the nearest one."""
    return min(names, key=lambda n: (max(n.start - place, place - n.end + 1, 0), n.start), default=None)


def _running(text: str) -> tuple[str, list[int]]:
    """The running text of a line of tokens, and where each of its characters stood."""
    pieces, places = list[str](), list[int]()
    change = {m.start(): (m.end(), '"') for m in QUOTES.finditer(text)}
    change |= {m.start(): (m.end(), "--") for m in DASHES.finditer(text)}
    change |= {m.start(): (m.end(), "") for m in GLUE.finditer(text) if m.start() not in change}
    place = 0
    while place < len(text):
        end, instead = change.get(place, (place + 1, text[place]))
        pieces.append(instead)
        places += [place] * len(instead)
        place = max(end, place + 1)
    return "".join(pieces), places
