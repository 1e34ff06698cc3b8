import pyoxigraph as ox
import pytest

from newsgraph.errors import QueryError, UnknownError
from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.rules import rules as shortcuts
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.closure import closure, of_store
from newsgraph.storage.reasoning.rules import TYPE, rules
from newsgraph.storage.store import QuadStore
from storage.reasoning.cases import CASES
from storage.reasoning.closing import HEAD, closed, inferred, triples

RL = rules(frozenset({"rl"}))
SHORTCUTS = {expand(f"ng:{term.name}") for term in vocabulary().terms.values() if term.shortcut}
FACT = """
:raid a ng:TroopDeployment ; rdfs:label "Arcadia sends soldiers" ; ng:agent :arcadia ; ng:destination :elis .
:arcadia a ng:Country ; rdfs:label "Arcadia" . :elis a ng:Country ; rdfs:label "Elis" ; skos:altLabel "Eleia" .
"""


@pytest.mark.parametrize("name", sorted({rule.name for rule in RL if rule.conclusions}))
def test_every_rule_is_given_as_a_reason(name: str) -> None:
    """What a rule concludes is proved, down to what is told, and one of the proofs names the rule."""
    given, expected = CASES[name]
    reasoned = closed(given)
    proofs = [reasoned.prove(tuple(one.split(" ", 2))) for one in triples(expected) if "_:" not in one]  # type: ignore[arg-type]
    assert proofs
    assert name in {proof.rule.name for proof in proofs if proof.rule}


def test_shortest_first() -> None:
    """Of two ways to a conclusion the one with fewer levels is told, whatever order the graph is in."""
    long = ":C rdfs:subClassOf :D . :D rdfs:subClassOf :E . :a a :C . "
    proof = closed(long + ":p rdfs:domain :E . :a :p 1 .").prove(("<https://x.org/a>", TYPE, "<https://x.org/E>"))
    assert proof.rule is not None
    assert proof.rule.name == "prp-dom"
    assert proof.size == 1


def test_deep() -> None:
    """A conclusion of conclusions is explained down to what the graph says."""
    told = closed(":p rdfs:subPropertyOf :q . :q rdfs:domain :C . :C rdfs:subClassOf :D . :a :p 1 .")
    text = told.explain("<https://x.org/a> a <https://x.org/D>")
    assert "the graph says so" in text
    assert "by cax-sco" in text or "by prp-dom" in text
    assert text.splitlines()[0].startswith("<https://x.org/a> is of the class <https://x.org/D> (by ")


def test_circles() -> None:
    """Rules that lead back to what is asked prove nothing by it, and do not run for ever."""
    proof = closed(":p owl:inverseOf :q . :q owl:inverseOf :p . :p a owl:SymmetricProperty . :a :p :b .").prove(
        ("<https://x.org/a>", "<https://x.org/q>", "<https://x.org/b>")
    )
    assert proof.size == 2


def test_shortcut_is_explained() -> None:
    """What newsgraph inferred when it built a graph is explained by the fact behind it, in words."""
    inferred_ = "GRAPH <https://w3id.org/newsgraph/data/graph/inferred> { :arcadia ng:deploysTroopsTo :elis }"
    told = closed(FACT + inferred_, "rl", "news", ontology=True, again=True)
    text = told.explain('"Arcadia" ng:deploysTroopsTo "Eleia"')
    assert text.splitlines()[0].startswith('"Arcadia" ng:deploysTroopsTo "Elis" (by shortcut: ')
    assert '"Arcadia sends soldiers" ng:agent "Arcadia" (the graph says so)' in text
    assert "the ontology says so" in text


def test_shortcuts_are_the_same() -> None:
    """The rules here conclude what those of ontology/rules do that keep a store up to date."""
    turtle = FACT + ":clash a ng:Meeting ; ng:agent :arcadia, :elis ; ng:place :elis ."
    store = QuadStore()
    store.store.load(input=HEAD + turtle, format=ox.RdfFormat.TRIG)
    incremental = {str(one) for one in closure(of_store(store.store, shortcuts()), shortcuts())}
    full = inferred(closed(turtle, "rl", "news", ontology=True))
    assert {one for one in incremental if "eventType" not in one} <= full
    ours = {one for one in full if _shortcut(one)}
    assert ours == {one for one in incremental if _shortcut(one)}


def test_hostile_text_stays_text() -> None:
    """Labels are shown between quotes and cut to a readable length."""
    told = closed(f':C rdfs:subClassOf :D . :a a :C ; rdfs:label "{"long " * 100}" .')
    assert len(told.explain("<https://x.org/a> a <https://x.org/D>").splitlines()[0]) < 300


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ("<https://x.org/a> a <https://x.org/X>", UnknownError, "nor follows"),
        ("<https://x.org/a> a", QueryError, "2 terms"),
        ('"Nowhere" a ng:Country', UnknownError, "label of nothing"),
        ("Arcadia a ng:Country", QueryError, "in quotes"),
        ('"twins" a ng:Country', QueryError, "2 things"),
    ],
)
def test_what_cannot_be_explained(asked: str, error: type[Exception], says: str) -> None:
    """A triple that does not hold or is not understood is an error that says what to write."""
    with pytest.raises(error, match=says):
        closed(FACT + ':t a :C ; rdfs:label "twins" . :u rdfs:label "twins" .').explain(asked)


def _shortcut(triple: str) -> bool:
    """Whether a triple is one of those that facts make between the fillers of their roles."""
    return triple.split(" ")[1].strip("<>") in SHORTCUTS
