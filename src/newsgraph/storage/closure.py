"""What follows from some quads under rules."""

from collections.abc import Iterable

import pyoxigraph as ox

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.rules import Rule
from newsgraph.storage.terms import quad

TYPE = ox.NamedNode(expand("rdf:type"))
# Rules feed one another (a wider property, then its inverse); more rounds than this would mean that they do not end.
MOST_ROUNDS = 20


def closure(facts: ox.Store, rules: tuple[Rule, ...]) -> list[ox.Triple]:
    """The triples that follow from facts, none of which they hold; they are put there."""
    found = list[ox.Triple]()
    for _ in range(MOST_ROUNDS):
        before = len(found)
        for rule in rules:
            found += _new(facts, rule)
        if len(found) == before:
            break
    return found


def of_store(store: ox.Store, rules: tuple[Rule, ...]) -> ox.Store:
    """What some rules speak of, every triple in one graph.

    Where three articles tell both sides of a join, their union has it nine times; and most triples are about the text,
    which no rule asks for.
    """
    made = ox.Store()
    for name in asked_by(rules):
        node = ox.NamedNode(name)
        asked = ((None, node, None), (None, TYPE, node))
        made.bulk_extend(
            quad(one.triple, ox.DefaultGraph()) for pattern in asked for one in store.quads_for_pattern(*pattern)
        )
    return made


def of_lines(lines: Iterable[str], rules: tuple[Rule, ...]) -> ox.Store:
    """The same of lines of N-Quads."""
    made, names, kind = ox.Store(), {f"<{name}>" for name in asked_by(rules)}, str(TYPE)
    parts = (line.split(" ", 2) for line in lines)
    kept = (
        f"{subject} {predicate} {rest.rsplit(' ', 2)[0]} .\n"
        for subject, predicate, rest in parts
        if predicate in names or (predicate == kind and rest.split(" ", 1)[0] in names)
    )
    made.bulk_load("".join(dict.fromkeys(kept)), format=ox.RdfFormat.N_TRIPLES)
    return made


def asked_by(rules: tuple[Rule, ...]) -> list[str]:
    """The IRIs that some rules speak of, sorted."""
    return sorted({iri for rule in rules for iri in rule.names})


def _new(facts: ox.Store, rule: Rule) -> Iterable[ox.Triple]:
    """What a rule adds to the facts."""
    triples = {quad(triple, ox.DefaultGraph()) for triple in facts.query(rule.text)}  # type: ignore[union-attr]
    new = [one for one in triples if one not in facts]
    facts.extend(new)
    return [one.triple for one in new]
