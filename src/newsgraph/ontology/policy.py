"""The promotion policy: which claims make a fact, and of what status. The table stands in ontology/policy.ttl."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import RDF_TYPE, RDFS, Node, local, read

POL = "https://w3id.org/newsgraph/policy#"
CONDITIONS = {POL + name for name in ("affirmed", "ownVoice", "sources", "opposed")}


@dataclass(frozen=True, slots=True)
class PromotionEvidence:
    """What is claimed about one thing.

    `affirmed_own` and `affirmed_attributed` count the claims that are certain, positive and actual, in the article's
    own voice and in somebody else's; `sources` the independent sources that affirm so; `denied` says whether a source
    is certain of the contrary, `contradicted` whether figures exclude each other.
    """

    affirmed_own: int = 0
    affirmed_attributed: int = 0
    sources: int = 0
    denied: bool = False
    contradicted: bool = False

    @property
    def affirmed(self) -> int:
        """All affirming claims."""
        return self.affirmed_own + self.affirmed_attributed


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the least counts, whether somebody must oppose, and the status that follows."""

    name: str
    status: str
    comment: str
    affirmed: int = 0
    own_voice: int = 0
    sources: int = 0
    opposed: bool = False

    def holds(self, evidence: PromotionEvidence) -> bool:
        """Whether all conditions of the row hold."""
        counts = (
            evidence.affirmed >= self.affirmed,
            evidence.affirmed_own >= self.own_voice,
            evidence.sources >= self.sources,
        )
        return all(counts) and (not self.opposed or evidence.denied or evidence.contradicted)


@dataclass(frozen=True, slots=True)
class Policy:
    """The table, top to bottom."""

    rows: tuple[Row, ...]

    def row(self, evidence: PromotionEvidence) -> Row | None:
        """The first row that holds: the reason for a status."""
        return next((row for row in self.rows if row.holds(evidence)), None)

    def status(self, evidence: PromotionEvidence) -> str | None:
        """The local name of the status ("Reported"), or None for what is no fact.

        >>> promotion_policy().status(PromotionEvidence(affirmed_attributed=1, sources=1))
        'Reported'
        """
        row = self.row(evidence)
        return row.status if row else None


@cache
def promotion_policy() -> Policy:
    """The policy that comes with the program."""
    return parse(read([folder("ontology") / "policy.ttl"]))


def parse(nodes: Iterable[Node]) -> Policy:
    """The policy that some nodes make, its rows in their order."""
    rows = [node for node in nodes if POL + "Row" in node.all(RDF_TYPE)]
    return Policy(tuple(map(_row, sorted(rows, key=lambda node: _number(node, "order")))))


def _number(node: Node, column: str) -> int:
    text = node.one(POL + column, "0")
    if not text.isdecimal():
        raise OntologyError(node.iri, f"pol:{column} is {text!r}, expected a whole number")
    return int(text)


def _row(node: Node) -> Row:
    """A row; one without a condition would make a fact of everything, so it is refused."""
    if not CONDITIONS & set(node.values) or not node.one(POL + "status"):
        raise OntologyError(node.iri, "a row of the policy needs a condition and a status")
    return Row(
        name=node.name,
        status=local(node.one(POL + "status")),
        comment=node.one(RDFS + "comment"),
        affirmed=_number(node, "affirmed"),
        own_voice=_number(node, "ownVoice"),
        sources=_number(node, "sources"),
        opposed=node.one(POL + "opposed") == "true",
    )
