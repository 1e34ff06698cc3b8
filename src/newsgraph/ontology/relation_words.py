"""How English says lasting relations, and the scope of offices, read from ontology/lexicon/*.ttl."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, local, read


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A noun or verb that states a relation between its bearer and what stands in one of the `links`.

    An entry for names has no words: it holds of any name of a bearer. `slot` is the function of the bearer of a verb,
    or of a noun that only ties two others ("the bank's headquarters in Bonn"); `inverse` makes the bearer the object;
    `past` verbs state the relation in the past tense too. A word that begins with a dash is an ending
    ("-ist"). `comma` asks for one between the two.
    """

    words: tuple[str, ...]
    predicate: str
    links: frozenset[str]
    bearers: tuple[str, ...]
    fillers: tuple[str, ...]
    slot: str = "subject"
    inverse: bool = False
    past: bool = False
    confidence: float = 1.0
    comma: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings among the words, without their dash."""
        return tuple(word[1:] for word in self.words if word.startswith("-"))


@dataclass(frozen=True, slots=True)
class RelationWords:
    """All entries.

    `national_titles` belong to a country even where the text names none; `ranks` name no office; `cues` has for each
    word the relations that a sentence with it may tell.
    """

    nouns: tuple[RelationWord, ...]
    verbs: tuple[RelationWord, ...]
    names: tuple[RelationWord, ...]
    national_titles: frozenset[str]
    ranks: frozenset[str]
    cues: Mapping[str, frozenset[str]]


@cache
def relation_words() -> RelationWords:
    """The entries that come with the program."""
    nodes = read((folder("ontology") / "lexicon").glob("*.ttl"))
    titles = {n.one(LEX + "scope"): frozenset(n.all(LEX + "noun")) for n in _of(nodes, "OfficeTitle")}
    return RelationWords(
        tuple(_word(n, "noun") for n in _of(nodes, "RelationNoun")),
        tuple(_word(n, "verb") for n in _of(nodes, "RelationVerb")),
        tuple(_word(n, "name") for n in _of(nodes, "RelationName")),
        titles.get("national", frozenset()),
        titles.get("rank", frozenset()),
        _cues(_of(nodes, "RelationCue")),
    )


def _of(nodes: Iterable[Node], kind: str) -> list[Node]:
    return [n for n in nodes if LEX + kind in n.all(RDF_TYPE)]


def _cues(nodes: Iterable[Node]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for node in nodes:
        for word in node.all(LEX + "cue"):
            found[word] = found.get(word, frozenset()) | {local(node.one(LEX + "predicate"))}
    return found


def _word(node: Node, field: str) -> RelationWord:
    return RelationWord(
        words=node.all(LEX + field),
        predicate=local(node.one(LEX + "predicate")),
        links=frozenset(node.all(LEX + "link")),
        bearers=tuple(node.one(LEX + "bearer").split()),
        fillers=tuple(node.one(LEX + "filler").split()),
        slot=node.one(LEX + "slot", "subject" if field == "verb" else ""),
        inverse=node.one(LEX + "inverse") == "true",
        past=node.one(LEX + "past") == "true",
        confidence=float(node.one(LEX + "confidence", "1")),
        comma=node.one(LEX + "comma") == "true",
    )
