"""Titles of offices and how they are built, read from ontology/lexicon/*.ttl (lex:OfficeTitle, lex:TitlePart)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, read

LONGEST = 6


@dataclass(frozen=True, slots=True)
class TitleParts:
    """`grades` qualify any title ("deputy"), `portfolios` say what one of the `heads` is for ("trade minister")."""

    grades: frozenset[str]
    portfolios: frozenset[str]
    heads: frozenset[str]
    national: frozenset[str]


@cache
def title_parts() -> TitleParts:
    """The parts that come with the program."""
    nodes = [n for n in read((folder("ontology") / "lexicon").glob("*.ttl")) if LEX + "TitlePart" in n.all(RDF_TYPE)]
    parts = {n.one(LEX + "part"): frozenset(n.all(LEX + "noun")) for n in nodes}
    return TitleParts(*(parts.get(name, frozenset()) for name in ("grade", "portfolio", "head", "national head")))


def is_built_title(phrase: str, simple: frozenset[str]) -> bool:
    """Whether a phrase is a title made of parts, the last of them the head or one of the simple titles.

    >>> is_built_title("deputy trade and industry minister", frozenset())
    True
    """
    words = phrase.split()
    rest = _ungraded(words)
    if not rest:
        return False
    if rest != words and " ".join(rest) in simple:
        return True
    parts = title_parts()
    if rest[-1] in parts.heads:
        return _are_portfolios(rest[:-1])
    return rest[0] in parts.heads and rest[1:2] in (["of"], ["for"]) and _are_portfolios(_without_article(rest[2:]))


def _ungraded(words: Sequence[str]) -> Sequence[str]:
    grades = title_parts().grades
    return _ungraded(words[1:]) if len(words) > 1 and words[0] in grades else words


def _without_article(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if words[:1] == ["the"] else words


def _are_portfolios(words: Sequence[str]) -> bool:
    """One portfolio or several that "and" joins."""
    if " ".join(words) in title_parts().portfolios:
        return True
    if "and" not in words:
        return False
    cut = words.index("and")
    return _are_portfolios(words[:cut]) and _are_portfolios(words[cut + 1 :])


def is_national(title: str, listed: frozenset[str]) -> bool:
    """Whether a title belongs to a state even where the text names none."""
    words = _ungraded(title.split())
    heads = title_parts().national
    return title in listed or " ".join(words) in listed or words[-1] in heads or words[0] in heads - {"secretary"}
