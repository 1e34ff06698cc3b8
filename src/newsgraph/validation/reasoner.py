"""Whether facts and claims agree with the ontology, as the HermiT reasoner sees it (through owlready2, on Java)."""

import io
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import owlready2
from owlready2.base import OwlReadyInconsistentOntologyError, OwlReadyJavaError
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.validation.report import Validation, Violation
from newsgraph.validation.world import ontology, short

NO_JAVA = (
    "Consistency with the ontology was NOT checked: no Java was found. Install a Java runtime, 11 or newer "
    "(Debian and Ubuntu: apt-get install default-jre-headless), and validate again."
)
UNNAMED = Violation(
    node="the graph as a whole",
    problem="it contradicts the ontology, though no single node is of two classes that exclude each other",
    check="consistency",
)
PARTIAL = {XSD.date: "T00:00:00", XSD.gYearMonth: "-01T00:00:00", XSD.gYear: "-01-01T00:00:00"}
TEXT_LAYER = {
    expand(f"ng:{name}")
    for name in "Mention mentionKind refersTo evidence cue TimeExpression timexType timexValue timexMod".split()
}
ZONE = re.compile(r"(Z|[+-]\d\d:\d\d)$")
"""What follows the day of an xsd:date that names its time zone; a negative year has no colon there."""


def java_found() -> bool:
    """Whether HermiT can run here."""
    return shutil.which(owlready2.JAVA_EXE) is not None


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What HermiT says: whether any world can be so, which classes nothing can belong to, why it could not run."""

    consistent: bool
    empty_classes: tuple[str, ...] = ()
    failure: str = ""


def consistency(data: Graph) -> Validation:
    """Whether a graph agrees with the ontology: a violation for each node that can be named as the reason why not.

    Where no node can be named there is one violation for the whole; where HermiT could not judge, a note says so.
    """
    if not java_found():
        return Validation(notes=(NO_JAVA,))
    found = reason(data)
    if found.failure:
        return Validation(notes=(f"Consistency with the ontology was NOT checked: HermiT failed. {found.failure}",))
    return Validation() if found.consistent else Validation(tuple(_in_disjoint_classes(data)) or (UNNAMED,))


def reason(data: Graph) -> Reasoned:
    """What HermiT says of the ontology and a graph together."""
    world = owlready2.World()
    triples = (ontology() + _for_owl(data)).serialize(format="nt", encoding="utf-8")
    loaded = world.get_ontology(PREFIXES["ng"] + "checked").load(fileobj=io.BytesIO(triples))
    try:
        with loaded, _own_folder():
            owlready2.sync_reasoner_hermit(world, debug=0)
        return Reasoned(consistent=True, empty_classes=tuple(sorted(kind.iri for kind in world.inconsistent_classes())))
    except OwlReadyInconsistentOntologyError:
        return Reasoned(consistent=False)
    except OwlReadyJavaError as error:
        return Reasoned(consistent=False, failure=_first_line(error))
    finally:
        world.close()


@contextmanager
def _own_folder() -> Iterator[None]:
    """A folder for temporary files that goes away: owlready2 leaves what it hands to HermiT where it was."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _for_owl(data: Graph) -> Graph:
    """What our own terms and SEM's say in facts and claims: no axiom constrains the text layer, or other terms."""
    found = Graph()
    for subject, predicate, object_ in data:
        if speaks(object_ if predicate == RDF.type else predicate):
            found.add((subject, predicate, owl_term(object_)))
    return found


def speaks(term: Node) -> bool:
    """Whether the ontology says something of a class or property, outside the text layer."""
    return str(term).startswith((PREFIXES["ng"], PREFIXES["sem"])) and str(term) not in TEXT_LAYER


def owl_term(term: Node) -> Node:
    """A literal that OWL 2 knows: dates without a time of day are none, so they become their first moment."""
    if not isinstance(term, Literal) or term.datatype not in PARTIAL:
        return term
    day = ZONE.sub("", str(term)) if term.datatype == XSD.date else str(term)
    return Literal(day + PARTIAL[term.datatype], datatype=XSD.dateTime)


def _in_disjoint_classes(data: Graph) -> Iterator[Violation]:
    """The nodes that are of classes that exclude each other: the usual reason, and one that can be said in words."""
    pairs = _disjoint_pairs()
    for node in sorted(set(data.subjects(RDF.type)), key=str):
        kinds = {above for kind in _kinds(node, data) for above in _above(kind)}
        for first, second in pairs:
            if first in kinds and second in kinds:
                problem = f"it is {short(first)} and {short(second)}, which exclude each other"
                yield Violation(str(node), problem, "consistency", label=str(data.value(node, RDFS.label) or ""))


def _kinds(node: Node, data: Graph) -> set[Node]:
    """The classes that a node states, and those that follow from the domains and ranges of its properties."""
    world = ontology()
    domains = {kind for property_ in data.predicates(node, None) for kind in world.objects(property_, RDFS.domain)}
    ranges = {kind for property_ in data.predicates(None, node) for kind in world.objects(property_, RDFS.range)}
    return set(data.objects(node, RDF.type)) | domains | ranges


def _disjoint_pairs() -> list[tuple[Node, Node]]:
    world = ontology()
    pairs = set(world.subject_objects(OWL.disjointWith))
    for _, members in world.subject_objects(OWL.members):
        pairs |= set(combinations(Collection(world, members), 2))
    return sorted(pairs, key=str)


@cache
def _above(kind: Node) -> frozenset[Node]:
    found = ontology().transitive_objects(kind, RDFS.subClassOf)
    return frozenset(above for above in found if above is not None)


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), "no reason given")
