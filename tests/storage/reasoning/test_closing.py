import pytest

from newsgraph.errors import QueryError
from newsgraph.storage.reasoning.rules import rules
from storage.reasoning.cases import CASES, CONTRADICTIONS
from storage.reasoning.closing import closed, inferred, triples

RL = rules(frozenset({"rl"}))


@pytest.mark.parametrize("name", sorted({rule.name for rule in RL if rule.conclusions}))
def test_rule(name: str) -> None:
    """Every rule that concludes something does so, and says so when asked; without it less follows."""
    given, expected = CASES[name]
    reasoned = closed(given)
    assert triples(expected) <= inferred(reasoned)
    assert not reasoned.contradictions[0]


@pytest.mark.parametrize("name", sorted({rule.name for rule in RL if not rule.conclusions}))
def test_contradiction(name: str) -> None:
    """Every rule that finds contradictions does so, and says in words what they are of."""
    found, number = closed(CONTRADICTIONS[name]).contradictions
    assert name in {one.rule for one in found}
    assert number == len(found)
    assert all(one.words and one.says for one in found)


def test_no_contradiction_without_cause() -> None:
    """Two ways of writing one number are one value, and values of an unknown kind are not known to differ."""
    given = ':p a owl:FunctionalProperty . :a :p 1, 01, 1.0 . :b :p "x"^^:kind, "y"^^:kind .'
    assert closed(given).contradictions == ((), 0)


def test_rdfs_is_a_part() -> None:
    """The rules of RDFS close subclasses, subproperties, domains and ranges, and nothing of OWL."""
    given = ":C rdfs:subClassOf :D . :p rdfs:domain :C ; a owl:SymmetricProperty . :a :p :b ."
    assert inferred(closed(given, "rdfs")) == triples(":a a :C, :D .")


def test_axioms_that_follow() -> None:
    """What follows may be an axiom itself, and more follows from that."""
    below = ":narrower rdfs:subPropertyOf rdfs:subClassOf . :C :narrower :D . :a a :C . "
    trait = ":T rdfs:subClassOf owl:SymmetricProperty . :p a :T . :a :p :b ."
    assert triples(":a a :D . :b :p :a .") <= inferred(closed(below + trait))


def test_keys_and_identity_feed_each_other() -> None:
    """Things that are the same by a key share what they have, by which others are the same."""
    facts = ":a a :C ; :id 1 ; :next :b . :c a :C ; :id 1 ; :next :d ."
    found = inferred(closed(f":C owl:hasKey ( :id ) . :next a owl:FunctionalProperty . {facts}"))
    assert triples(":b owl:sameAs :d . :a :next :d . :c :next :b .") <= found


def test_key_that_is_missing() -> None:
    """Things that have no value of a key are not the same by it."""
    assert inferred(closed(":C owl:hasKey ( :id ) . :a a :C . :b a :C ; :id 1 . :c a :C .")) == set()


def test_literals_are_no_subjects() -> None:
    """Nothing is concluded about a literal, as RDF could not write it."""
    given = ':p rdfs:range :C ; a owl:SymmetricProperty, owl:FunctionalProperty . :a :p "x" .'
    assert inferred(closed(given)) == set()


def test_graphs_apart() -> None:
    """What follows of the world and what follows of axioms stand in two graphs, and the graph itself stays as it is."""
    given = ":C rdfs:subClassOf :D . :D rdfs:subClassOf :E . GRAPH :g { :a a :C }"
    reasoned = closed(given)
    ends = {line.split(" ")[1]: line.rsplit(" ", 2)[1] for line in reasoned.inferred()}
    assert {name.rsplit("/", 1)[1].strip(">") for name in ends.values()} == {"reasoned", "reasoned-schema"}
    before = set(closed(given).lines)
    assert before <= set(reasoned.graph().serialize("nquads").splitlines())
    assert len(reasoned.graph(only=True)) == len(inferred(reasoned))


def test_unknown_rules() -> None:
    """A set of rules that is not there is an error that names those that are."""
    with pytest.raises(QueryError, match="rdfs"):
        closed(":a a :C .", "el")


def test_ontology_is_not_written() -> None:
    """What follows is written without the ontology's own unnamed classes."""
    found = inferred(closed(":a ng:claimant :b .", ontology=True))
    assert triples(":b a ng:Source, ng:Entity .") <= found
    assert not any("_:" in one for one in found)


def test_blank_nodes_have_steady_names() -> None:
    """Blank nodes are named in the order in which they come, so that the same file gives the same bytes."""
    given = "[] a :C . :C rdfs:subClassOf :D ."
    assert closed(given).graph().serialize("nquads") == closed(given).graph().serialize("nquads")
