"""Rules made ready: for each axiom that a rule speaks of, a join of the properties and classes it names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from newsgraph.errors import OntologyError
from newsgraph.storage.reasoning.atoms import Atom, Condition, Join, Slot, solve
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.rules import (
    ALIKE,
    ALONG,
    EACH,
    FILTERS,
    OF_LISTS,
    OTHER_VALUE,
    TYPE,
    Pattern,
    Rule,
    variable,
)  # fmt: skip

IDENTITY = frozenset({"eq-sym", "eq-trans", "eq-rep-s", "eq-rep-p", "eq-rep-o"})
"""What is carried out by storage/reasoning/identity.py."""


def axioms(rule: Rule) -> tuple[Pattern, ...]:
    """The premises that say which properties, classes and lists a rule is about."""
    fixed = [one for one in rule.premises if not one.decisive and one.predicate not in FILTERS | OF_LISTS]
    known, chosen = set(rule.decisive), list[Pattern]()
    while more := [one for one in fixed if one not in chosen and one.variables & known] if known else []:
        chosen += more
        known |= {name for one in more for name in one.variables}
    if not rule.decisive <= {name for one in chosen for name in one.variables}:
        raise OntologyError(rule.name, "speaks of every property or class, and no axiom says of which")
    return tuple(chosen)


def between(rule: Rule) -> tuple[Pattern, ...]:
    """The conditions on what the axioms of a rule name."""
    known = _all(axioms(rule))
    return tuple(one for one in rule.premises if one.predicate in FILTERS and one.variables <= known)


def compiled(rule: Rule, facts: Facts, done: set[tuple[int, ...]]) -> Iterator[Join]:
    """A rule once for each way in which its axioms hold that is not done yet; it is done then."""
    if not rule.decisive:
        if () not in done:
            done.add(())
            yield made(rule, rule.premises, {}, facts)
        return
    about = (*axioms(rule), *between(rule))
    table = solve(made(replace(rule, conclusions=()), about, {}, facts), facts)
    names = sorted(_all(about))
    rest = [one for one in rule.premises if one not in about]
    found = set(zip(*(table.columns[name].tolist() for name in names), strict=True)) if table.size else set()
    for values in sorted(found - done):
        done.add(values)
        yield made(rule, rest, dict(zip(names, values, strict=True)), facts)


def _all(patterns: tuple[Pattern, ...]) -> set[str]:
    return {name for one in patterns for name in one.variables}


def made(rule: Rule, premises: tuple[Pattern, ...] | list[Pattern], known: Mapping[str, int], facts: Facts) -> Join:
    """A rule as a join, its known variables filled in."""
    plain = [one for pattern in premises for one in expanded(pattern, known, facts)]
    return Join(
        rule,
        tuple(_atom(one, known, facts) for one in plain if one.predicate not in FILTERS),
        tuple(_condition(one, known, facts) for one in plain if one.predicate in FILTERS),
        tuple(_atom(one, known, facts) for one in rule.conclusions),
    )


def expanded(pattern: Pattern, known: Mapping[str, int], facts: Facts) -> Iterator[Pattern]:
    """A pattern, or those that one about a list stands for."""
    if pattern.predicate not in OF_LISTS:
        yield pattern
        return
    head = facts.terms.texts[known[pattern.object]] if variable(pattern.object) else pattern.object
    members = facts.lists.get(head, ())
    if pattern.predicate == EACH:
        yield from (Pattern(pattern.subject, TYPE, one) for one in members)
    elif pattern.predicate == ALONG:
        stops = [pattern.subject, *(f"?step{place}" for place in range(1, len(members))), pattern.second]
        yield from (Pattern(stops[i], one, stops[i + 1]) for i, one in enumerate(members))
    elif pattern.predicate == ALIKE:
        for place, one in enumerate(members):
            yield Pattern(pattern.subject, one, f"?key{place}")
            yield Pattern(pattern.second, one, f"?key{place}")


def _atom(pattern: Pattern, known: Mapping[str, int], facts: Facts) -> Atom:
    predicate, subject, object_ = (
        _slot(term, known, facts) for term in (pattern.predicate, pattern.subject, pattern.object)
    )
    if pattern.predicate == TYPE and isinstance(object_, int):
        return Atom(("class", object_), subject)
    if isinstance(predicate, int) and pattern.predicate != TYPE:
        return Atom(("property", predicate), subject, object_)
    raise OntologyError(str(pattern), "the class or property of a rule is not known")


def _condition(pattern: Pattern, known: Mapping[str, int], facts: Facts) -> Condition:
    left, right = (_slot(term, known, facts) for term in (pattern.subject, pattern.object))
    return Condition(left, right, by_value=pattern.predicate == OTHER_VALUE)


def _slot(term: str, known: Mapping[str, int], facts: Facts) -> Slot:
    if variable(term):
        return known.get(term, term)
    return facts.number(term)
