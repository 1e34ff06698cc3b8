"""What contradicts itself: rules without a conclusion, held against the closure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.reasoning.atoms import Join, solve
from newsgraph.storage.reasoning.compiling import axioms, between, made
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.proving import Prover
from newsgraph.storage.reasoning.rules import TYPE, Rule
from newsgraph.storage.reasoning.words import Triple, Words

AXIOMS = tuple(f"<{PREFIXES[prefix]}" for prefix in ("owl", "rdfs"))


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Triples that cannot all be so: by which rule, what that says, and the triples, as they are and in words."""

    rule: str
    says: str
    triples: tuple[Triple, ...]
    words: tuple[str, ...]

    def __str__(self) -> str:
        """One line for a person."""
        return f"{'; '.join(self.words)}. But {self.says} ({self.rule})."


def contradictions(facts: Facts, rules: tuple[Rule, ...], *, most: int) -> tuple[tuple[Contradiction, ...], int]:
    """Some contradictions (at most so many of a rule), sorted; and how many there are."""
    words, prover = Words(facts), Prover(facts, ())
    found, count = dict[frozenset[Triple], Contradiction](), 0
    for rule in rules:
        if rule.conclusions:
            continue
        seen = set[frozenset[Triple]]()
        for bound in _solutions(rule, facts):
            for triples in islice(prover.solutions(rule.premises, bound), 1):
                seen.add(key := frozenset(triples))
                if len(seen) <= most:
                    told = tuple(sentence for one in _ordered(triples) if (sentence := words.sentence(one)))
                    found.setdefault(key, Contradiction(rule.name, rule.says, triples, told))
        count += len(seen)
    return tuple(sorted(found.values())), count


def _ordered(triples: tuple[Triple, ...]) -> list[Triple]:
    """What is told of the world first, the axioms after it."""
    return sorted(triples, key=lambda one: (one[2] if one[1] == TYPE else one[1]).startswith(AXIOMS))


def _solutions(rule: Rule, facts: Facts) -> Iterator[dict[str, str]]:
    """The values of a rule's variables wherever its premises hold."""
    texts = facts.terms.texts
    for known, join in _joins(rule, facts):
        table = solve(join, facts)
        names = sorted(table.columns)
        for values in zip(*(table.columns[name].tolist() for name in names), strict=True):
            yield {name: texts[one] for name, one in {**known, **dict(zip(names, values, strict=True))}.items()}
        if table.size and not names:
            yield {name: texts[one] for name, one in known.items()}


def _joins(rule: Rule, facts: Facts) -> Iterator[tuple[dict[str, int], Join]]:
    """A rule for each of its axioms, but not for classes and properties of which nothing is known."""
    if not rule.decisive:
        yield {}, made(rule, rule.premises, {}, facts)
        return
    about = (*axioms(rule), *between(rule))
    table = solve(made(replace(rule, conclusions=()), about, {}, facts), facts)
    asked = [(one.predicate == TYPE, name) for one in rule.premises for name in one.decisive]
    rest = [one for one in rule.premises if one not in about]
    names = sorted(table.columns)
    living = {
        (kind, number): len(facts.relation(("class" if kind else "property", number)).rows) > 0
        for kind, name in asked
        for number in set(table.columns[name].tolist() if name in table.columns else ())
    }
    for values in sorted(set(zip(*(table.columns[name].tolist() for name in names), strict=True))):
        known = dict(zip(names, values, strict=True))
        if all(living[kind, known[name]] for kind, name in asked):
            yield known, made(rule, rest, known, facts)
