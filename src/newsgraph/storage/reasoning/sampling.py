"""Samples of a graph: the surroundings of some nodes, as triples."""

from collections.abc import Iterator

import numpy as np

from newsgraph.ontology.prefixes import expand
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.relations import HALF, LOWER, Rows
from newsgraph.storage.reasoning.rules import TYPE
from newsgraph.storage.reasoning.words import Triple

KINDS = ("ng:Entity", "ng:Eventuality")
# How many triples one node may bring into the sample of another.
FROM_ONE = 40


def samples(facts: Facts, *, number: int, size: int) -> Iterator[tuple[str, list[Triple]]]:
    """Nodes with at most so many (`size`) told triples around them, near ones first.

    Half are the busiest entities and events; the others are spread evenly over all, in the order of their names.
    """
    around = _Around(facts)
    for node in _chosen(facts, around.degrees(), number):
        yield facts.terms.texts[node], around.triples(node, size)


def _chosen(facts: Facts, degrees: Rows, number: int) -> list[int]:
    texts = facts.terms.texts
    classes = [facts.relation(("class", facts.number(f"<{expand(name)}>"))).rows for name in KINDS]
    nodes = sorted({one for rows in classes for one in rows.tolist() if texts[one][0] == "<"}, key=lambda n: texts[n])
    busiest = sorted(nodes, key=lambda n: (-int(degrees[n]), texts[n]))[: (number + 1) // 2]
    rest = [one for one in nodes if one not in set(busiest)]
    wanted = min(number - len(busiest), len(rest))
    return busiest + [rest[place * len(rest) // wanted] for place in range(wanted)]


class _Around:
    """What is told of nodes, by node."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._pairs = [
            (facts.terms.texts[key[1]], relation.asserted, _turned(relation.asserted))
            for key, relation in facts.relations.items()
            if key[0] == "property" and not facts.of_schema(key) and len(relation.asserted)
        ]
        self._classes = [
            (facts.terms.texts[key[1]], relation.asserted)
            for key, relation in facts.relations.items()
            if key[0] == "class" and len(relation.asserted)
        ]

    def degrees(self) -> Rows:
        """In how many triples each term stands."""
        found = np.zeros(len(self._facts.terms.texts), np.int64)
        for _, rows, _ in self._pairs:
            for ends in (rows >> HALF, rows & LOWER):
                found += np.bincount(ends, minlength=len(found))
        return found

    def triples(self, node: int, size: int) -> list[Triple]:
        """The triples of a node, then those of its neighbours, until there are so many."""
        seen, queue, found = {node}, [node], dict[Triple, None]()
        while queue and len(found) < size:
            one = queue.pop(0)
            told = self._of(one)
            found.update(dict.fromkeys(triple for triple, _ in told[: size if one == node else FROM_ONE]))
            near = [other for _, other in told if other is not None and other not in seen]
            queue += list(dict.fromkeys(near))
            seen.update(near)
        return list(found)[:size]

    def _of(self, node: int) -> list[tuple[Triple, int | None]]:
        """The triples that a node stands in, classes first, each with the node at its other end."""
        texts, low = self._facts.terms.texts, node << int(HALF)
        kinds = [((texts[node], TYPE, name), None) for name, rows in self._classes if _has(rows, node)]
        found: list[tuple[Triple, int | None]] = []
        for name, rows, turned in self._pairs:
            for one in _slice(rows, low):
                found.append(((texts[node], name, texts[one]), None if texts[one][0] == '"' else one))
            found += [((texts[one], name, texts[node]), one) for one in _slice(turned, low)]
        return [*sorted(kinds), *sorted(found)]


def _slice(rows: Rows, low: int) -> list[int]:
    first, last = rows.searchsorted([low, low + (1 << int(HALF))]).tolist()
    found: list[int] = (rows[first:last] & LOWER).tolist()
    return found


def _has(rows: Rows, node: int) -> bool:
    first, last = rows.searchsorted([node, node + 1]).tolist()
    return bool(last > first)


def _turned(rows: Rows) -> Rows:
    turned = ((rows & LOWER) << HALF) | (rows >> HALF)
    turned.sort()
    return turned
