"""How English gives words as somebody's, read from ontology/lexicon/attributions.ttl."""

from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read

PARTS = ("verb", "noun", "adjective", "preposition", "adverb")


@dataclass(frozen=True, slots=True)
class Attributive:
    """Words of one part of speech each, where the source stands, and in which functions what is the source's.

    `words` maps a part of speech ("verb") to lemmas; a particle or preposition follows its verb ("point out").
    """

    name: str
    words: dict[str, tuple[str, ...]]
    source: str
    contents: tuple[str, ...]


@cache
def attributive_words() -> tuple[Attributive, ...]:
    """The entries that come with the program, sorted by name."""
    nodes = read((folder("ontology") / "lexicon").glob("attributions.ttl"))
    return tuple(_entry(node) for node in nodes if LEX + "Attributive" in node.all(RDF_TYPE))


def _entry(node: Node) -> Attributive:
    words = {part: found for part in PARTS if (found := node.all(LEX + part))}
    return Attributive(node.name, words, node.one(LEX + "source", "subject"), node.all(LEX + "content"))
