"""KnowledgeNet: facts in passages, as pairs of words.

Its annotators pair every mention of the subject in a passage with every mention of the object, and they count the wider
places of an address too. A passage is a line of the text.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from itertools import product
from typing import Any, NamedTuple

from benchmarks.records import Record, rows
from newsgraph import Graph

# Our relation -> its property; a minus sign turns it round.
PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "affiliatedWith": ("EMPLOYEE_OR_MEMBER_OF",),
    "employedBy": ("EMPLOYEE_OR_MEMBER_OF",),
    "spokespersonFor": ("EMPLOYEE_OR_MEMBER_OF",),
    "memberOf": ("EMPLOYEE_OR_MEMBER_OF",),
    "politicalAffiliation": ("POLITICAL_AFFILIATION",),
    "leads": ("EMPLOYEE_OR_MEMBER_OF",),
    "holdsOffice": ("EMPLOYEE_OR_MEMBER_OF",),
    "heldOffice": ("EMPLOYEE_OR_MEMBER_OF",),
    "chiefExecutiveOf": ("-CEO", "EMPLOYEE_OR_MEMBER_OF"),
    "bornIn": ("PLACE_OF_BIRTH",),
    "livesIn": ("PLACE_OF_RESIDENCE",),
    "nationality": ("NATIONALITY",),
    "educatedAt": ("EDUCATED_AT",),
    "spouseOf": ("SPOUSE", "-SPOUSE"),
    "childOf": ("CHILD_OF",),
    "parentOf": ("-CHILD_OF",),
    "foundedBy": ("FOUNDED_BY",),
    "basedIn": ("HEADQUARTERS",),
    "headquarteredIn": ("HEADQUARTERS",),
    "subsidiaryOf": ("SUBSIDIARY_OF",),
    "birthDate": ("DATE_OF_BIRTH",),
    "deathDate": ("DATE_OF_DEATH",),
    "foundingDate": ("DATE_FOUNDED",),
}
PLACED = frozenset({"bornIn", "livesIn", "basedIn", "headquarteredIn"})
BODIES = frozenset({"Country", "City", "Region"})


class Words(NamedTuple):
    """A place in the text that stands for something."""

    start: int
    end: int
    item: str | None
    adjective: bool


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """The facts, for each pair of words in a passage."""
    found = list(rows(graph, "knowledgenet-words"))
    words: dict[str, dict[tuple[int, int], Words]] = defaultdict(dict)
    wider: dict[str, set[str]] = defaultdict(set)
    for row in found:
        adjective = str(row.form).endswith("#AdjectiveMention")
        end = row.end - _is_last_dot(record["text"], row.end)
        words[row.node][row.start, end] = Words(row.start, end, row.item, adjective)
        wider[row.node] |= {row.wider} if row.wider else set()
    lines = [0, *(n + 1 for n, c in enumerate(record["text"]) if c == "\n")]
    facts: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows(graph, "knowledgenet"):
        line = bisect_right(lines, max(row.at, row.there))
        subjects = [w for w in words[row.subject].values() if bisect_right(lines, w.start) == line]
        goals = {row.object} | (wider[row.object] if row.predicate in PLACED else set())
        objects = [w for g in sorted(goals) for w in words[g].values() if bisect_right(lines, w.start) == line]
        objects = _of_form(row, objects)
        for name, one, other in product(_properties(row.predicate, row.kind), subjects, objects):
            fact = _fact(name, one, other)
            facts[fact["pred"], *fact["subj"], *fact["obj"]] = fact
    return {"facts": list(facts.values())}


def _is_last_dot(text: str, end: int) -> bool:
    """Whether a name ends with the dot of its passage, which its annotators leave out ("Inc.")."""
    return text[end - 1] == "." and text[end:].lstrip(" ")[:1] in {"", "\n"}


def _of_form(row: Any, objects: list[Words]) -> list[Words]:
    """Only adjectives tell a nationality that an adjective tells, and no adjective tells a place."""
    at = next((w for w in objects if w.start == row.there), None)
    if row.predicate == "nationality" and at is not None:
        return [w for w in objects if w.adjective == at.adjective]
    return [w for w in objects if not (w.adjective and row.predicate in PLACED)]


def _properties(predicate: str, kind: str | None) -> tuple[str, ...]:
    found = PROPERTIES.get(predicate, ())
    if kind == "PoliticalParty" and "EMPLOYEE_OR_MEMBER_OF" in found:
        return ("POLITICAL_AFFILIATION",)
    return () if predicate in {"holdsOffice", "heldOffice", "leads"} and kind in BODIES else found


def _fact(name: str, one: Words, other: Words) -> dict[str, Any]:
    if name.startswith("-"):
        one, other = other, one
    return {
        "pred": name.lstrip("-"),
        "subj": [one.start, one.end],
        "obj": [other.start, other.end],
        "subj_uri": one.item,
        "obj_uri": other.item,
    }
