"""What other stories may see of a person: keys of the name, of what describes them, and of who else the story names."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsgraph.model.findings import Entity, Findings
from newsgraph.ontology.knowledge import people, territory
from newsgraph.ontology.person_policy import person_policy
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.names import folded
from newsgraph.resolution.person_names import person_name
from newsgraph.resolution.skeletons import person_key, surname_key

# What stands between the name of a state's body and the state.
OF_STATE = "@"
# How a key begins that says no more than where somebody is from.
ORIGIN = "desc:from|"


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in one story. Only persons of one `block` (the key of the surname) are compared.

    Each of `keys` begins with its kind: "name:" a folded full name; "skel:" what its spellings share; "surname:";
    "desc:" a folded office or relation, "|" and the key of its owner or body, empty where the story does not tell
    ("from" for an origin, which does not count for "has:description"); "owner:" the key of a body or state that a
    description belongs to; "with:" the key of another name of the story, "near:" of one that many stories tell;
    "has:full", "has:description". The key of a thing is its identifier, else its folded label: for a body of a state
    with "@" and the key of the state, for a person what the spellings of the name share.
    """

    block: str
    keys: frozenset[str]


def person_card(findings: Findings, index: int, known: Mapping[int, str | None]) -> PersonCard:
    """The card of the person in row `index` of the entities; `known` has the identifiers of entities by their rows."""
    story, entity = _Story(findings, known), findings.entities[index]
    keys = {*_names(entity), *story.descriptions(index), *story.company(index)}
    if any(key.startswith("desc:") and not key.startswith(ORIGIN) for key in keys):
        keys.add("has:description")
    return PersonCard(surname_key(entity.label), frozenset(keys))


def is_full(name: str) -> bool:
    """Whether a name has more than the surname."""
    return bool(person_name(name).given)


def _names(entity: Entity) -> Iterator[str]:
    """Nicknames and the like stand for nothing alone: of other names only full ones count."""
    yield f"surname:{person_name(entity.label).surname}"
    for name in filter(is_full, (entity.label, *entity.alt_labels)):
        yield from (f"name:{folded(name)}", f"skel:{person_key(name)}", "has:full")


@dataclass(frozen=True)
class _Story:
    """A story with the identifiers of its entities."""

    findings: Findings
    known: Mapping[int, str | None]

    def company(self, index: int) -> Iterator[str]:
        """The keys of all other names of the story."""
        for row, entity in enumerate(self.findings.entities):
            told = entity.named or self.known.get(row)
            if (
                row == index
                or not told
                or _is(entity, "everywhere")
                or (entity.type == "Person" and not is_full(entity.label))
            ):
                continue
            if key := self.key(row):
                yield f"{'near' if _is(entity, 'common') else 'with'}:{key}"

    def descriptions(self, index: int) -> Iterator[str]:
        """What the relations of a person say of who it is and where it comes from."""
        terms = person_policy().terms
        for relation in self.findings.relations:
            if relation.subject != index or relation.dated or relation.object == index:
                continue
            if relation.predicate in terms["origin"]:
                if key := self.key(relation.object):
                    yield from (f"{ORIGIN}{key}", f"owner:{key}")
            elif relation.predicate in terms["office"] | terms["membership"]:
                yield from self._description(relation.predicate, relation.object)

    def key(self, row: int) -> str | None:
        """The key of an entity; None for what has no name, and for a body of a state that the story does not tell."""
        entity = self.findings.entities[row]
        if (identifier := self.known.get(row)) or not entity.named:
            return identifier
        if entity.type == "Person":
            return person_key(entity.label) or None
        if not _is(entity, "stateBody"):
            return folded(entity.label) or None
        state = self.state(row)
        return f"{folded(entity.label)}{OF_STATE}{state}" if state else None

    def state(self, row: int) -> str | None:
        """The key of the state that a body belongs to: by its name, or else by what the story is about."""
        entity = self.findings.entities[row]
        if _is(entity, "stateBody") and not self.known.get(row):
            return self._named_state(entity.label) or self._country
        maybe = not self.known.get(row) and entity.type in person_policy().terms["mayBeStateBody"]
        return self._named_state(entity.label) if maybe else None

    def _description(self, predicate: str, end: int) -> Iterator[str]:
        if self.findings.entities[end].type != "Office":
            yield from self._of(vocabulary().label(predicate), end)
            return
        title = f"{'candidate for ' if predicate == 'candidateFor' else ''}{folded(self._label(end))}"
        owners = {r.object for r in self.findings.relations if r.predicate == "officeOf" and r.subject == end}
        told = [key for owner in sorted(owners) for key in self._of(title, owner)]
        yield from told if any(key.startswith("desc:") for key in told) else [*told, f"desc:{title}|"]

    def _of(self, title: str, owner: int) -> Iterator[str]:
        """A description with its owner; a body whose state is not told is a part of the title."""
        key, state = self.key(owner), self.state(owner)
        if key:
            yield f"desc:{title}|{key}"
        elif self.findings.entities[owner].named:
            yield f"desc:{title} {folded(self._label(owner))}|"
        yield from (f"owner:{found}" for found in (key, state) if found)

    def _label(self, row: int) -> str:
        return self.findings.entities[row].label

    def _named_state(self, label: str) -> str | None:
        """The state in the name of a body: "Security Council of Russia", "Russian Security Council"."""
        tail = label.rpartition(" of ")[2]
        for row, entity in enumerate(self.findings.entities):
            if entity.type == "Country" and folded(entity.label) == folded(tail):
                return self.known.get(row) or folded(entity.label)
        found = next(iter(territory(tail)), None) or people(label.partition(" ")[0])
        return found.iri if found else None

    @cached_property
    def _country(self) -> str | None:
        """The identified country that the story mentions most (ties: the smallest identifier)."""
        counts: Counter[str] = Counter()
        for row, entity in enumerate(self.findings.entities):
            if entity.type == "Country" and (identifier := self.known.get(row)):
                counts[identifier] += len(entity.mentions)
        return min(counts, key=lambda key: (-counts[key], key), default=None)


def _is(entity: Entity, term: str) -> bool:
    return any(vocabulary().is_a(entity.type, kind) for kind in person_policy().terms[term])
