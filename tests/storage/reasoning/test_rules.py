from pathlib import Path

import rdflib
from rdflib.graph import QuotedGraph

from newsgraph.storage.reasoning.rules import SETS, rules
from newsgraph.storage.reasoning.words import sentences

FOLDER = Path(__file__).parents[3] / "ontology" / "reasoning"
# OWL 2 Profiles, section 4.3, tables 4 to 7 and 9, without what ontology/reasoning/README.md leaves out.
W3C = """
eq-sym eq-trans eq-rep-s eq-rep-p eq-rep-o eq-diff1 eq-diff2 eq-diff3 prp-dom prp-rng prp-fp prp-ifp prp-irp prp-symp
prp-asyp prp-trp prp-spo1 prp-spo2 prp-eqp1 prp-eqp2 prp-pdw prp-adp prp-inv1 prp-inv2 prp-key prp-npa1 prp-npa2
cls-nothing2 cls-int1 cls-int2 cls-uni cls-com cls-svf1 cls-svf2 cls-avf cls-hv1 cls-hv2 cls-maxc1 cls-maxc2
cls-maxqc1 cls-maxqc2 cls-maxqc3 cls-maxqc4 cls-oo cax-sco cax-eqc1 cax-eqc2 cax-dw cax-adc scm-sco scm-eqc1 scm-eqc2
scm-spo scm-eqp1 scm-eqp2 scm-dom1 scm-dom2 scm-rng1 scm-rng2 scm-hv scm-svf1 scm-svf2 scm-avf1 scm-avf2 scm-int
scm-uni dt-diff
""".split()


def test_names() -> None:
    """The set `rl` has the rules of the W3C's tables, by their names."""
    assert {rule.name for rule in rules(frozenset({"rl"}))} == set(W3C)


def test_notation() -> None:
    """The files are N3: another parser finds as many rules in them."""
    implies = rdflib.URIRef("http://www.w3.org/2000/10/swap/log#implies")
    found = 0
    for path in sorted(FOLDER.glob("*.n3")):
        graph = rdflib.Graph().parse(path, format="n3")
        found += sum(isinstance(premise, QuotedGraph) for premise in graph.subjects(implies))
    assert found == len(rules(frozenset(SETS))) > 60


def test_conclusions_are_bound() -> None:
    """No rule concludes anything about what its premises do not name."""
    for rule in rules(frozenset(SETS)):
        known = {name for one in rule.premises for name in one.variables}
        assert {name for one in rule.conclusions for name in one.variables} <= known, rule.name


def test_sentences() -> None:
    """Sentences about axioms name what they are about, or are empty."""
    assert len(sentences()) > 30
    assert all("{s}" in one or "{o}" in one or not one for one in sentences().values())
