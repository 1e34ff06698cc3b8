import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.spellings import parse, spellings
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read

TABLE = read([folder("ontology") / "lexicon" / "spellings.ttl"])


def test_every_rule_has_an_example() -> None:
    """No rule stands without an example, and no two stand at one place."""
    rules = [node for node in TABLE if LEX + "Spelling" in node.all(RDF_TYPE)]
    assert len(rules) == len(spellings().rules) == len({node.one(LEX + "order") for node in rules})
    assert all(", " in node.one(LEX + "example") for node in rules)


@pytest.mark.parametrize(("order", "written"), [("first", "a"), ("1", "(")])
def test_malformed_rules(order: str, written: str) -> None:
    """A rule without a number or with a pattern that is none is refused."""
    values = {RDF_TYPE: (LEX + "Spelling",), LEX + "order": (order,), LEX + "written": (written,)}
    with pytest.raises(OntologyError, match="test"):
        parse([Node(LEX + "test", values)])
