"""What the words of a name say about its bearer (lex:NameCue, lex:Honorific, lex:Suffix in ontology/lexicon/)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, local, read


@dataclass(frozen=True, slots=True)
class NameCues:
    """Words to types: whole names (as written), last and first words (without case); forms of address, suffixes."""

    whole: Mapping[str, str]
    last: Mapping[tuple[str, ...], str]
    first: Mapping[tuple[str, ...], str]
    honorifics: frozenset[str]
    suffixes: frozenset[str]


@cache
def cues() -> NameCues:
    """The cues that come with the program."""
    nodes = read((folder("ontology") / "lexicon").glob("*.ttl"))
    kinds = {kind: [n for n in nodes if LEX + kind in n.all(RDF_TYPE)] for kind in ("NameCue", "Honorific", "Suffix")}
    return NameCues(
        {name: kind for name, kind in _pairs(kinds["NameCue"], "name")},
        {tuple(words.split()): kind for words, kind in _pairs(kinds["NameCue"], "last")},
        {tuple(words.split()): kind for words, kind in _pairs(kinds["NameCue"], "first")},
        _names(kinds["Honorific"]),
        _names(kinds["Suffix"]),
    )


def _names(nodes: list[Node]) -> frozenset[str]:
    return frozenset(name for node in nodes for name in node.all(LEX + "name"))


@cache
def abbreviations() -> Mapping[str, str]:
    """How newspapers shorten names -> the names ("Calif." -> "California"); the short forms as written."""
    nodes = read((folder("ontology") / "lexicon").glob("*.ttl"))
    found = [n for n in nodes if LEX + "Abbreviation" in n.all(RDF_TYPE)]
    return {short: n.one(LEX + "full") for n in found for short in n.all(LEX + "short")}


def _pairs(nodes: list[Node], field: str) -> list[tuple[str, str]]:
    return [(text, local(node.one(LEX + "denotes"))) for node in nodes for text in node.all(LEX + field)]


def exact_type(name: str) -> str | None:
    """The class of a name that is listed as a whole.

    >>> exact_type("TASS")
    'NewsAgency'
    """
    return cues().whole.get(name)


def cue_type(name: str) -> str | None:
    """The class that the last words of a name say, else its first ones; a single word says nothing.

    >>> cue_type("Interior Ministry")
    'Ministry'
    """
    words = tuple(name.casefold().split())
    ends = (cues().last.get(words[i:]) for i in range(len(words)) if len(words) > 1)
    starts = (cues().first.get(words[:i]) for i in range(len(words) - 1, 0, -1))
    return next(filter(None, ends), None) or next(filter(None, starts), None)
