"""Reasoning over a graph: what follows, why, and what contradicts itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from newsgraph.errors import QueryError, UnknownError
from newsgraph.ontology.prefixes import DATA, expand
from newsgraph.storage.reasoning.asking import triple_of
from newsgraph.storage.reasoning.closing import Closure, Progress
from newsgraph.storage.reasoning.contradicting import AXIOMS, Contradiction, contradictions
from newsgraph.storage.reasoning.facts import CARDINALITIES, Facts, Key, cardinal
from newsgraph.storage.reasoning.proving import Proof, Prover
from newsgraph.storage.reasoning.reading import INFERRED, REASONED, SCHEMA, columns, told, triple
from newsgraph.storage.reasoning.relations import HALF, LOWER, Rows
from newsgraph.storage.reasoning.rules import SETS, TYPE, rules
from newsgraph.storage.reasoning.words import Triple, Words, short
from newsgraph.storage.store import NTRIPLES, QuadStore, ontology_triples

if TYPE_CHECKING:
    from newsgraph.storage.graph import Graph

OURS = "_:ontology"
"""How the names of the ontology's own blank nodes begin; nothing about them is written."""
MOST = 20
LISTS = ("rdf:first", "rdf:rest")
WORDS = frozenset(f"<{expand(name)}>" for name in ("rdfs:label", "rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy"))


def reason(
    graphs: Iterable[Iterable[str]],
    *,
    sets: Iterable[str] = ("rl",),
    base: str = DATA,
    ontology: bool = True,
    again: bool = False,
    progress: Progress | None = None,
) -> "Reasoned":
    """Close some graphs, lines of N-Quads as the store writes them, together under sets of rules (rl, rdfs, news).

    With the ontology, unless `ontology` is False; axioms that stand in the graphs count either way. With `again`, what
    newsgraph inferred when it built the graph is not taken as told, as far as rules conclude it, so that it can be
    explained.
    """
    chosen = frozenset(sets)
    if wrong := sorted(chosen - set(SETS)):
        raise QueryError(", ".join(wrong), "is no set of rules", advice=f"choose among {', '.join(SETS)}")
    lines = told(graphs)
    built = [line for line in lines if line.endswith(f"{INFERRED}> .")] if again else []
    facts = Facts()
    facts.tell(columns(line for line in lines if not line.endswith(f"{INFERRED}> .")) if again else columns(lines))
    axioms = _ontology() if ontology else []
    facts.tell(columns(axioms))
    facts.settle()
    reasoned = Reasoned(lines, facts, chosen, base, frozenset(axioms))
    reasoned.closure.run(progress)
    reasoned.closure.more((triple(line) for line in built), progress)
    return reasoned


