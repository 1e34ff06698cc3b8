from itertools import product

import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.policy import POL, PromotionEvidence, parse, promotion_policy
from newsgraph.ontology.turtle import NG, RDF_TYPE, Node
from newsgraph.ontology.vocabulary import vocabulary

POLICY = promotion_policy()


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        (PromotionEvidence(affirmed_own=1, sources=1), "Asserted"),
        (PromotionEvidence(affirmed_attributed=1, sources=1), "Reported"),
        (PromotionEvidence(affirmed_attributed=2, sources=1), "Reported"),
        (PromotionEvidence(affirmed_attributed=2, sources=2), "Corroborated"),
        (PromotionEvidence(affirmed_own=1, affirmed_attributed=1, sources=2), "Corroborated"),
        (PromotionEvidence(affirmed_own=1, sources=1, denied=True), "Disputed"),
        (PromotionEvidence(affirmed_attributed=2, sources=2, contradicted=True), "Disputed"),
        (PromotionEvidence(denied=True), None),
        (PromotionEvidence(contradicted=True), None),
        (PromotionEvidence(), None),
    ],
)
def test_status(evidence: PromotionEvidence, status: str | None) -> None:
    """The first row of the table that holds decides; where none holds there is no fact."""
    assert POLICY.status(evidence) == status


def test_nothing_unaffirmed_becomes_a_fact() -> None:
    """Without a claim that affirms it, nothing is a fact, whatever else is said."""
    for sources, denied, contradicted in product(range(4), (True, False), (True, False)):
        assert POLICY.status(PromotionEvidence(0, 0, sources, denied, contradicted)) is None


def test_statuses_are_of_the_ontology() -> None:
    """Every status of the table is an individual of the ontology, and all of these are used."""
    assert {row.status for row in POLICY.rows} == vocabulary().subclasses("Status") - {"Status"}


def test_rows_say_why() -> None:
    """The row that decided is the reason for a status, and says so in words."""
    row = POLICY.row(PromotionEvidence(affirmed_own=1))
    assert row is not None
    assert "own voice" in row.comment


@pytest.mark.parametrize(
    "values", [{POL + "status": (NG + "Asserted",)}, {POL + "affirmed": ("1",)}, {POL + "order": ("first",)}]
)
def test_malformed_rows(values: dict[str, tuple[str, ...]]) -> None:
    """A row without a condition, without a status, or with a word where a number belongs is refused."""
    with pytest.raises(OntologyError, match="row"):
        parse([Node(POL + "row", {RDF_TYPE: (POL + "Row",), **values})])
