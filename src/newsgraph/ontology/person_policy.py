"""When persons of different stories are one. The table stands in ontology/identity-persons.ttl."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import RDF_TYPE, RDFS, Node, local, read

IDP = "https://w3id.org/newsgraph/identity#"
NAMES = frozenset({"exact", "variant", "short", "surname", "surname variant"})
DESCRIBED = frozenset({"same", "like", "owner", "rival", "other", "none"})
VERDICTS = ("same", "unsure")
# What is said of the world besides the rows, each a set of local names.
TERMS = ("office", "membership", "origin", "common", "everywhere", "stateBody", "mayBeStateBody")


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """How two persons compare.

    `names` is one of `NAMES`, `described` one of `DESCRIBED`; `shared` counts the common names that tell stories apart,
    `near` those that many stories tell.
    """

    names: str
    described: str
    shared: int = 0
    near: int = 0


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of the table; `same` tells what is one from what somebody must judge."""

    name: str
    names: frozenset[str]
    described: frozenset[str]
    shared: int
    near: int
    score: float
    same: bool
    comment: str

    def holds(self, evidence: PersonEvidence) -> bool:
        """Whether all conditions of the row hold."""
        told = evidence.names in self.names and evidence.described in self.described
        return told and evidence.shared >= self.shared and evidence.near >= self.near


@dataclass(frozen=True, slots=True)
class PersonPolicy:
    """The table, top to bottom; by how much the better of two must be better; the terms it rests on."""

    rows: tuple[PersonRow, ...]
    margin: float
    terms: Mapping[str, frozenset[str]]

    def row(self, evidence: PersonEvidence) -> PersonRow | None:
        """The first row that holds; None where the two are different.

        >>> person_policy().row(PersonEvidence("surname", "none", shared=2)).same
        True
        """
        return next((row for row in self.rows if row.holds(evidence)), None)


@cache
def person_policy() -> PersonPolicy:
    """The policy that comes with the program."""
    return parse(read([folder("ontology") / "identity-persons.ttl"]))


def parse(nodes: Iterable[Node]) -> PersonPolicy:
    """The policy that some nodes make, its rows in their order."""
    found = tuple(nodes)
    rows = sorted((n for n in found if IDP + "PersonRow" in n.all(RDF_TYPE)), key=lambda n: _number(n, "order"))
    terms = next((n for n in found if IDP + "PersonTerms" in n.all(RDF_TYPE)), None)
    if terms is None:
        raise OntologyError("identity-persons.ttl", "has no idp:PersonTerms")
    told = {name: frozenset(map(local, terms.all(IDP + name))) for name in TERMS}
    return PersonPolicy(tuple(map(_row, rows)), _number(terms, "margin"), told)


def _row(node: Node) -> PersonRow:
    verdict = node.one(IDP + "verdict")
    if verdict not in VERDICTS:
        raise OntologyError(node.iri, f"idp:verdict is {verdict!r}, expected one of {', '.join(VERDICTS)}")
    return PersonRow(
        name=node.name,
        names=_among(node, "names", NAMES),
        described=_among(node, "described", DESCRIBED, default=DESCRIBED),
        shared=int(_number(node, "with")),
        near=int(_number(node, "near")),
        score=_number(node, "score"),
        same=verdict == "same",
        comment=node.one(RDFS + "comment"),
    )


def _among(node: Node, column: str, allowed: frozenset[str], default: frozenset[str] = frozenset()) -> frozenset[str]:
    """The values of a column; a row that names none, where none is meant by default, would hold for everybody."""
    found = frozenset(node.all(IDP + column)) or default
    if not found or not found <= allowed:
        raise OntologyError(node.iri, f"idp:{column} is {sorted(found)}, expected some of {sorted(allowed)}")
    return found


def _number(node: Node, column: str) -> float:
    text = node.one(IDP + column, "0")
    try:
        return float(text)
    except ValueError:
        raise OntologyError(node.iri, f"idp:{column} is {text!r}, expected a number") from None
