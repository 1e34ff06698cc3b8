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
_PREFIX = re.compile(r"PREFIX (\w+): <([^>]*)>")
_PARTS = re.compile(r"CONSTRUCT \{(?P<template>[^{}]*)\} WHERE \{(?P<pattern>.*)\}", re.DOTALL)
# A part of a pattern that a profile without the word can do without.
_OPTIONAL = re.compile(r"\s*OPTIONAL \{ [^{}]*<profile:(\w+)>[^{}]*\}\n")


@dataclass(frozen=True, slots=True)
class Enrichment:
    """A question by its name and in words: the triples that it constructs, of variables, and the pattern with gaps."""

    name: str
    question: str
    template: tuple[tuple[str, str, str], ...]
    pattern: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables of the template."""
        return tuple(dict.fromkeys(name for triple in self.template for name in (triple[0], triple[2])))

    @property
    def by_office(self) -> bool:
        """Whether it asks by the names of offices, not by items."""
        return "$offices" in self.pattern

    def asked_of(self, profile: Profile, terms: Sequence[str]) -> str | None:
        """The pattern for some items (or names of offices), as terms; None where the source has no word for it."""
        body = _OPTIONAL.sub(lambda part: part[0] if profile.path(part[1]) else "\n", self.pattern)
        if any(profile.path(word) is None for word in _WORD.findall(body)):
            return None
        said = ", ".join(literal("language", "string", one) for one in profile.languages)
        body = _WORD.sub(lambda word: f"({profile.paths[word[1]]})", body)
        for gap, value in (("$languages", said), ("$items", " ".join(terms)), ("$offices", " ".join(terms))):
            body = body.replace(gap, value)
        return body


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
        yield _parse(path.stem, text)


def _parse(name: str, text: str) -> Enrichment:
    question, parts, prefixes = _QUESTION.search(text), _PARTS.search(text), dict(_PREFIX.findall(text))
    if question is None or parts is None:
        raise OntologyError(name, "needs a '# question:' line, and CONSTRUCT { ... } WHERE { ... }")
    template = []
    for sentence in parts["template"].split(" . "):
        subject, *rest = sentence.split(maxsplit=1)
        for predicate, object_ in (one.split() for one in " ".join(rest).split(" ; ")):
            prefix, _, local = predicate.partition(":")
            template.append((subject, prefixes.get(prefix, "") + local, object_))
    return Enrichment(name, question[1], tuple(template), parts["pattern"])
