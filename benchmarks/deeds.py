"""Who did what to whom, as a graph tells it, in the terms of PLOVER: what three data sets read in common.

PLOVER has one type for whatever somebody promises to do, one for whatever they threaten with, one for what they say
that others must do. In the graph these are events of their own class that are told as planned, offered or due:
`INTENDED` and `REFUSED` translate.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import newsgraph
from benchmarks.records import Row, query, rows

KIND = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())
HARSH = frozenset("REJECT PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
INTENDED = {**dict.fromkeys(KIND, "AGREE"), **dict.fromkeys(HARSH, "THREATEN")}
REFUSED = dict.fromkeys(KIND, "REJECT")
# What one may call on others to do, so that it is told as one's own deed.
RALLIED = {**dict.fromkeys(("SANCTION", "COERCE", "ACCUSE"), "ACCUSE"), "SUPPORT": "SUPPORT"}
# What several do with one another.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# PLOVER counts these too; the ontology has them in branches of their own.
OTHERS = {"Resignation": "CONCEDE", "Evacuation": "AID", "Injury": "ASSAULT"}


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of the graph: its class, its word and clause, how real it is told to be, what fills its roles."""

    node: str
    type: str
    start: int
    clause: tuple[int, int]
    factuality: str
    modality: str
    claimant: str
    roles: Mapping[str, tuple[str, ...]]

    def fillers(self, *roles: str) -> Iterator[str]:
        """What fills these roles, in their order."""
        return (f for role in roles for f in self.roles.get(role, ()))

    @property
    def plain(self) -> str | None:
        """The PLOVER type of the class."""
        return _codes().get(self.type) or OTHERS.get(self.type)

    @property
    def mutual(self) -> bool:
        """Whether all who act do it to one another."""
        return self.plain in MUTUAL

    @property
    def due(self) -> bool:
        """Whether somebody says that others must do it."""
        return self.modality == "Obligatory" and "/article/" not in self.claimant

    @property
    def purpose(self) -> bool:
        """Whether it is only what something else is done for."""
        return self.modality in {"Planned", "Conditional", "Requested"} and self.factuality == "Underspecified"

    @property
    def code(self) -> str | None:
        """The PLOVER type of the event as it is told; None where PLOVER has none."""
        code = self.plain
        if code is None or self.due:
            return code and "REQUEST"
        if self.factuality.endswith("Negative"):
            return REFUSED.get(code)
        if self.modality in {"Planned", "Expected"} and self.factuality == "PossiblePositive" and code in KIND:
            return None
        intended = self.modality in {"Planned", "Expected", "Offered"} and not self.purpose
        return INTENDED.get(code, code) if intended else code


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@cache
def _codes() -> Mapping[str, str]:
    ontology = newsgraph.Graph.parse("")
    return {local(row[0]): row[1] for row in ontology.query(query("political-classes"))}


def deeds(graph: newsgraph.Graph) -> tuple[Deed, ...]:
    """The events of a graph in the order of the text, each by the first claim about it."""
    found = sorted(rows(graph, "political"), key=lambda r: (r.event, r.start))
    return tuple(
        sorted((_deed(list(lines)) for _, lines in groupby(found, key=lambda r: r.event)), key=lambda d: d.start)
    )


def _deed(lines: list[Row]) -> Deed:
    first = lines[0]
    return Deed(
        node=first.event,
        type=local(first.type),
        start=first.start,
        clause=(first.first or 0, first.last or 0),
        factuality=local(first.factuality),
        modality=local(first.modality),
        claimant=first.claimant,
        roles={
            role: _unique(f for r, f in _pairs(lines) if r == role) for role in _unique(r for r, _ in _pairs(lines))
        },
    )


def _pairs(lines: Iterable[Row]) -> list[tuple[str, str]]:
    return [(local(line.role), line.filler) for line in lines if line.role is not None]


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
