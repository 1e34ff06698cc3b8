"""HermiT on samples of a graph: the ontology, then the surroundings of some nodes, with what contradicts itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Graph
from rdflib.term import Node

from newsgraph.validation.axioms import Fact, line, needed_axioms, patient
from newsgraph.validation.hermit import Judged, Verdict, judge
from newsgraph.validation.justification import justification
from newsgraph.validation.reasoner import owl_term, speaks
from newsgraph.validation.world import ontology

# So many contradictions are looked for; others show when these are mended.
MOST = 10


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


def check(
    samples: Sequence[Sample], axioms: str = "", *, suspects: frozenset[str] = frozenset(), seconds: float = 60.0
) -> Checked:
    """Ask HermiT of the ontology with some more axioms (N-Triples), and then of the samples beside them.

    `seconds` is what one question may take. Samples that agree all together agree each, so that one question is enough
    where nothing is wrong. `suspects` are nodes (in N-Triples) near which a contradiction is looked for first.
    """
    world = ontology() + Graph().parse(data=axioms, format="nt")
    first = judge(world, seconds=seconds, classes=True)
    if first.verdict is not Verdict.CONSISTENT:
        return _of_axioms(first, world, seconds)
    empty = tuple(Finding("", f"nothing can be of the class {name}") for name in first.empty)
    known = _terms(world)
    facts = {sample.about: _facts(sample, known) for sample in samples}
    every = sorted({fact for some in facts.values() for fact in some}, key=line)
    verdict = judge(_with(world, every), seconds=seconds).verdict
    parts = [every] if verdict in {Verdict.CONSISTENT, Verdict.CONTRADICTORY} else list(facts.values())
    found = [one for part in parts for one in _problems(part, facts, world, suspects, seconds)]
    wrong = tuple(dict.fromkeys(one for one in found if isinstance(one, Finding)))
    notes = tuple(one for one in found if isinstance(one, str))
    return Checked(len(samples) - len(notes), (*empty, *wrong), notes)


def _problems(
    part: list[Fact], samples: Mapping[str, list[Fact]], world: Graph, suspects: frozenset[str], seconds: float
) -> Iterator[Finding | str]:
    """What is wrong with some facts, one contradiction after the other, each without the facts of those before it."""
    for _ in range(MOST):
        judged = judge(_with(world, part), seconds=seconds)
        if judged.verdict is Verdict.CONSISTENT:
            return
        if judged.verdict is not Verdict.CONTRADICTORY:
            about = next((name for name, facts in samples.items() if facts is part), "the samples")
            yield f"{about}: {judged.reason}"
            return
        needed = _needed(part, world, suspects, seconds)
        about = next((name for name, facts in samples.items() if set(needed) <= set(facts)), "")
        axioms = needed_axioms(world, needed, seconds)
        yield Finding(about, "these facts contradict the axioms", tuple(map(line, needed)), axioms)
        part = [fact for fact in part if fact not in needed]


def _needed(part: list[Fact], world: Graph, suspects: frozenset[str], seconds: float) -> list[Fact]:
    """Facts that contradict the axioms, none of which can be left out; near the suspects if there are any."""
    near = [fact for fact in part if {fact[0].n3(), fact[2].n3()} & suspects]
    if near and judge(_with(world, near), seconds=seconds).verdict is Verdict.CONTRADICTORY:
        part = near
    return justification(part, patient(lambda some: _with(world, some), seconds))


def _of_axioms(first: Judged, world: Graph, seconds: float) -> Checked:
    if first.verdict is not Verdict.CONTRADICTORY:
        return Checked(0, notes=(first.reason,))
    axioms = needed_axioms(world, (), seconds)
    return Checked(0, (Finding("", "the axioms contradict each other, whatever the facts are", (), axioms),))


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