class Reasoned:
    """Facts that are closed under rules."""

    def __init__(self, lines: list[str], facts: Facts, sets: frozenset[str], base: str, axioms: frozenset[str]) -> None:
        self.lines, self.facts, self.rules = lines, facts, rules(sets)
        self.base, self._axioms = base, axioms
        self.closure = Closure(facts, self.rules)

    def inferred(self) -> Iterator[str]:
        """What follows and is not told, as lines of N-Quads: what is about axioms stands in a graph apart."""
        apart = f"<{self.base}{SCHEMA}> ."
        home = f"<{self.base}{REASONED}> ."
        ours = {number for number, text in enumerate(self.facts.terms.texts) if text.startswith(OURS)}
        for key, relation in self.facts.relations.items():
            if len(rows := relation.inferred):
                yield from self._written(key, rows, apart if self.facts.of_schema(key) else home, ours)

    def _written(self, key: Key, rows: Rows, end: str, ours: set[int]) -> Iterator[str]:
        texts, name = self.facts.terms.texts, self.facts.terms.texts[key[1]]
        if key[0] == "class":
            if key[1] not in ours:
                tail = f"{TYPE} {name} {end}"
                yield from (f"{texts[one]} {tail}" for one in rows.tolist() if one not in ours)
            return
        for subject, object_ in zip((rows >> HALF).tolist(), (rows & LOWER).tolist(), strict=True):
            if subject not in ours and object_ not in ours:
                yield f"{texts[subject]} {name} {texts[object_]} {end}"

    def graph(self, *, only: bool = False) -> "Graph":
        """The graph with what follows in named graphs of its own, or what follows alone."""
        from newsgraph.storage.graph import Graph

        return Graph(_Lines(self.base, [*(() if only else self.lines), *self.inferred()]))

    @cached_property
    def contradictions(self) -> tuple[tuple[Contradiction, ...], int]:
        """Some of what contradicts itself, sorted, and how much there is."""
        return contradictions(self.facts, self.rules, most=MOST)

    def suspects(self) -> frozenset[str]:
        """What the facts of the contradictions that rules have found speak of."""
        triples = (one for found in self.contradictions[0] for one in found.triples)
        return frozenset(s for s, p, o in triples if not _axiom(p, o) and not s.startswith("_:"))

    def counts(self) -> dict[str, int]:
        """How many triples follow and are written, by property in short."""
        return dict(Counter(short(line.split(" ", 2)[1]) for line in self.inferred()))

    def prove(self, triple: Triple) -> Proof:
        """The proof of a triple; an UnknownError where it neither stands in the graph nor follows."""
        found = Prover(self.facts, tuple(rule for rule in self.rules if rule.conclusions)).prove(triple)
        if found is None:
            problem = "neither stands in the graph nor follows from it under the rules"
            raise UnknownError(" ".join(triple), problem, advice="give subject, property and object as in N-Triples")
        return found

    def explain(self, triple: str) -> str:
        """Why a triple holds, in words: a step a line, each under what it serves to prove.

        The triple is written as a person would: '"Russia" ng:relatedTo "Kazakhstan"', with labels in quotes, prefixed
        names or IRIs. An UnknownError where it does not hold.
        """
        return "\n".join(self._lines(self.prove(triple_of(triple, self.facts)), 0))

    def name(self, term: str) -> str:
        """What a term of N-Triples is called."""
        return self._words.name(term)

    def in_words(self, facts: Iterable[str], axioms: Iterable[str]) -> Iterator[str]:
        """Lines of N-Triples as sentences; of an axiom the first line, the others say what its blank nodes are."""
        yield from (self._words.sentence(triple(line)) for line in facts)
        for axiom in axioms:
            lines = axiom.split("\n")
            parts = Facts()
            parts.tell(columns(lines))
            parts.settle()
            for key in list(columns(lines)):
                parts.relation(("property", parts.number(key)))
            yield Words(parts).sentence(triple(lines[0]))

    def own_axioms(self) -> str:
        """The axioms that stand in the graph itself, as N-Triples."""
        names = frozenset(f"<{expand(name)}>" for name in LISTS)
        found = (triple(line) for line in self.lines)
        kept = ((s, p, cardinal(o) if p in CARDINALITIES else o) for s, p, o in found if _axiom(p, o) or p in names)
        return "".join(f"{' '.join(one)} .\n" for one in kept)

    @cached_property
    def _words(self) -> Words:
        return Words(self.facts)

    def _lines(self, proof: Proof, depth: int) -> Iterator[str]:
        if proof.rule is None:
            source = "the ontology says so" if f"{' '.join(proof.triple)} ." in self._axioms else "the graph says so"
        else:
            source = f"by {proof.rule.name}: {proof.rule.says}"
        if sentence := self._words.sentence(proof.triple):
            yield f"{'  ' * depth}{sentence} ({source})"
        for premise in proof.premises:
            yield from self._lines(premise, depth + 1)


def _axiom(predicate: str, object_: str) -> bool:
    name = object_ if predicate == TYPE else predicate
    return name.startswith(AXIOMS) and predicate not in WORDS


class _Lines(QuadStore):
    """A store of lines of N-Quads."""

    def __init__(self, base: str, lines: Iterable[str]) -> None:
        super().__init__(base)
        self._waiting = dict.fromkeys(f"{line}\n" for line in lines)


def _ontology() -> list[str]:
    """The ontology as lines; its blank nodes are numbered in the order of its files."""
    text = (ox.serialize(ontology_triples(), format=NTRIPLES) or b"").decode()
    names: dict[str, str] = {}
    found = []
    for line in text.split("\n")[:-1]:
        if "_:" in line:
            terms = line[:-2].split(" ", 2)
            line = " ".join(names.setdefault(t, f"{OURS}{len(names)}") if t[:2] == "_:" else t for t in terms) + " ."
        found.append(line)
    return found
