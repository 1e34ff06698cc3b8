"""The closure: joins are applied to what came last until nothing new comes (semi-naive evaluation)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from newsgraph.ontology.prefixes import expand
from newsgraph.storage.reasoning.atoms import Join, rows_of, solve
from newsgraph.storage.reasoning.compiling import IDENTITY, compiled
from newsgraph.storage.reasoning.facts import Facts, Key
from newsgraph.storage.reasoning.identity import Identity
from newsgraph.storage.reasoning.relations import HALF, LOWER, Rows, difference, unique
from newsgraph.storage.reasoning.rules import TYPE, Rule
from newsgraph.storage.reasoning.words import Triple

# Of these, a pair of a thing with itself says nothing.
_REFLEXIVE = ("owl:sameAs", "rdfs:subClassOf", "rdfs:subPropertyOf", "owl:equivalentClass", "owl:equivalentProperty")
Progress = Callable[[str, int], None]


class Closure:
    """Facts, and what follows from them under some rules; it is worked out by `run`, and grows where facts do."""

    def __init__(self, facts: Facts, rules: Iterable[Rule]) -> None:
        self.facts = facts
        self.rules = tuple(rule for rule in rules if rule.conclusions)
        self._identity = Identity(facts) if any(rule.name in IDENTITY for rule in self.rules) else None
        self._done: list[set[tuple[int, ...]]] = [set() for _ in self.rules]
        self._by_key: dict[Key, list[tuple[Join, int]]] = defaultdict(list)
        self._reflexive = {("property", facts.number(f"<{expand(name)}>")) for name in _REFLEXIVE}
        self._found: dict[Key, list[Rows]] = defaultdict(list)

    def run(self, progress: Progress | None = None) -> None:
        """Derive all that follows."""
        self._run(set(), progress)

    def more(self, triples: Iterable[Triple], progress: Progress | None = None) -> None:
        """Tell what does not follow of some triples, and derive what follows from that."""
        rows = defaultdict[Key, list[int]](list)
        for subject, predicate, object_ in triples:
            numbers = tuple(map(self.facts.number, (subject, predicate, object_)))
            kind = predicate == TYPE
            row = numbers[0] if kind else (numbers[0] << int(HALF)) | numbers[2]
            rows[("class", numbers[2]) if kind else ("property", numbers[1])].append(row)
        for key, found in rows.items():
            relation = self.facts.relation(key)
            relation.tell(difference(unique(np.array(found, np.int64)), relation.rows))
        if changed := {key for key in rows if len(self.facts.relation(key).new)}:
            self._run(changed, progress)

    def _run(self, changed: set[Key], progress: Progress | None) -> None:
        while True:
            for join in self._fresh(changed):
                self._derive(join, None)
            while changed := self._next(changed, progress):
                if any(self.facts.of_schema(key) for key in changed):
                    break
            if not changed:
                return

    def _fresh(self, changed: set[Key]) -> Iterator[Join]:
        """The joins that axioms ask for and that are not there yet; what is new is followed by those that are."""
        for key in changed:
            self._follow(key)
        for rule, done in zip(self.rules, self._done, strict=True):
            for join in compiled(rule, self.facts, done) if rule.name not in IDENTITY else ():
                for place, atom in enumerate(join.premises):
                    self._by_key[atom.key].append((join, place))
                yield join
        if self._identity is not None:
            for key, rows in self._identity.follow(changed):
                self._found[key].append(rows)

    def _next(self, changed: set[Key], progress: Progress | None) -> set[Key]:
        """Take in what was found, follow it one step, and say which relations it has changed."""
        found, self._found = self._found, defaultdict(list)
        new = {key for key, parts in found.items() if self._add(key, np.concatenate(parts))}
        if progress is not None:
            progress("derived", sum(len(one.rows) - len(one.asserted) for one in self.facts.relations.values()))
        if not any(self.facts.of_schema(key) for key in new):
            for key in new:
                self._follow(key)
            if self._identity is not None:
                for key, rows in self._identity.follow(new):
                    self._found[key].append(rows)
        return new

    def _follow(self, key: Key) -> None:
        for join, place in self._by_key.get(key, ()):
            self._derive(join, place)

    def _derive(self, join: Join, fresh: int | None) -> None:
        table = solve(join, self.facts, fresh)
        if table.size:
            for atom in join.conclusions:
                self._found[atom.key].append(rows_of(atom, table))

    def _add(self, key: Key, rows: Rows) -> bool:
        relation = self.facts.relation(key)
        rows = unique(rows)
        subjects = rows if key[0] == "class" else rows >> HALF
        allowed = self.facts.subjects_allowed(subjects)
        if key in self._reflexive:
            allowed &= subjects != rows & LOWER
        if self._identity is not None and key == self._identity.same:
            allowed &= self.facts.subjects_allowed(rows & LOWER)
        return relation.add(rows[allowed])
