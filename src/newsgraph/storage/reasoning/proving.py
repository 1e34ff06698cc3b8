"""Why a triple holds: found backwards, from the rules that conclude it to what is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsgraph.storage.reasoning.compiling import expanded
from newsgraph.storage.reasoning.facts import Facts, Key
from newsgraph.storage.reasoning.relations import HALF, LOWER
from newsgraph.storage.reasoning.rules import (
    DIFFERS,
    FILTERS,
    MEMBER,
    OF_LISTS,
    TYPE,
    Pattern,
    Rule,
    variable,
)  # fmt: skip
from newsgraph.storage.reasoning.values import differ
from newsgraph.storage.reasoning.words import Triple

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Proof:
    """A triple with the rule that it follows from and the proofs of its premises; it is told where there is no rule."""

    triple: Triple
    rule: Rule | None = None
    premises: tuple["Proof", ...] = ()

    @property
    def size(self) -> int:
        """How many rules are applied in it."""
        return sum(one.size for one in self.premises) + (self.rule is not None)


class Prover:
    """Finds proofs among facts that are closed under some rules."""

    def __init__(self, facts: Facts, rules: tuple[Rule, ...]) -> None:
        self._facts, self._rules = facts, rules
        self._known: dict[tuple[Triple, int], Proof | None] = {}

    def prove(self, triple: Triple) -> Proof | None:
        """The proof with the fewest levels, of those the one with the fewest steps, of those the smallest in writing.

        None where the triple does not hold.
        """
        if not self.holds(triple):
            return None
        return next((found for depth in range(DEEPEST + 1) if (found := self._within(triple, depth))), None)

    def holds(self, triple: Triple) -> bool:
        """Whether a triple is among the facts, told or inferred."""
        return next(self._find(triple), None) is not None

    def _within(self, triple: Triple, depth: int) -> Proof | None:
        """The best proof of at most so many levels."""
        if self._told(triple):
            return Proof(triple)
        if depth == 0:
            return None
        asked = (triple, depth)
        if asked not in self._known:
            self._known[asked] = None
            self._known[asked] = min(self._proofs(triple, depth), key=_rank, default=None)
        return self._known[asked]

    def _proofs(self, triple: Triple, depth: int) -> Iterator[Proof]:
        for rule in self._rules:
            for conclusion in rule.conclusions:
                if (bound := _unified(conclusion, triple)) is not None:
                    for premises in self.solutions(rule.premises, bound):
                        if triple not in premises and (proofs := self._all(premises, depth - 1)) is not None:
                            yield Proof(triple, rule, proofs)

    def _all(self, premises: tuple[Triple, ...], depth: int) -> tuple[Proof, ...] | None:
        found = list[Proof]()
        for one in premises:
            if (proof := self._within(one, depth)) is None:
                return None
            found.append(proof)
        return tuple(found)

    def solutions(self, premises: tuple[Pattern, ...], bound: Mapping[str, str]) -> Iterator[tuple[Triple, ...]]:
        """The triples that make premises true, once for each way in which they are."""
        shown = tuple(one for one in premises if one.predicate not in FILTERS | {MEMBER})
        for solution in self._solved(list(premises), dict(bound)):
            numbers = {name: self._facts.number(term) for name, term in solution.items()}
            plain = (one for pattern in shown for one in expanded(pattern, numbers, self._facts))
            yield tuple(_filled(one, solution) for one in plain)

    def _solved(self, waiting: list[Pattern], bound: dict[str, str]) -> Iterator[dict[str, str]]:
        if not waiting:
            yield bound
            return
        pattern = min(waiting, key=lambda one: self._cost(one, bound))
        rest = [one for one in waiting if one is not pattern]
        if pattern.predicate in OF_LISTS:
            if pattern.object not in bound:
                return
            numbers = {pattern.object: self._facts.number(bound[pattern.object])}
            yield from self._solved([*expanded(pattern, numbers, self._facts), *rest], bound)
        elif pattern.predicate in FILTERS:
            left, _, right = _filled(pattern, bound)
            if left != right if pattern.predicate == DIFFERS else differ(left, right):
                yield from self._solved(rest, bound)
        else:
            for triple in self._find(_filled(pattern, bound)):
                yield from self._solved(rest, {**bound, **_bindings(pattern, triple)})

    def _cost(self, pattern: Pattern, bound: Mapping[str, str]) -> tuple[int, int, int]:
        """What to look up first: what has the fewest gaps, then what there is least of."""
        open_ = sum(name not in bound for name in pattern.variables)
        if pattern.predicate in FILTERS | OF_LISTS:
            return (9 if (open_ if pattern.predicate in FILTERS else pattern.object not in bound) else 0), 0, 0
        predicate = bound.get(pattern.predicate, pattern.predicate)
        if variable(predicate):
            return 4, open_, 0
        return open_, 0, len(self._facts.relation(("property", self._facts.number(predicate))).rows)

    def _find(self, wanted: Triple) -> Iterator[Triple]:
        """The triples among the facts that fill a triple with gaps."""
        subject, predicate, object_ = wanted
        if variable(predicate):
            for key in sorted({key for key, _ in self._facts.everything() if key[0] == "property"}):
                if (name := self._facts.terms.texts[key[1]]) != MEMBER:
                    yield from self._find((subject, name, object_))
            yield from self._find((subject, TYPE, object_))
        elif predicate == TYPE:
            yield from self._of_classes(subject, object_)
        else:
            yield from self._pairs(subject, predicate, object_)

    def _of_classes(self, subject: str, object_: str) -> Iterator[Triple]:
        texts = self._facts.terms.texts
        if variable(object_):
            kinds = [key for key in self._facts.relations if key[0] == "class"]
        else:
            kinds = [("class", self._facts.number(object_))]
        for key in kinds:
            for one in self._members(key, subject):
                yield one, TYPE, texts[key[1]]

    def _members(self, key: Key, subject: str) -> Iterator[str]:
        rows, texts = self._facts.relation(key).rows, self._facts.terms.texts
        if variable(subject):
            yield from (texts[one] for one in rows.tolist())
        else:
            number = self._facts.number(subject)
            first, last = rows.searchsorted([number, number + 1]).tolist()
            if last > first:
                yield subject

    def _pairs(self, subject: str, predicate: str, object_: str) -> Iterator[Triple]:
        relation, texts = self._facts.relation(("property", self._facts.number(predicate))), self._facts.terms.texts
        if variable(subject) and not variable(object_):
            low = self._facts.number(object_) << int(HALF)
            rows = relation.turned
            first, last = rows.searchsorted([low, low + (1 << int(HALF))]).tolist()
            yield from ((texts[one], predicate, object_) for one in (rows[first:last] & LOWER).tolist())
            return
        rows = relation.rows
        if not variable(subject):
            low = self._facts.number(subject) << int(HALF)
            given = 0 if variable(object_) else self._facts.number(object_)
            high = low + (1 << int(HALF)) if variable(object_) else low + given + 1
            first, last = rows.searchsorted([low + given, high]).tolist()
            rows = rows[first:last]
        for left, right in zip((rows >> HALF).tolist(), (rows & LOWER).tolist(), strict=True):
            if not (variable(subject) and subject == object_ and left != right):
                yield texts[left], predicate, texts[right]

    def _told(self, triple: Triple) -> bool:
        subject, predicate, object_ = (self._facts.number(term) for term in triple)
        kind = triple[1] == TYPE
        rows = self._facts.relation(("class", object_) if kind else ("property", predicate)).asserted
        wanted = subject if kind else (subject << int(HALF)) | object_
        first, last = rows.searchsorted([wanted, wanted + 1]).tolist()
        return bool(last > first)


def _unified(conclusion: Pattern, triple: Triple) -> dict[str, str] | None:
    bound: dict[str, str] = {}
    for slot, term in zip((conclusion.subject, conclusion.predicate, conclusion.object), triple, strict=True):
        if bound.setdefault(slot, term) != term or not (variable(slot) or slot == term):
            return None
    return {name: term for name, term in bound.items() if variable(name)}


def _filled(pattern: Pattern, bound: Mapping[str, str]) -> Triple:
    parts = (pattern.subject, pattern.predicate, pattern.object)
    subject, predicate, object_ = (bound.get(one, one) for one in parts)
    return subject, predicate, object_


def _bindings(pattern: Pattern, triple: Triple) -> dict[str, str]:
    parts = (pattern.subject, pattern.predicate, pattern.object)
    return {slot: term for slot, term in zip(parts, triple, strict=True) if variable(slot)}


def _rank(proof: Proof) -> tuple[int, bool, str, str]:
    """Of equal ones, a rule that speaks of identity in general comes after one that speaks of the matter itself."""
    name = "" if proof.rule is None else proof.rule.name
    return proof.size, name.startswith("eq-rep"), name, str([one.triple for one in proof.premises])
