"""The policy of identity: what speaks for an identifier, and when it is accepted; a table, ontology/identity.ttl."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.policy import POL
from newsgraph.ontology.turtle import RDF_TYPE, Node, read


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a candidate, or against it where `weight` is negative; `says` is the reason with its gaps."""

    name: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement with the score that it needs, and the lead over the next candidate (where it asks for none, -1)."""

    name: str
    least: float
    lead: float = -1.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many times larger is far larger, and larger; how many people make a small namesake, and a small town."""

    far: float
    larger: float
    small_namesake: float
    small_town: float


@dataclass(frozen=True, slots=True)
class IdentityPolicy:
    """The table."""

    signs: Mapping[str, Sign]
    judgements: tuple[Judgement, ...]
    sizes: Sizes

    def sign(self, name: str) -> Sign:
        """The sign of a name; one that the table lacks is an error of the table."""
        if name not in self.signs:
            raise OntologyError(POL + name, "the policy of identity lacks this sign")
        return self.signs[name]

    def sum(self, names: Iterable[str]) -> float:
        """What some signs weigh together, to two digits; it can be less than 0 and more than 1.

        >>> identity_policy().sum([])
        0.0
        """
        return round(sum((self.sign(name).weight for name in names), 0.0), 2)

    def judgement(self, score: float, lead: float) -> str | None:
        """The first judgement whose conditions hold, or None for what is no link.

        >>> identity_policy().judgement(1.0, 1.0), identity_policy().judgement(0.0, 0.0)
        ('accepted', None)
        """
        held = (j.name for j in self.judgements if score >= j.least and round(lead, 2) >= j.lead)
        return next(held, None)


@cache
def identity_policy() -> IdentityPolicy:
    """The policy that comes with the program."""
    return parse(read([folder("ontology") / "identity.ttl"]))


def parse(nodes: Iterable[Node]) -> IdentityPolicy:
    """The policy that some nodes make."""
    every = tuple(nodes)
    signs = {n.name: Sign(n.name, _number(n, "weight"), n.one(POL + "says")) for n in _all(every, "Sign")}
    ranked = sorted(_all(every, "Judgement"), key=lambda node: _number(node, "order"))
    judgements = tuple(Judgement(n.name, _number(n, "least"), _number(n, "lead", "-1")) for n in ranked)
    sizes = next(_all(every, "Sizes"), None)
    if sizes is None:
        raise OntologyError(POL + "Sizes", "the policy of identity says nothing of sizes")
    numbers = (_number(sizes, column) for column in ("farTimes", "largerTimes", "smallNamesake", "smallTown"))
    return IdentityPolicy(signs, judgements, Sizes(*numbers))


def _all(nodes: Iterable[Node], kind: str) -> Iterator[Node]:
    return (node for node in nodes if POL + kind in node.all(RDF_TYPE))


def _number(node: Node, column: str, default: str = "") -> float:
    text = node.one(POL + column, default)
    try:
        return float(text)
    except ValueError as error:
        raise OntologyError(node.iri, f"pol:{column} is {text!r}, expected a number") from error
