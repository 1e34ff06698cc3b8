import pytest
from rdflib import Graph

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.validation import reasoner
from newsgraph.validation.hermit import Verdict, judge
from newsgraph.validation.samples import Sample, check
from newsgraph.validation.world import ontology

needs_java = pytest.mark.skipif(
    not reasoner.java_found(),
    reason="HermiT needs Java: install default-jre-headless (apt-get install default-jre-headless)",
)
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()) + "@prefix : <https://x.org/> .\n"


def sample(turtle: str, about: str = "<https://x.org/a>") -> Sample:
    """A sample that is written as Turtle."""
    return Sample(about, Graph().parse(data=HEAD + turtle, format="turtle").serialize(format="nt"))


SOUND = sample(":a a ng:Killing ; ng:agent :b ; ng:place :k . :b a ng:Person . :k a ng:City .")


@needs_java
def test_sound() -> None:
    """Samples that agree with the ontology, all judged together."""
    checked = check([SOUND, sample(":c a ng:Country .", "<https://x.org/c>")])
    assert (checked.judged, checked.findings, checked.notes) == (2, (), ())


@needs_java
def test_contradiction_is_cut_down() -> None:
    """A contradiction is told by the few facts and axioms that make it, and by the sample it stands in."""
    wrong = sample(
        ":p a ng:IrrealisEvent ; ng:status ng:Asserted ; ng:agent :b . :b a ng:Person .", "<https://x.org/p>"
    )
    checked = check([SOUND, wrong])
    (found,) = checked.findings
    assert found.about == "<https://x.org/p>"
    assert len(found.facts) == 2
    assert any("status" in one for one in found.facts)
    assert len(found.axioms) == 1
    assert "maxCardinality" in found.axioms[0]


@needs_java
def test_axioms_of_the_graph() -> None:
    """Axioms that stand in the graph itself are judged with the ontology's, and named where they are to blame."""
    axioms = Graph().parse(data=HEAD + ":Odd a owl:Class ; owl:disjointWith ng:Killing .", format="turtle")
    checked = check(
        [sample(":a a ng:Killing, :Odd .")], axioms.serialize(format="nt"), suspects=frozenset({"<x:none>"})
    )
    (found,) = checked.findings
    assert len(found.facts) == 2
    assert [one.split(" ")[1] for one in found.axioms] == [f"<{PREFIXES['owl']}disjointWith>"]


@needs_java
def test_empty_class() -> None:
    """A class that nothing can be of is named."""
    axioms = Graph().parse(
        data=HEAD + ":Both a owl:Class ; rdfs:subClassOf ng:Event, ng:IrrealisEvent .", format="turtle"
    )
    checked = check([], axioms.serialize(format="nt"))
    assert ["https://x.org/Both" in one.problem for one in checked.findings] == [True]


@needs_java
def test_time_limit() -> None:
    """What takes too long is said to, and is no verdict."""
    late = judge(ontology(), seconds=0.01)
    assert late.verdict is Verdict.LATE
    assert "0.01 seconds" in late.reason


def test_without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java nothing is judged, and a note says what to install."""
    monkeypatch.setenv("PATH", "/nowhere")
    checked = check([SOUND])
    assert checked.judged == 0
    assert "default-jre-headless" in checked.notes[0]
