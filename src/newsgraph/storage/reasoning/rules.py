"""The rules of ontology/reasoning/*.n3 as values.

A rule is a block of N3 (`{ premises } => { conclusions } .`, or `=> false` where it finds contradictions), headed by
comment lines: `# rule:` its name, `# in:` the sets it belongs to, `# says:` what it says.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import expand

SETS = ("rl", "rdfs", "news")
LIST, LOG = "http://www.w3.org/2000/10/swap/list#", "http://www.w3.org/2000/10/swap/log#"
OWN = "https://w3id.org/newsgraph/rule#"
MEMBER, DIFFERS, OTHER_VALUE = f"<{LIST}member>", f"<{LOG}notEqualTo>", f"<{OWN}otherValueThan>"
EACH, ALONG, ALIKE = f"<{OWN}isEach>", f"<{OWN}along>", f"<{OWN}alikeIn>"
FILTERS, OF_LISTS = frozenset({DIFFERS, OTHER_VALUE}), frozenset({EACH, ALONG, ALIKE})
TYPE, SAME = f"<{expand('rdf:type')}>", f"<{expand('owl:sameAs')}>"

_BLOCK = re.compile(r"((?:^# (?:rule|in|says): .+\n)+)^\{([^{}]*)\}\s*=>\s*(?:\{([^{}]*)\}|false) \.$", re.MULTILINE)
_HEADER = re.compile(r"^# (rule|in|says): (.+)$", re.MULTILINE)
_PREFIX = re.compile(r"^@prefix (\w+): <([^>]+)> \.$", re.MULTILINE)
_TOKEN = re.compile(r'"[^"]*"(?:\^\^\S+)?|\S+')


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple with gaps: variables are written "?x", all else as in N-Triples.

    `second` is there where the subject is a pair ("(?x ?y) rule:along ?list").
    """

    subject: str
    predicate: str
    object: str
    second: str = ""

    @property
    def variables(self) -> frozenset[str]:
        """The gaps."""
        return frozenset(one for one in (self.subject, self.predicate, self.object, self.second) if variable(one))

    @property
    def decisive(self) -> frozenset[str]:
        """The gaps that say which property, class or list is meant."""
        asked = {self.predicate} if self.predicate not in {TYPE, *OF_LISTS} else {self.object}
        return frozenset(one for one in asked if variable(one))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where all premises hold, the conclusions do; where it has none, the premises contradict each other."""

    name: str
    sets: frozenset[str]
    says: str
    premises: tuple[Pattern, ...]
    conclusions: tuple[Pattern, ...]

    @property
    def decisive(self) -> frozenset[str]:
        """The variables that must be known before the rule can be applied to relations."""
        return frozenset(one for pattern in (*self.premises, *self.conclusions) for one in pattern.decisive)


def variable(term: str) -> bool:
    """Whether a term of a pattern is a gap."""
    return term.startswith("?")


@cache
def rules(sets: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that belong to one of some sets, in the order of their names."""
    found = [rule for path in sorted((folder("ontology") / "reasoning").glob("*.n3")) for rule in _read(path)]
    return tuple(sorted((rule for rule in found if rule.sets & sets), key=lambda rule: (rule.name, str(rule.premises))))


def _read(path: Path) -> Iterator[Rule]:
    text = path.read_text(encoding="utf-8")
    names = dict(_PREFIX.findall(text))
    blocks = _BLOCK.findall(text)
    if len(blocks) != text.count("=>"):
        raise OntologyError(str(path), "a rule is no block with the lines '# rule:', '# in:' and '# says:' above it")
    for header, premises, conclusions in blocks:
        told = dict(_HEADER.findall(header))
        if told.keys() != {"rule", "in", "says"}:
            raise OntologyError(str(path), f"a rule needs '# rule:', '# in:' and '# says:', and has {sorted(told)}")
        parts = (tuple(_patterns(part, names, path)) for part in (premises, conclusions))
        yield Rule(told["rule"], frozenset(told["in"].split()), told["says"], *parts)


def _patterns(text: str, names: dict[str, str], path: Path) -> Iterator[Pattern]:
    """The patterns between two braces."""
    tokens = [_term(token, names) for token in _TOKEN.findall(text.replace("(", "").replace(")", ""))]
    for part in _parted(tokens):
        if len(part) == 3:
            yield Pattern(*part)
        elif len(part) == 4:
            yield Pattern(part[0], part[2], part[3], second=part[1])
        else:
            raise OntologyError(str(path), f"no triple: {' '.join(part)}")


def _parted(tokens: Iterable[str]) -> Iterator[list[str]]:
    part = list[str]()
    for token in tokens:
        if token == ".":
            yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _term(token: str, names: dict[str, str]) -> str:
    if token == "a":
        return TYPE
    if variable(token) or token == ".":
        return token
    if token.startswith('"'):
        text, _, kind = token.partition("^^")
        return f"{text}^^{_term(kind, names)}"
    prefix, _, rest = token.partition(":")
    return f"<{names[prefix]}{rest}>"
