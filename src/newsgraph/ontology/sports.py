"""The words of contests (lex:Contest in ontology/lexicon/): what tells a story of sport, and a side from a country."""

from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read


@dataclass(frozen=True, slots=True)
class Contest:
    """Lemmas without case: words of sport, verbs that sides do, nouns for those who belong to a side."""

    sports: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    persons: frozenset[str]


@cache
def contest() -> Contest:
    """The words that come with the program.

    >>> "beat" in contest().verbs
    True
    """
    nodes = [n for n in read((folder("ontology") / "lexicon").glob("*.ttl")) if LEX + "Contest" in n.all(RDF_TYPE)]
    return Contest(_all(nodes, "sport"), _all(nodes, "word"), _all(nodes, "verb"), _all(nodes, "person"))


def _all(nodes: list[Node], field: str) -> frozenset[str]:
    return frozenset(word for node in nodes for word in node.all(LEX + field))
