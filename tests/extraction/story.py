"""Readable access to what one short text was found to tell."""

from dataclasses import dataclass

import pytest
from _pytest.mark import ParameterSet

from newsgraph.model.findings import Argument, Claim, Event, Findings, Target, TargetKind

YES = ("CertainPositive", "Actual")
NO = ("CertainNegative", "Actual")
LIKELY = ("ProbablePositive", "Actual")
MAY = ("PossiblePositive", "Actual")
ASKED = ("Underspecified", "Requested")
TRIED = ("Underspecified", "Attempted")


def unmet(*values: object, why: str) -> ParameterSet:
    """A row of a table that English decides and the program does not meet yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))


@dataclass(frozen=True)
class Story:
    """What was found in a text; every answer is in labels and local names."""

    text: str
    findings: Findings

    @property
    def types(self) -> list[str]:
        """The classes of all events, sorted."""
        return sorted(e.type for e in self.findings.events)

    def who(self, type: str, role: str) -> set[str]:
        """The labels that fill a role of the one event of a class; a filler that is an event gives its class."""
        return self._labels(self._one(type), role)

    def all(self, type: str, *roles: str) -> set[tuple[str, ...]]:
        """The fillers of some roles, joined by "+", of every event of a class."""
        events = [e for e in self.findings.events if e.type == type]
        return {tuple("+".join(sorted(self._labels(e, role))) for role in roles) for e in events}

    def label(self, type: str) -> str:
        """The label of the one event of a class."""
        return self._one(type).label

    def extents(self, type: str) -> list[str]:
        """The words of each clause that tells an event of a class."""
        return [e.extent.of(self.text) for e in self.findings.events if e.type == type]

    def state(self, type: str) -> tuple[str, str]:
        """Factuality and modality of the one event of a class in the innermost view of its one claim."""
        return self.voices(type)[0][1:]

    def voices(self, type: str) -> list[tuple[str | None, str, str]]:
        """Speaker (None: the article's own voice), factuality and modality, innermost first, of its one claim."""
        (voices,) = self.claims(type)
        return voices

    def claims(self, type: str) -> list[list[tuple[str | None, str, str]]]:
        """The voices of every claim about the one event of a class."""
        event = self.findings.events.index(self._one(type))
        return [self.voices_of(c) for c in self.findings.claims if c.about == Target(TargetKind.EVENT, event)]

    @property
    def figures(self) -> set[tuple[str, float | None, float | None, bool]]:
        """What each figure counts, its bounds, and whether it is approximate."""
        return {(f.counts, f.minimum, f.maximum, f.approximate) for f in self.findings.figures}

    @property
    def figured(self) -> set[tuple[str, str, float | None, float | None]]:
        """What each figure counts, what it is a figure of, and its bounds."""
        return {(f.counts, self._name(f.of), f.minimum, f.maximum) for f in self.findings.figures}

    @property
    def measures(self) -> set[tuple[str | None, float | None, float | None]]:
        """Unit and bounds of each figure that has a unit."""
        return {(f.unit, f.minimum, f.maximum) for f in self.findings.figures if f.unit}

    def figure_voices(self, counts: str) -> list[list[tuple[str | None, str, str]]]:
        """The voices of every claim about figures of a kind."""
        about = {Target(TargetKind.FIGURE, n) for n, f in enumerate(self.findings.figures) if f.counts == counts}
        return [self.voices_of(c) for c in self.findings.claims if c.about in about]

    def day(self, type: str) -> str | None:
        """The day of the one event of a class."""
        time = self._one(type).time
        return None if time is None else self.findings.times[time].stamp

    def _one(self, type: str) -> Event:
        found = [e for e in self.findings.events if e.type == type]
        assert len(found) == 1, f"{len(found)} events of class {type}, {self.types} in all"
        return found[0]

    def _labels(self, event: Event, role: str) -> set[str]:
        fillers: list[Argument] = [a for a in event.arguments if a.role == role]
        return {self._name(a.filler) for a in fillers}

    def _name(self, target: Target) -> str:
        if target.kind is TargetKind.EVENT:
            return self.findings.events[target.index].type
        return self._plain(target.index)

    def _plain(self, index: int) -> str:
        """The label of an entity; a phrase without the capital of a sentence's first word."""
        entity = self.findings.entities[index]
        return entity.label if entity.named else entity.label[:1].lower() + entity.label[1:]

    def voices_of(self, claim: Claim) -> list[tuple[str | None, str, str]]:
        """Speaker, factuality and modality of each voice of a claim, innermost first."""
        return [
            (None if v.claimant is None else self._plain(v.claimant), v.factuality.value, v.modality.value)
            for v in claim.voices
        ]
