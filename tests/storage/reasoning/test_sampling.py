from newsgraph.storage.reasoning.sampling import samples
from storage.reasoning.closing import closed

WORLD = "".join(f":e{n} a ng:Killing ; ng:agent :busy ; ng:place :p{n} . :p{n} a ng:City ." for n in range(9))


def test_busiest_first() -> None:
    """The busiest node is among the chosen, the others are spread, and the choice is the same again."""
    facts = closed(WORLD + ":busy a ng:Person .", ontology=True).facts
    chosen = [node for node, _ in samples(facts, number=6, size=100)]
    assert chosen[0] == "<https://x.org/busy>"
    assert len(set(chosen)) == 6
    assert chosen == [node for node, _ in samples(facts, number=6, size=100)]


def test_bounded() -> None:
    """A sample has no more triples than asked for, those of the node itself first, and only what is told."""
    facts = closed(WORLD + ":busy a ng:Person .", ontology=True).facts
    node, triples = next(samples(facts, number=2, size=12))
    assert len(triples) == 12
    assert triples[0] == (node, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", _ng("Person"))
    assert sum(node in one for one in triples) == 10


def _ng(name: str) -> str:
    return f"<https://w3id.org/newsgraph/ontology#{name}>"
