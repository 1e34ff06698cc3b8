import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.city_items import counties, item_of, part_of
from newsgraph.ontology.identity import identity_policy, parse
from newsgraph.ontology.knowledge import settlements
from newsgraph.ontology.policy import POL
from newsgraph.ontology.turtle import RDF_TYPE, Node

POLICY = identity_policy()
SIZES = Node(POL + "sizes", {RDF_TYPE: (POL + "Sizes",)} | {POL + n: ("1",) for n in ("farTimes", "largerTimes")})


def sign(weight: str) -> Node:
    """A sign of some weight."""
    return Node(POL + "test", {RDF_TYPE: (POL + "Sign",), POL + "weight": (weight,), POL + "says": ("so",)})


def test_every_sign_says_something() -> None:
    """A reason is words, and a sign that weighs nothing would be none."""
    assert len(POLICY.signs) > 10
    assert [s.name for s in POLICY.signs.values() if not s.says or not s.weight] == []


@pytest.mark.parametrize(
    ("score", "lead", "judgement"),
    [(1.0, 1.0, "accepted"), (0.8, 0.1, "accepted"), (0.8, 0.05, "unsure"), (0.5, 0.5, "unsure"), (0.45, 0.45, None)],
)
def test_judgement(score: float, lead: float, judgement: str | None) -> None:
    """High scores are accepted if they lead; lower ones are unsure; the rest are no links."""
    assert POLICY.judgement(score, lead) == judgement


def test_no_single_sign_suffices() -> None:
    """No sign alone makes a link that is accepted."""
    assert {POLICY.judgement(s.weight, 1.0) for s in POLICY.signs.values()} <= {None, "unsure"}


def test_unknown_sign() -> None:
    """A sign that the table lacks is an error, not a nought."""
    with pytest.raises(OntologyError, match="lacks this sign"):
        POLICY.sum(["beautiful"])


@pytest.mark.parametrize("nodes", [[sign("0.5")], [sign("much"), SIZES], [SIZES]])
def test_broken_table(nodes: list[Node]) -> None:
    """A table without sizes, or with words for numbers, is refused."""
    with pytest.raises(OntologyError):
        parse(nodes)


def test_items_of_cities() -> None:
    """Cities have items of Wikidata, each its own, and lie in parts of their country."""
    paris, texan = settlements("Paris")[:2]
    items = [item_of(paris.iri), item_of(texan.iri)]
    assert None not in items
    assert items[0] != items[1]
    assert part_of(texan.iri) == "us-tx"


def test_counties() -> None:
    """Counties of one name are told apart by their states."""
    states = [county.state for county in counties("Orange County")]
    assert "us-ca" in states
    assert len(states) == len(set(states)) > 1
