"""Under which keys an article's entities are looked for: two rows with a common key are one thing.

A key says in plain words what makes things one: an identifier; a name within a family of classes, for bodies that many
states have under one name together with the country; an office together with whose office it is.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

from newsgraph.model.findings import Entity, Findings
from newsgraph.ontology.dispensable import shortened
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import AGENCY, PUBLISHER, Entry
from newsgraph.resolution.names import folded, names

Keys: TypeAlias = tuple[str, ...]
# What every state has under the same name, or many have: the name alone says nothing.
STATE_BODIES = ("GovernmentBody", "MilitaryForce", "PoliceForce", "Court", "Parliament", "PoliticalParty")
# What every state has one of.
UNIQUE = ("Ministry", "Parliament")
# What bears its acronym all over the world; others share theirs ("ADF") with somebody else's.
WORLDWIDE = ("InternationalOrganization", "MilitaryAlliance", "MediaOrganization", "Company", "SportsTeam")
SHORT_ACRONYM = 3
# Families of which readers take one for the other where a name tells them nothing, and by how many other things a
# story is known.
GUESSED, SURROUNDINGS = ("Place", "Organization", "Product"), 3
# What says where a body is at home.
SEATED = ("basedIn", "headquarteredIn", "officeOf", "locatedIn", "partOf")


@dataclass(frozen=True)
class Keyed:
    """The keys of the rows of one article."""

    entry: Entry

    def keys(self, row: int) -> Keys:
        """The keys of a row, sorted; none for what is never one with anything elsewhere, and for persons."""
        if row in (PUBLISHER, AGENCY):
            return self._publisher(row)
        entity = self._findings.entities[row]
        if (known := self.entry.known.get(row)) is not None:
            return (f"={known}",)
        if entity.type == "Office":
            return self._office(row, entity)
        if (sole := self._sole(row)) is not None and entity.named:
            return (f"={sole}",)
        if self.is_person(row):
            return ()
        if not entity.named:
            return self._unique(row, entity)
        return () if self._told_apart(row) else self._named(row)

    def is_person(self, row: int) -> bool:
        """Whether a row is a person with a name."""
        if row in (PUBLISHER, AGENCY):
            return False
        entity = self._findings.entities[row]
        return entity.named and entity.type == "Person" and row not in self.entry.known

    @property
    def _findings(self) -> Findings:
        return self.entry.article.findings

    def _publisher(self, row: int) -> Keys:
        document = self.entry.article.document
        name = document.publisher if row == PUBLISHER else document.agency
        called = folded(name or "")
        return tuple(sorted(f"Organization||{one}" for one in {called, *shortened(called, "NewsAgency")} if one))

    def _office(self, row: int, office: Entity) -> Keys:
        """An office is one where its name and whose it is are."""
        owners = sorted(r.object for r in self._findings.relations if r.predicate == "officeOf" and r.subject == row)
        found = (self.keys(owner)[:1] for owner in owners if owner != row and not self._is_office(owner))
        owner = next(filter(None, found), ())
        return (f"office|{folded(office.label)}|{owner[0]}",) if owner else ()

    def _unique(self, row: int, entity: Entity) -> Keys:
        """What a state has one of is known by its kind: "the interior ministry" in two stories about Peru."""
        if entity.type not in UNIQUE or not entity.label.strip():
            return ()
        key = self._name_key(row, entity, folded(entity.label))
        return () if key is None else (key,)

    def _is_office(self, row: int) -> bool:
        return self._findings.entities[row].type == "Office"

    def _told_apart(self, row: int) -> bool:
        """Whether the text itself tells it apart from another of its name: then the name alone says nothing."""
        mine = set(self._named(row))
        return any(mine & set(self._named(other)) for other in self._plain if other != row)

    @cached_property
    def _plain(self) -> tuple[int, ...]:
        rows = range(len(self._findings.entities))
        return tuple(
            r for r in rows if self._findings.entities[r].named and not self.is_person(r) and r not in self.entry.known
        )

    def _named(self, row: int) -> Keys:
        entity = self._findings.entities[row]
        found = {short for name in names(entity) for short in (name, *shortened(name, entity.type))}
        keys = {key for name in found if (key := self._name_key(row, entity, name)) is not None}
        return tuple(sorted(keys | set(self._anyway(row, entity))))

    def _anyway(self, row: int, entity: Entity) -> Iterator[str]:
        """Keys for what is read as a place in one story and as a company in another, in stories about the same."""
        name = folded(entity.label)
        if family(entity.type) in GUESSED and not self._needs_country(row, entity, name):
            yield from (f"any|{name}|{other}" for other in self._surroundings if other != name)

    @cached_property
    def _surroundings(self) -> tuple[str, ...]:
        """The identified things that come up most in the article."""
        known = sorted(self.entry.known.items(), key=lambda one: (-self._mentioned(one[0]), one[1]))
        return tuple(dict.fromkeys(identifier for _, identifier in known))[:SURROUNDINGS]

    def _mentioned(self, row: int) -> int:
        return len(self._findings.entities[row].mentions) if row < len(self._findings.entities) else 0

    def _name_key(self, row: int, entity: Entity, name: str) -> str | None:
        if not self._needs_country(row, entity, name):
            return f"{family(entity.type)}||{name}"
        country = self._seat(row) or self._country
        return None if country is None else f"{family(entity.type)}|{country}|{name}"

    def _needs_country(self, row: int, entity: Entity, name: str) -> bool:
        if any(vocabulary().is_a(entity.type, body) for body in STATE_BODIES) or row in self._ambiguous:
            return True
        if vocabulary().is_a(entity.type, "Organization"):
            worldwide = any(vocabulary().is_a(entity.type, kind) for kind in WORLDWIDE)
            return len(name) <= SHORT_ACRONYM and not worldwide
        return False

    def _sole(self, row: int) -> str | None:
        """The only thing that the files know by the name of a row, though it is not sure that it is meant.

        Stories that mean another by that name mean the same other, as far as anybody can tell.
        """
        doubted = [link for link in self.entry.links if link.entity == row and link.judgement == "unsure"]
        if not doubted or any(self.entry.judge(link) != "machine" for link in doubted):
            return None
        first, *others = doubted
        # A city has a second link, to its item, which says so.
        return first.target if all(first.target in other.reasons[-1] for other in others) else None

    @cached_property
    def _ambiguous(self) -> frozenset[int]:
        """The rows whose name several things of the knowledge files bear, as "London": nobody knows which one it is."""
        return frozenset(link.entity for link in self.entry.links if link.judgement == "unsure")

    def _seat(self, row: int) -> str | None:
        """The identified place where a body is at home, where the article tells."""
        known = self.entry.known
        ends = (r.object for r in self._findings.relations if r.subject == row and r.predicate in SEATED)
        return min((known[end] for end in ends if end in known and self._is_country(end)), default=None)

    def _is_country(self, row: int) -> bool:
        return self._findings.entities[row].type == "Country"

    @cached_property
    def _country(self) -> str | None:
        """The identified country that the article mentions most (ties: the smallest identifier)."""
        counts: Counter[str] = Counter()
        for row, known in self.entry.known.items():
            if row < len(self._findings.entities) and self._is_country(row):
                counts[known] += len(self._findings.entities[row].mentions)
        return min(counts, key=lambda known: (-counts[known], known), default=None)


@cache
def family(kind: str) -> str:
    """The class within which one name is one thing: all organisations, all places where people live.

    >>> family("NewsAgency"), family("City"), family("Airport"), family("Country")
    ('Organization', 'Place', 'Facility', 'Country')
    """
    above = vocabulary().superclasses(kind)
    for one in ("Organization", "Country", "Facility", "BodyOfWater", "Place"):
        if one in above:
            return one
    return next((name for name in sorted(above) if "Entity" in vocabulary().terms[name].parents), kind)
