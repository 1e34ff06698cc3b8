"""What speaks for an item elsewhere, and when it is accepted; a table, ontology/profiles/policy.ttl."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.profiles import EXT
from newsgraph.ontology.turtle import RDF_TYPE, Node, local, read
from newsgraph.ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a candidate or against it; it counts for entities of some classes only, and not of others."""

    name: str
    weight: float
    says: str
    of: tuple[str, ...] = ()
    not_of: tuple[str, ...] = ()

    def counts_for(self, kind: str, words: Vocabulary) -> bool:
        """Whether it counts for entities of a class."""
        inside = not self.of or any(words.is_a(kind, one) for one in self.of)
        return inside and not any(words.is_a(kind, one) for one in self.not_of)


@dataclass(frozen=True, slots=True)
class Level:
    """A judgement with the score that it needs, and the lead over the next candidate (where it asks for none, -9)."""

    name: str
    least: float
    lead: float = -9.0


@dataclass(frozen=True, slots=True)
class LinkPolicy:
    """The table; `larger` is how many times as large as its namesakes a place must be for that to break a tie."""

    signs: Mapping[str, Sign]
    levels: tuple[Level, ...]
    larger: float

    def sign(self, name: str) -> Sign:
        """The sign of a name; one that the table lacks is an error of the table."""
        if name not in self.signs:
            raise OntologyError(EXT + name, "the policy of links lacks this sign")
        return self.signs[name]

    def judgement(self, score: float, lead: float) -> str:
        """The first judgement whose conditions hold.

        >>> link_policy().judgement(1.0, 1.0), link_policy().judgement(1.0, 0.0), link_policy().judgement(0.1, 1.0)
        ('accepted', 'doubtful', 'rejected')
        """
        held = (one.name for one in self.levels if score >= one.least and round(lead, 2) >= one.lead)
        return next(held, "rejected")


@cache
def link_policy() -> LinkPolicy:
    """The policy that comes with the program."""
    return parse(read([folder("ontology") / "profiles" / "policy.ttl"]))


def parse(nodes: Iterable[Node]) -> LinkPolicy:
    """The policy that some nodes make."""
    every = tuple(nodes)
    signs = {node.name: _sign(node) for node in _all(every, "Sign")}
    ranked = sorted(_all(every, "Judgement"), key=lambda node: _number(node, "order"))
    levels = tuple(Level(n.name, _number(n, "least"), _number(n, "lead", "-9")) for n in ranked)
    sizes = next(_all(every, "Sizes"), None)
    if sizes is None:
        raise OntologyError(EXT + "Sizes", "the policy of links says nothing of sizes")
    return LinkPolicy(signs, levels, _number(sizes, "largerTimes"))


def _sign(node: Node) -> Sign:
    of, not_of = (tuple(map(local, node.all(EXT + name))) for name in ("of", "notOf"))
    return Sign(node.name, _number(node, "weight"), node.one(EXT + "says"), of, not_of)


def _all(nodes: Iterable[Node], kind: str) -> Iterator[Node]:
    return (node for node in nodes if EXT + kind in node.all(RDF_TYPE))


def _number(node: Node, column: str, default: str = "") -> float:
    text = node.one(EXT + column, default)
    try:
        return float(text)
    except ValueError as error:
        raise OntologyError(node.iri, f"ext:{column} is {text!r}, expected a number") from error
