"""The rules: SPARQL CONSTRUCT queries that derive triples from the facts. Their texts stand in ontology/rules/*.rq.

A rule file is headed by comment lines: `# rule:` its name, `# says:` what it says, and `# each:` where it is a pattern
that is filled in for each property of a kind (shortcut, inverse, symmetric, transitive, wider). `$classes(Event)` is
the class with all classes below it (`$list(Event)`: with commas), so that a rule needs no ontology beside the data.

Rules build on one another (a capital lies in its country, which lies in a region): run them until nothing new comes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.terms import Term
from newsgraph.ontology.turtle import NG
from newsgraph.ontology.vocabulary import Vocabulary, vocabulary

HEADER = re.compile(r"^# (rule|says|each): (.+)$", re.MULTILINE)
IRI = r"<([^<>\s]+)>"
MOST_GENERAL = {"relatedTo", "actsOn", "role"}
COMMA = {"classes": " ", "list": ", "}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its name, its SPARQL CONSTRUCT query and what it says in words."""

    name: str
    text: str
    comment: str

    @property
    def names(self) -> frozenset[str]:
        """The IRIs of the classes and properties that the rule speaks of."""
        body = re.sub(r"^\s*(?:#|PREFIX).*$", "", self.text, flags=re.MULTILINE)
        short = {expand(name) for name in re.findall(r"(?<![<\w])[a-z]+:\w+", re.sub(IRI, " ", body))}
        return frozenset({*re.findall(IRI, body), *short})


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that come with the program, sorted by name."""
    found = [rule for path in (folder("ontology") / "rules").glob("*.rq") for rule in _read(path, vocabulary())]
    return tuple(sorted(found, key=lambda rule: rule.name))


def _read(path: Path, words: Vocabulary) -> Iterator[Rule]:
    """The rule of a file, or one for each property where it is a pattern."""
    text = path.read_text(encoding="utf-8")
    header = dict(HEADER.findall(text))
    if not {"rule", "says"} <= header.keys():
        raise OntologyError(str(path), "a rule needs the comment lines '# rule:' and '# says:'")
    text = re.sub(r"\$(classes|list)\((\w+)\)", lambda match: _classes(words, match[2], COMMA[match[1]]), text)
    if "each" not in header:
        yield Rule(header["rule"], text, header["says"])
        return
    for term, values in _each(header["each"], words, path):
        yield Rule(f"{header['rule']}-{term.name}", _fill(text, values), f"{term.label}: {header['says']}")


def _each(kind: str, words: Vocabulary, path: Path) -> Iterator[tuple[Term, Mapping[str, str]]]:
    """The properties of a kind, each with what fills the pattern."""
    fill = {"shortcut": _shortcut, "inverse": _inverse, "symmetric": _trait, "transitive": _trait, "wider": _wider}.get(
        kind
    )
    if fill is None:
        raise OntologyError(str(path), f"'# each: {kind}' names no kind of property")
    for term in words.terms.values():
        if (values := fill(term, kind, words)) is not None:
            yield term, {"property": _iri(term.name), **values}


def _shortcut(term: Term, _: str, words: Vocabulary) -> Mapping[str, str] | None:
    if (shortcut := term.shortcut) is None:
        return None
    classes = " ".join(_classes(words, event) for event in shortcut.events)
    return {"classes": classes, "from": _iri(shortcut.subject), "to": _iri(shortcut.object)}


def _inverse(term: Term, _: str, __: Vocabulary) -> Mapping[str, str] | None:
    return {"inverse": _iri(term.inverse)} if term.inverse else None


def _trait(term: Term, kind: str, _: Vocabulary) -> Mapping[str, str] | None:
    """Shortcuts between the parties of one event come out in both directions anyway."""
    return {} if kind.capitalize() in term.traits and term.name not in MOST_GENERAL and not term.shortcut else None


def _wider(term: Term, _: str, __: Vocabulary) -> Mapping[str, str] | None:
    """The most general properties would only double every triple."""
    wider = [parent for parent in term.parents if parent not in MOST_GENERAL and "Property" in term.kind.value]
    return {"wider": _iri(wider[0])} if wider else None


def _classes(words: Vocabulary, name: str, comma: str = " ") -> str:
    if name not in words.terms:
        raise OntologyError(name, "is named by a rule, but no term of the ontology")
    return comma.join(_iri(below) for below in sorted(words.subclasses(name)))


def _iri(name: str) -> str:
    return f"<{NG}{name}>"


def _fill(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$(\w+)", lambda match: values[match[1]], text)
