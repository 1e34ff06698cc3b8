"""HermiT on samples of a graph: the ontology, then the surroundings of some nodes, with what contradicts itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Graph
from rdflib.term import Node

from newsgraph.validation.axioms import Fact, line, needed_axioms, patient
from newsgraph.validation.hermit import Judged, Verdict, judge
from newsgraph.validation.justification import justification
from newsgraph.validation.reasoner import owl_term, speaks
from newsgraph.validation.world import ontology


@dataclass(frozen=True, slots=True)
class Sample:
    """Some triples around a node, as N-Triples."""

    about: str
    triples: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong around a node (or with the ontology, where `about` is empty).

    `facts` are lines of N-Triples and `axioms` are such lines each, the first of them the axiom and the others what its
    blank nodes are. They contradict each other, and none of them can be left out.
    """

    about: str
    problem: str
    facts: tuple[str, ...] = ()
    axioms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """How many samples HermiT judged, what it found, and remarks on what it could not judge."""

    judged: int
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


def check(samples: Sequence[Sample], axioms: str = "", *, seconds: float = 60.0) -> Checked:
    """Ask HermiT of the ontology with some more axioms (N-Triples), and then of each sample beside them.

    `seconds` is what one question may take. Samples that agree all together agree each: one question is enough then.
    """
    world = ontology() + Graph().parse(data=axioms, format="nt")
    first = judge(world, seconds=seconds, classes=True)
    if first.verdict is not Verdict.CONSISTENT:
        return _of_axioms(first, world, seconds)
    empty = tuple(Finding("", f"nothing can be of the class {name}") for name in first.empty)
    known = _terms(world)
    facts = {sample.about: _facts(sample, known) for sample in samples}
    together = [fact for some in facts.values() for fact in some]
    if judge(_with(world, together), seconds=seconds).verdict is Verdict.CONSISTENT:
        return Checked(len(samples), empty)
    found = [_judged(about, some, world, seconds) for about, some in facts.items()]
    wrong = tuple(one for one in found if isinstance(one, Finding))
    notes = tuple(one for one in found if isinstance(one, str))
    return Checked(len(samples) - len(notes), (*empty, *wrong), notes)


def _of_axioms(first: Judged, world: Graph, seconds: float) -> Checked:
    if first.verdict is not Verdict.CONTRADICTORY:
        return Checked(0, notes=(first.reason,))
    axioms = needed_axioms(world, (), seconds)
    return Checked(0, (Finding("", "the axioms contradict each other, whatever the facts are", (), axioms),))


def _judged(about: str, facts: list[Fact], world: Graph, seconds: float) -> Finding | str | None:
    """What is wrong with a sample, a remark where that cannot be said, nothing where all is well."""
    judged = judge(_with(world, facts), seconds=seconds)
    if judged.verdict is Verdict.CONSISTENT:
        return None
    if judged.verdict is not Verdict.CONTRADICTORY:
        return f"{about}: {judged.reason}"
    needed = justification(facts, patient(lambda some: _with(world, some), seconds))
    axioms = needed_axioms(world, needed, seconds)
    return Finding(about, "these facts contradict the axioms", tuple(map(line, needed)), axioms)


def _facts(sample: Sample, known: frozenset[Node]) -> list[Fact]:
    """What of a sample the axioms speak about, as OWL 2 can have it, in a fixed order."""
    told = Graph().parse(data=sample.triples, format="nt")
    chosen = ((s, p, owl_term(o)) for s, p, o in told if speaks(term := o if p == RDF.type else p) or term in known)
    return sorted(chosen, key=line)


def _terms(world: Graph) -> frozenset[Node]:
    """The classes and properties that some axioms speak of."""
    return frozenset(world.subjects(RDF.type)) | frozenset(world.subjects(RDFS.subClassOf))


def _with(world: Graph, facts: Iterable[Fact]) -> Graph:
    made = Graph()
    for fact in (*world, *facts):
        made.add(fact)
    return made
