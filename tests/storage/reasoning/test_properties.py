"""What holds of every graph: hypothesis makes small ones."""

from collections.abc import Iterable

import owlrl
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS

from newsgraph.ontology.prefixes import PREFIXES
from storage.reasoning.closing import closed, inferred, triples

THINGS = [":a", ":b", ":c", ":d"]
CLASSES = [":C", ":D", ":E"]
PROPERTIES = [":p", ":q", ":r"]


def made(template: str, *slots: list[str]) -> st.SearchStrategy[str]:
    """A statement with its slots filled."""
    return st.tuples(*map(st.sampled_from, slots)).map(lambda chosen: template.format(*chosen))


FACTS = made("{} a {} .", THINGS, CLASSES) | made("{} {} {} .", THINGS, PROPERTIES, THINGS)
TRAITS = [f"owl:{name}Property" for name in ("Transitive", "Symmetric", "Functional", "InverseFunctional")]
AXIOMS = (
    made("{} rdfs:subClassOf {} .", CLASSES, CLASSES)
    | made("{} rdfs:subPropertyOf {} .", PROPERTIES, PROPERTIES)
    | made("{} rdfs:domain {} .", PROPERTIES, CLASSES)
    | made("{} rdfs:range {} .", PROPERTIES, CLASSES)
    | made("{} owl:inverseOf {} .", PROPERTIES, PROPERTIES)
    | made("{} owl:equivalentClass {} .", CLASSES, CLASSES)
    | made("{} owl:equivalentProperty {} .", PROPERTIES, PROPERTIES)
    | made("{} a {} .", PROPERTIES, TRAITS)
    | made("{} owl:sameAs {} .", THINGS, THINGS)
    | made("{} owl:propertyChainAxiom ( {} {} ) .", PROPERTIES, PROPERTIES, PROPERTIES)
    | made("{} owl:unionOf ( {} {} ) .", CLASSES, CLASSES, CLASSES)
    | made("{} owl:intersectionOf ( {} {} ) .", CLASSES, CLASSES, CLASSES)
    | made("{} owl:oneOf ( {} {} ) .", CLASSES, THINGS, THINGS)
    | made(":S owl:someValuesFrom {} ; owl:onProperty {} ; rdfs:subClassOf {} .", CLASSES, PROPERTIES, CLASSES)
    | made("{} rdfs:subClassOf :A . :A owl:allValuesFrom {} ; owl:onProperty {} .", CLASSES, CLASSES, PROPERTIES)
    | made(":H owl:hasValue {} ; owl:onProperty {} ; owl:equivalentClass {} .", THINGS, PROPERTIES, CLASSES)
    | made(
        ':M owl:maxCardinality "1"^^xsd:nonNegativeInteger ; owl:onProperty {} . {} rdfs:subClassOf :M .',
        PROPERTIES,
        CLASSES,
    )
)
KEYS = made("{} owl:hasKey ( {} ) .", CLASSES, PROPERTIES)
GRAPHS = st.lists(FACTS | AXIOMS | KEYS, min_size=1, max_size=14)
# OWL-RL takes two things without any value of a key for the same, which no rule says.
WITHOUT_KEYS = st.lists(FACTS | AXIOMS, min_size=1, max_size=14)
FEW = settings(max_examples=40, deadline=None)
PREFIXED = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + "@prefix : <https://x.org/> .\n"


def all_of(statements: Iterable[str]) -> set[str]:
    """A graph with what follows from it; unnamed nodes, which have other names in each graph, left out."""
    turtle = "\n".join(statements)
    return {one for one in triples(turtle) | inferred(closed(turtle)) if "_:" not in one}


@FEW
@given(GRAPHS, st.randoms())
def test_order(statements: list[str], random: object) -> None:
    """What follows does not depend on the order in which the graph is written."""
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert all_of(shuffled) == all_of(statements)


@FEW
@given(GRAPHS, GRAPHS)
def test_monotone(statements: list[str], more: list[str]) -> None:
    """What follows from a graph follows from any larger one."""
    assert all_of(statements) <= all_of([*statements, *more])


@FEW
@given(GRAPHS)
def test_idempotent(statements: list[str]) -> None:
    """Nothing more follows from a graph with all that follows from it."""
    turtle = "\n".join(statements)
    once = closed(turtle)
    again = closed("\n".join([turtle, *(f"{one} ." for one in inferred(once) if "_:" not in one)]))
    assert {one for one in inferred(again) if "_:" not in one} == set()


@settings(max_examples=25, deadline=None)
@given(WITHOUT_KEYS)
def test_as_owlrl(statements: list[str]) -> None:
    """What follows about things is what OWL-RL derives, another program for the same rules."""
    turtle = "\n".join(statements)
    graph = rdflib.Graph().parse(data=PREFIXED + turtle, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    theirs = {f"{s.n3()} {p.n3()} {o.n3()}" for s, p, o in graph if of_things(s, p, o)}
    ours = {one for one in all_of(statements) if of_things(*map(node, one.split(" ", 2)))}
    assert theirs == ours


def node(text: str) -> rdflib.term.Node:
    """A term that is an IRI."""
    return rdflib.URIRef(text.strip("<>"))


def of_things(subject: rdflib.term.Node, predicate: rdflib.term.Node, object_: rdflib.term.Node) -> bool:
    """Whether a triple is about things, not about classes and properties, and says more than that a thing is itself."""
    things = {rdflib.URIRef(f"https://x.org/{name[1:]}") for name in THINGS}
    if subject not in things or (predicate == OWL.sameAs and subject == object_):
        return False
    kind = str(object_ if predicate == RDF.type else predicate)
    return predicate == OWL.sameAs or not kind.startswith((str(OWL), str(RDF), str(RDFS)))
