"""The working values of this package: mentions as token ranges, and chains of mentions of one thing."""

from dataclasses import dataclass, replace
from typing import Self

from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.model.findings import MentionKind

ORGANIZATIONS = frozenset(
    "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup PoliticalParty "
    "InternationalOrganization MilitaryAlliance Company MediaOrganization NewsAgency NGO University SportsTeam".split()
)
GROUPS = frozenset(
    "Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials Journalists "
    "Refugees Workers Prisoners Suspects Attackers Victims".split()
)
FACILITIES = frozenset(
    "Facility Building PoliceStation MilitaryBase Airport Hospital School PlaceOfWorship Prison Infrastructure".split()
)
PLACES = FACILITIES | {"Place", "Country", "City", "Region", "BodyOfWater"}
VEHICLES = frozenset({"Vehicle", "MilitaryVehicle"})
PARENTS = (
    ("Organization", ORGANIZATIONS),
    ("Group", GROUPS),
    ("Facility", FACILITIES),
    ("Place", PLACES),
    ("Vehicle", VEHICLES),
)
BELOW = dict(PARENTS)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention by token indexes (half open). `also` are further tokens that answer for it.

    `label` is how the entity would be called by this mention, `known` what a knowledge file says it is. `sure` tells
    a type that a list or a cue gives from one that the name reader guessed; `proper` a phrase that holds its own name
    ("Rakhine state"), `people` the name of a people or of the followers of something ("Americans").
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    type: str
    label: str
    known: str | None = None
    also: tuple[int, ...] = ()
    sure: bool = False
    proper: bool = False
    people: bool = False

    def span(self, doc: Doc) -> Span:
        """The tokens."""
        return doc[self.start : self.end]

    def token(self, doc: Doc) -> Token:
        """The head."""
        return doc[self.head]

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens that answer for this mention: every one of a name, the heads of the rest."""
        named = self.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
        return (*(range(self.start, self.end) if named else (self.head,)), *self.also)


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing, in the order of the text."""

    mentions: tuple[Found, ...]
    type: str
    named: bool = False
    known: str | None = None

    def plus(self, mention: Found) -> Self:
        """With a further mention."""
        return replace(self, mentions=tuple(sorted((*self.mentions, mention), key=lambda m: (m.start, m.end))))

    @property
    def first(self) -> int:
        """Where it is first mentioned."""
        return self.mentions[0].start


def is_a(type_: str, above: str) -> bool:
    """Whether a class is another one or stands below it, in the part of the tree that this package knows."""
    return type_ == above or type_ in BELOW.get(above, ())


def kin(one: str, other: str) -> bool:
    """Whether one thing can be of both classes: one stands below the other."""
    return is_a(one, other) or is_a(other, one)
