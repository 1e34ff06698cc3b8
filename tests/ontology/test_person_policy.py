from itertools import product

import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.person_policy import DESCRIBED, IDP, NAMES, PersonEvidence, parse, person_policy
from newsgraph.ontology.turtle import RDF_TYPE, Node
from newsgraph.ontology.vocabulary import vocabulary

POLICY = person_policy()
CASES = [PersonEvidence(*case) for case in product(sorted(NAMES), sorted(DESCRIBED), range(4), range(3))]
TERMS = Node(IDP + "terms", {RDF_TYPE: (IDP + "PersonTerms",)})
GOOD = {"names": "exact", "described": "same", "score": "0.5", "verdict": "same"}


def test_every_row_decides() -> None:
    """Every row of the table decides some case, so that none stands below one that takes all of its cases."""
    assert {row.name for case in CASES if (row := POLICY.row(case))} == {row.name for row in POLICY.rows}


def test_more_never_hurts() -> None:
    """Two persons of whom more is shared are not less one."""
    for case in CASES:
        row = POLICY.row(case)
        more = POLICY.row(PersonEvidence(case.names, case.described, case.shared + 1, case.near))
        assert row is None or (more is not None and (more.same, more.score) >= (row.same, row.score)), case


def test_nothing_shared() -> None:
    """Persons of whom nothing but the name agrees are two."""
    assert {POLICY.row(PersonEvidence(names, told)) for names in NAMES for told in ("none", "other", "rival")} == {None}


def test_rows_say_why() -> None:
    """Every row says in words what it is for, and how sure it is."""
    assert len(POLICY.rows) > 1
    assert all(row.comment and 0 < row.score < 1 for row in POLICY.rows)


def test_terms_are_of_the_ontology() -> None:
    """The relations and classes that the policy names are terms of the ontology."""
    assert all(POLICY.terms.values())
    assert frozenset().union(*POLICY.terms.values()) <= vocabulary().terms.keys()


@pytest.mark.parametrize(
    "changed",
    [
        {"names": ""},
        {"names": "alike"},
        {"described": "a bit"},
        {"verdict": "maybe"},
        {"score": "high"},
        {"with": "two"},
    ],
)
def test_malformed_rows(changed: dict[str, str]) -> None:
    """A row without names, or with a word that is none of the table's, is refused."""
    values = {IDP + name: (value,) for name, value in {**GOOD, **changed}.items() if value}
    with pytest.raises(OntologyError, match="row"):
        parse([TERMS, Node(IDP + "row", {RDF_TYPE: (IDP + "PersonRow",), **values})])
