"""Who did what to whom, as a graph tells it, in the terms of PLOVER: what three data sets read in common.

PLOVER has one type for what somebody promises, whatever it is, and one for what somebody threatens; in the graph these
are events of their own class that are told as planned or offered. `INTENDED` and `REFUSED` translate.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

import newsgraph
from benchmarks.records import query, rows

KIND = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())
HARSH = frozenset("REJECT ACCUSE PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
INTENDED = {**dict.fromkeys(KIND, "AGREE"), **dict.fromkeys(HARSH, "THREATEN")}
REFUSED = dict.fromkeys(KIND, "REJECT")
COMING = frozenset({"Planned", "Offered", "Expected"})
# What several do with one another.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of the graph: its class, where its word stands, how real it is told to be, its roles' fillers."""

    node: str
    type: str
    start: int
    factuality: str
    modality: str
    claimant: str
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fillers(self, roles: Iterable[str]) -> Iterator[str]:
        """What fills these roles, in their order."""
        return (f for role in roles for f in self.roles.get(role, ()))

    @property
    def denied(self) -> bool:
        """Whether it is told not to be so."""
        return self.factuality.endswith("Negative")

    @property
    def mutual(self) -> bool:
        """Whether all who act do it to one another."""
        return plover(self.type) in MUTUAL

    @property
    def code(self) -> str | None:
        """The PLOVER type of the event as it is told; None where PLOVER has none."""
        code = plover(self.type)
        if code is None:
            return None
        if self.denied:
            return REFUSED.get(code)
        return INTENDED.get(code, code) if self.modality in COMING else code


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@cache
def _codes() -> Mapping[str, str]:
    ontology = newsgraph.Graph.parse("")
    return {local(row[0]): row[1] for row in ontology.query(query("political-classes"))}


def plover(kind: str) -> str | None:
    """The PLOVER type that the ontology gives a class."""
    return _codes().get(kind)


def deeds(graph: newsgraph.Graph) -> tuple[Deed, ...]:
    """The events of a graph in the order of the text, each with its first claim."""
    found = sorted(rows(graph, "political"), key=lambda r: (r.start, r.event))
    told: dict[str, Deed] = {}
    for node, group in groupby(found, key=lambda r: r.event):
        lines = list(group)
        first = lines[0]
        roles: dict[str, list[str]] = {}
        for line in lines:
            if line.role is not None and line.filler not in roles.setdefault(local(line.role), []):
                roles[local(line.role)].append(line.filler)
        told.setdefault(
            node,
            Deed(
                node,
                local(first.type),
                first.start,
                local(first.factuality),
                local(first.modality),
                first.claimant,
                {role: tuple(fillers) for role, fillers in roles.items()},
            ),
        )
    return tuple(told.values())
