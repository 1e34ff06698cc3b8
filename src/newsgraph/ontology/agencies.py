"""News agencies and how texts give themselves to them (lex:Agency, lex:Credit, lex:NameCue in ontology/lexicon/)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.names import cues
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read


@cache
def agencies() -> Mapping[str, str]:
    """Every name of a news agency, as written, with its full name.

    >>> agencies()["AP"], agencies()["Interfax"]
    ('Associated Press', 'Interfax')
    """
    alone = {name: name for name, kind in cues().whole.items() if kind == "NewsAgency"}
    return alone | {
        name: node.one(LEX + "full")
        for node in _nodes("Agency")
        for name in (*node.all(LEX + "full"), *node.all(LEX + "short"))
    }


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Words by which a text gives itself, or what it tells, to an agency.

    `beside` stand in a sentence that names an agency, `opening` begin a line that ends with it, `citing` stand right
    before its name.
    """

    beside: tuple[str, ...]
    opening: tuple[str, ...]
    citing: tuple[str, ...]


@cache
def credit_words() -> CreditWords:
    """The words of credits that come with the program."""
    nodes = _nodes("Credit")
    beside, opening, citing = (
        tuple(words for node in nodes for words in node.all(LEX + field)) for field in ("words", "opening", "citing")
    )
    return CreditWords(beside, opening, citing)


def _nodes(kind: str) -> list[Node]:
    found = read((folder("ontology") / "lexicon").glob("*.ttl"))
    return [node for node in found if LEX + kind in node.all(RDF_TYPE)]
