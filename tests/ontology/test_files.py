"""What must hold of the files in ontology/ as they stand."""

import re
from pathlib import Path

import pytest

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.ontology.terms import OWL, Kind, Term
from newsgraph.ontology.turtle import NG, RDF_TYPE, RDFS, local, read
from newsgraph.ontology.vocabulary import vocabulary

WORDS = vocabulary()
NODES = {node.iri: node for node in read(folder("ontology").glob("*.ttl"))}
TREE = """
Agreement: Ceasefire PeaceAgreement
Consultation: Meeting Visit Negotiation Summit PhoneCall
Support: Endorsement Recognition Apology
Concession: Release SanctionsRelief
Cooperation:
AidProvision:
Retreat: TroopWithdrawal
Request: AidRequest Demand Appeal
Accusation: Condemnation Criticism
Rejection: Denial Refusal Veto
Threat: Warning
Protest: Demonstration Strike Riot
Sanction:
Mobilization: TroopDeployment
Coercion: Arrest Detention Expulsion Repression Ban EmergencyDeclaration Curfew
Assault: Attack Killing Kidnapping MilitaryIntervention MilitaryOperation Occupation Coup Destruction
Attack: Bombing Shooting Storming Arson Looting Beating
LifeEvent: Birth Death Injury Marriage
Death: Killing
OfficeEvent: Appointment Dismissal Resignation Election ElectionVictory PowerTransfer
JusticeEvent: Investigation Trial Conviction Sentence Lawsuit
Disaster: Earthquake Flood Storm Fire Accident Epidemic
EconomicEvent: PriceIncrease PriceDecrease Acquisition Bankruptcy Layoff Investment Payment
Communication: Statement Announcement Declaration
Movement: Travel Arrival Departure Evacuation Displacement
Organization: GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup PoliticalParty
Organization: InternationalOrganization MilitaryAlliance Company MediaOrganization NewsAgency NGO University SportsTeam
Place: Country City Region Facility BodyOfWater
Product: Vehicle Weapon
Entity: Person Organization Group Place Office Product Law Topic
"""
EDGES = [(line.split(":")[0], below) for line in TREE.strip().splitlines() for below in line.split(":")[1].split()]


@pytest.mark.parametrize(("above", "below"), EDGES)
def test_tree(above: str, below: str) -> None:
    """The promised classes stand where they were promised."""
    assert WORDS.is_a(below, above)


@pytest.mark.parametrize("root", ["Cooperation", "AidProvision", "Sanction"])
def test_roots(root: str) -> None:
    """Roots without promised children are events too."""
    assert WORDS.is_a(root, "Event")


def test_documented() -> None:
    """Every term has a label and one line that says what it means."""
    assert [
        name for name, term in WORDS.terms.items() if not term.label or not re.fullmatch(r".+\.", term.comment)
    ] == []


def _names(term: Term) -> set[str]:
    named = (term.domain, term.range, term.inverse, *term.roles, *(term.shortcut.events if term.shortcut else ()))
    return {name for name in named if name} - {"decimal", "boolean", "string", "NewsArticle"}


def test_names_only_declared_terms() -> None:
    """Domains, ranges, inverses, roles and shortcuts are terms of the ontology, datatypes, or schema.org's articles."""
    assert [term.name for term in WORDS.terms.values() if not _names(term) <= WORDS.terms.keys()] == []


def test_no_undeclared_terms() -> None:
    """Whatever the files say of a term of ours, the term is declared as something."""
    assert {local(iri) for iri in NODES if iri.startswith(NG)} == WORDS.terms.keys()


def test_kinds_of_properties_are_apart() -> None:
    """No property is of two kinds: OWL 2 DL does not allow it."""
    kinds = {OWL + kind.value for kind in (Kind.OBJECT_PROPERTY, Kind.DATA_PROPERTY, Kind.ANNOTATION_PROPERTY)}
    assert [node.iri for node in NODES.values() if len(kinds & set(node.all(RDF_TYPE))) > 1] == []


def test_transitive_properties_stay_simple() -> None:
    """A transitive property, or one above it, is not functional: OWL 2 DL does not allow it."""
    composite = {
        above for name, term in WORDS.terms.items() if "Transitive" in term.traits for above in WORDS.superclasses(name)
    }
    assert not [
        name for name in composite if {"Functional", "Asymmetric", "Irreflexive"} & set(WORDS.terms[name].traits)
    ]


@pytest.mark.parametrize(("name", "values"), [("Factuality", Factuality), ("Modality", Modality)])
def test_values_of_claims(name: str, values: type[Factuality] | type[Modality]) -> None:
    """The individuals are those that the program knows."""
    assert WORDS.subclasses(name) - {name} == {value.value for value in values}


def test_judgements() -> None:
    """A link or a match is accepted, unsure or rejected."""
    assert WORDS.subclasses("Judgement") - {"Judgement"} == {"Accepted", "Unsure", "Rejected"}


@pytest.mark.parametrize(
    ("name", "domain", "range_"),
    [
        ("linkFrom", "Link", "Entity"),
        ("linkTo", "Link", None),
        ("left", "Match", None),
        ("right", "Match", None),
        ("copyOf", "NewsArticle", "NewsArticle"),
        ("contradicts", "Claim", "Claim"),
        ("mergedFrom", None, None),
        ("subEventOf", "Eventuality", "Eventuality"),
        ("sameEventAs", "Eventuality", "Eventuality"),
        ("fulfils", "Event", "IrrealisEvent"),
    ],
)
def test_between_stories(name: str, domain: str | None, range_: str | None) -> None:
    """What ties stories together goes between these; names that may stand for no node are of no class."""
    assert WORDS.terms[name].kind is Kind.OBJECT_PROPERTY
    assert (WORDS.domain(name), WORDS.range(name)) == (domain, range_)


def test_plover_types() -> None:
    """All 16 event types of PLOVER stand for classes, and no class for two."""
    codes = {name: node.all(NG + "ploverCode") for name, node in NODES.items()}
    assert len({code for own in codes.values() for code in own}) == 16
    assert all(len(own) < 2 for own in codes.values())


def test_cameo_roots() -> None:
    """Every root category of CAMEO is covered."""
    codes = {code for node in NODES.values() for code in node.all(NG + "cameoCode")}
    assert {f"{number:02}" for number in range(1, 21)} <= codes


@pytest.mark.parametrize("path", sorted(folder("ontology").rglob("*.ttl")), ids=lambda path: path.name)
def test_prefixes_agree(path: Path) -> None:
    """A prefix stands for the same IRI in every file as in the program."""
    declared = re.findall(r"^@prefix\s+(\w+):\s+<([^>]+)>", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert declared
    assert [(p, iri) for p, iri in declared if PREFIXES.get(p, iri) != iri] == []


def test_alignment_adds() -> None:
    """An alignment adds to a term what its own file does not say."""
    assert PREFIXES["sem"] + "Event" in NODES[NG + "Event"].all(RDFS + "subClassOf")
