from collections.abc import Callable

import pytest
from rdflib import Graph

from newsgraph.validation import Validation, reasoner, validate

World = Callable[..., Graph]
needs_java = pytest.mark.skipif(
    not reasoner.java_found(),
    reason="HermiT needs Java: install default-jre-headless (apt-get install default-jre-headless)",
)


@needs_java
def test_ontology_is_consistent() -> None:
    """The ontology contradicts itself nowhere, and none of its classes is empty by necessity."""
    assert reasoner.reason(Graph()) == reasoner.Reasoned(consistent=True, empty_classes=())


@needs_java
def test_sound_graph(world: World) -> None:
    """A graph with a fact, a plan, a figure, claims, a day, links and matches agrees with the ontology."""
    assert validate(world()).violations == ()


@needs_java
def test_denied_deployment_typed_as_a_fact(world: World) -> None:
    """A deployment that is told as no fact and is also typed as one makes the ontology inconsistent."""
    denied = ':denied a ng:IrrealisEvent ; ng:eventType ng:TroopDeployment ; rdfs:label "no deployment" .'
    assert reasoner.consistency(world(denied)) == Validation()
    (found,) = reasoner.consistency(world(denied + " :denied a ng:TroopDeployment .")).violations
    assert found.label == "no deployment"
    assert "ng:Event and ng:IrrealisEvent" in found.problem


@needs_java
@pytest.mark.parametrize(
    "extra",
    [
        ":plan ng:status ng:Asserted .",
        ":said ng:factuality ng:CertainNegative .",
        ":topic a ng:Topic . :deployment ng:agent :topic .",
        ":deployment ng:about :said .",
        ":match ng:judgement ng:Rejected .",
        ":link ng:linkFrom :said .",
        ":match ng:matchOf :figure .",
        ":link a ng:Match .",
    ],
)
def test_contradictions(extra: str, world: World) -> None:
    """What the axioms exclude is found: a status for no fact, two values of one kind, fillers of the wrong kind."""
    assert reasoner.consistency(world(extra)).violations


@needs_java
def test_partial_dates(world: World) -> None:
    """Dates that OWL 2 does not know, with or without a time zone, do not stop the reasoner."""
    stamps = '"2030-05-04Z"^^xsd:date, "2030-05-04+02:00"^^xsd:date, "2030-05"^^xsd:gYearMonth, "2030"^^xsd:gYear'
    assert reasoner.consistency(world(f":plan sem:hasTimeStamp {stamps} .")) == Validation()


@needs_java
def test_failure_is_no_verdict(world: World) -> None:
    """Where HermiT cannot read the data, a note says that nothing was judged; no violation is made of it."""
    found = reasoner.consistency(world(':figure ng:unit "x"^^<https://x.org/no-datatype> .'))
    assert found.violations == ()
    assert "NOT checked" in found.notes[0]


def test_without_java(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java the shapes are still checked, and a note says what was not, and what to install."""
    monkeypatch.setenv("PATH", "/nowhere")
    found = validate(world())
    assert found.sound
    assert "NOT checked" in found.notes[0]
    assert "default-jre-headless" in found.notes[0]
