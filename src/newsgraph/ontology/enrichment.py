"""The questions that enrich a graph: queries/enrich/*.rq, in words that each profile puts into its own vocabulary.

A file is a CONSTRUCT. `$items` stands for the items that are asked about, `$offices` for names of offices, `$languages`
for the languages of names, and `<profile:capital>` for the path that a profile gives ext:capital. A source is not asked
what its profile has no word for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.errors import OntologyError, QueryError
from newsgraph.ontology.bindings import literal
from newsgraph.ontology.files import folder
from newsgraph.ontology.profiles import Profile

_WORD, _QUESTION = re.compile(r"<profile:(\w+)>"), re.compile(r"#\s*question:\s*(.*)")
# A part of a pattern that a profile without the word can do without.
_OPTIONAL = re.compile(r"\s*OPTIONAL \{ [^{}]*<profile:(\w+)>[^{}]*\}\n")


@dataclass(frozen=True, slots=True)
class Enrichment:
    """A question by its name, in words, and as SPARQL with its gaps."""

    name: str
    question: str
    text: str

    @property
    def by_office(self) -> bool:
        """Whether it asks by the names of offices, not by items."""
        return "$offices" in self.text

    def asked_of(self, profile: Profile, terms: Sequence[str]) -> str | None:
        """The query for some items (or names of offices), given as terms; None where the source has no word for it."""
        body = _OPTIONAL.sub(lambda part: part[0] if profile.path(part[1]) else "\n", self.text)
        if any(profile.path(word) is None for word in _WORD.findall(body)):
            return None
        said = ", ".join(literal("language", "string", one) for one in profile.languages)
        body = _WORD.sub(lambda word: f"({profile.paths[word[1]]})", body)
        for gap, value in (("$languages", said), ("$items", " ".join(terms)), ("$offices", " ".join(terms))):
            body = body.replace(gap, value)
        return profile.prologue + _without_twice(body, profile.prologue)


def _without_twice(body: str, prologue: str) -> str:
    """A query without the prefixes that are declared before it."""
    known = set(prologue.split("\n"))
    return "".join(f"{line}\n" for line in body.split("\n") if line and line not in known)


@cache
def enrichments() -> tuple[Enrichment, ...]:
    """Those that come with the program, by name."""
    return tuple(_read(sorted((folder("queries") / "enrich").glob("*.rq"))))


def chosen(names: Sequence[str]) -> tuple[Enrichment, ...]:
    """Those of some names, or all where none is given; a QueryError where there is none of a name."""
    every = {one.name: one for one in enrichments()}
    for name in names:
        if name not in every:
            raise QueryError(name, "is no enrichment", advice=f"there are {', '.join(every)}")
    return tuple(every[name] for name in (names or every))


def _read(paths: Sequence[Path]) -> Iterator[Enrichment]:
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OntologyError(str(path), f"cannot be read: {error}") from error
        question = _QUESTION.search(text)
        if question is None:
            raise OntologyError(str(path), "needs a '# question:' line")
        yield Enrichment(path.stem, question[1], text)
