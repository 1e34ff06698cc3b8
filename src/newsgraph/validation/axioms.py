"""The axioms that make some facts contradictory."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TypeAlias, TypeVar

from rdflib import OWL, RDF, RDFS, Graph
from rdflib.term import BNode, Node

from newsgraph.validation.hermit import Verdict, judge
from newsgraph.validation.justification import justification

Fact: TypeAlias = tuple[Node, Node, Node]
Axiom: TypeAlias = tuple[Fact, ...]
"""A triple, and what the blank nodes in it are."""
Item = TypeVar("Item")

# Where a contradiction takes longer than so many seconds to cut down, it is given as far as it has been.
PATIENCE = 90.0
DECLARED = frozenset({
    OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual, OWL.Ontology,
    RDFS.Datatype, OWL.Restriction,
})  # fmt: skip
WORDS = frozenset({RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo})


def needed_axioms(world: Graph, facts: Sequence[Fact], seconds: float) -> tuple[str, ...]:
    """The axioms without which some facts would not contradict each other, none of which can be left out."""
    declarations = [fact for fact in world if fact[1] == RDF.type and fact[2] in DECLARED and _named(fact)]
    every = sorted(_axioms(world), key=lambda axiom: line(axiom[0]))
    base = [*declarations, *facts]

    def made(some: Iterable[Axiom]) -> Graph:
        graph = Graph()
        for fact in (*base, *(fact for axiom in some for fact in axiom)):
            graph.add(fact)
        return graph

    near = list(_near(every, facts)) if facts else every
    if judge(made(near), seconds=seconds).verdict is not Verdict.CONTRADICTORY:
        near = every
    needed = justification(near, patient(made, seconds))
    return tuple("\n".join(map(line, axiom)) for axiom in needed)


def patient(made: Callable[[Sequence[Item]], Graph], seconds: float) -> Callable[[Sequence[Item]], bool]:
    """Whether what is made of some items is contradictory; when patience is over, all that is left counts as needed."""
    end = monotonic() + PATIENCE

    def contradictory(some: Sequence[Item]) -> bool:
        return monotonic() < end and judge(made(some), seconds=seconds).verdict is Verdict.CONTRADICTORY

    return contradictory


def line(fact: Fact) -> str:
    """A triple as a line of N-Triples."""
    return f"{' '.join(term.n3() for term in fact)} ."


def _axioms(world: Graph) -> Iterator[Axiom]:
    """The axioms of a graph: its triples that say more than a name, and begin with none that another one holds."""
    annotations = set(world.subjects(RDF.type, OWL.AnnotationProperty)) | WORDS
    about: dict[Node, list[Fact]] = defaultdict(list)
    for fact in world:
        if isinstance(fact[0], BNode):
            about[fact[0]].append(fact)
    held = {fact[2] for fact in world if isinstance(fact[2], BNode)}
    for root, facts in about.items():
        if root not in held:
            yield tuple(_whole(min(facts, key=lambda fact: (fact[1] != RDF.type, line(fact))), about))
    for fact in world:
        declares = fact[1] == RDF.type and fact[2] in DECLARED
        if _named(fact) and not declares and fact[1] not in annotations:
            yield tuple(_whole(fact, about))


def _whole(head: Fact, about: dict[Node, list[Fact]]) -> Iterator[Fact]:
    seen, queue = {head}, [head]
    yield head
    while queue:
        fact = queue.pop(0)
        for node in (fact[0], fact[2]):
            for more in sorted(about.get(node, ()), key=line):
                if more not in seen:
                    seen.add(more)
                    queue.append(more)
                    yield more


def _near(axioms: Sequence[Axiom], facts: Iterable[Fact]) -> Iterator[Axiom]:
    """The axioms about what some facts speak of, about the classes and properties that these lead to, and so on."""
    known = {term for fact in facts for term in fact}
    waiting = list(axioms)
    while found := [axiom for axiom in waiting if axiom[0][0] in known]:
        yield from found
        known |= {term for axiom in found for fact in axiom for term in fact if not isinstance(term, BNode)}
        waiting = [axiom for axiom in waiting if axiom not in found]
    between = (axiom for axiom in waiting if isinstance(axiom[0][0], BNode) or axiom[0][1] == OWL.disjointWith)
    yield from (one for one in between if sum(fact[2] in known for fact in one if fact[2] not in {RDF.nil}) > 1)


def _named(fact: Fact) -> bool:
    return not isinstance(fact[0], BNode)
