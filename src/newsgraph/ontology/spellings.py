"""How one name may be written, and what its words are, read from ontology/lexicon/spellings.ttl."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read


@dataclass(frozen=True, slots=True)
class Rule:
    """What a pattern in a word becomes."""

    written: re.Pattern[str]
    replacement: str


@dataclass(frozen=True, slots=True)
class Spellings:
    """Rules in their order; letters and short first names with what stands for them; words of names by what they do."""

    rules: tuple[Rule, ...]
    letters: Mapping[str, str]
    short_forms: Mapping[str, str]
    particles: frozenset[str]
    articles: frozenset[str]
    prefixes: frozenset[str]
    generations: Mapping[str, str]
    family_first: frozenset[str]
    family_before_syllables: frozenset[str]


@cache
def spellings() -> Spellings:
    """The table that comes with the program."""
    return parse(read([folder("ontology") / "lexicon" / "spellings.ttl"]))


def parse(nodes: Iterable[Node]) -> Spellings:
    """The table that some nodes make; a rule without an order or with a pattern that is none is an OntologyError."""
    found = tuple(nodes)
    kinds = {kind: [n for n in found if LEX + kind in n.all(RDF_TYPE)] for kind in _KINDS}
    return Spellings(
        rules=tuple(map(_rule, sorted(kinds["Spelling"], key=_order))),
        letters={n.one(LEX + "written"): n.one(LEX + "as") for n in kinds["Letter"]},
        short_forms={short: n.one(LEX + "full") for n in kinds["ShortForm"] for short in n.all(LEX + "short")},
        particles=_names(kinds["NameParticle"]),
        articles=_names(kinds["NameArticle"]),
        prefixes=_names(kinds["NamePrefix"]),
        generations={name: n.one(LEX + "as") for n in kinds["Generation"] for name in n.all(LEX + "name")},
        family_first=_names(kinds["FamilyFirst"]),
        family_before_syllables=_names(kinds["FamilyBeforeSyllables"]),
    )


_KINDS = (
    "Spelling", "Letter", "ShortForm", "NameParticle", "NameArticle", "NamePrefix", "Generation", "FamilyFirst",
    "FamilyBeforeSyllables",
)  # fmt: skip


def _names(nodes: Iterable[Node]) -> frozenset[str]:
    return frozenset(name for node in nodes for name in node.all(LEX + "name"))


def _order(node: Node) -> int:
    text = node.one(LEX + "order")
    if not text.isdecimal():
        raise OntologyError(node.iri, f"lex:order is {text!r}, expected a whole number")
    return int(text)


def _rule(node: Node) -> Rule:
    try:
        return Rule(re.compile(node.one(LEX + "written")), node.one(LEX + "as"))
    except re.error as error:
        raise OntologyError(node.iri, f"lex:written is no pattern: {error}") from error
