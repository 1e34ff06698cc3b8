from dataclasses import replace

import pytest

from newsgraph.model.findings import Target, TargetKind
from newsgraph.model.statements import Layer, Run
from newsgraph.ontology.prefixes import DATA, expand
from pipeline.builders import NO, YES, Story, deployment, objects, refused, subjects, told

EVENT = Target(TargetKind.EVENT, 0)


def test_fact() -> None:
    """A promoted event has its own class, its status, its roles and its label among the facts."""
    found = told(deployment(day="2022-01-05"))
    (event,) = subjects(found, "rdf:type", "ng:TroopDeployment")
    assert objects(found, "ng:status", event) == {expand("ng:Reported")}
    assert objects(found, "ng:destination", event) == subjects_values(found, "rdfs:label", "Kazakhstan")
    assert {s.layer for s in found if s.subject == event} == {Layer.FACTS}


def subjects_values(found: list, predicate: str, value: str) -> set[str]:  # type: ignore[type-arg]
    """The subjects that have a value, as strings."""
    return {iri.value for iri in subjects(found, predicate, value)}


def test_irrealis() -> None:
    """What is no fact is an irrealis event of the claims, with its class as a value and without a status."""
    story = deployment()
    story.parts["claims"] = []
    found = told(story.says(EVENT, factuality=NO))
    (event,) = subjects(found, "ng:eventType", "ng:TroopDeployment")
    assert objects(found, "rdf:type", event) == {expand("ng:IrrealisEvent")}
    assert objects(found, "ng:status", event) == set()
    assert {s.layer for s in found if s.subject == event} == {Layer.CLAIMS}


@pytest.mark.parametrize(
    ("day", "kind"),
    [("2022", "gYear"), ("2022-01", "gYearMonth"), ("2022-01-05", "date"), ("2022-01-05T23:00", "dateTime")],
)
def test_time(day: str, kind: str) -> None:
    """A time stamp has the datatype of its precision."""
    (stamp,) = [s.object for s in told(deployment(day=day)) if s.predicate.value.endswith("hasTimeStamp")]
    assert getattr(stamp, "datatype", "") == expand(f"xsd:{kind}")


def test_chain() -> None:
    """The innermost claim is about the event; each outer one is about the inner one, which is embedded in it."""
    story = Story("Troops fled, a soldier told Radio Free, the BBC said.")
    event = story.event("Departure", "fled", agent=story.entity("Troops", "MilitaryPersonnel"))
    speakers = (
        story.entity("a soldier", "Person"),
        story.named("Radio Free", "MediaOrganization"),
        story.named("BBC", "MediaOrganization"),
    )
    found = told(story.says(event, *speakers))
    inner = subjects(found, "ng:about", subjects(found, "rdf:type", "ng:Departure").pop().value).pop()
    middle = subjects(found, "ng:about", inner.value).pop()
    outer = subjects(found, "ng:about", middle.value).pop()
    assert objects(found, "ng:embeddedIn", inner) == {middle.value}
    assert objects(found, "ng:embeddedIn", middle) == {outer.value}
    assert objects(found, "ng:embeddedIn", outer) == set()
    assert objects(found, "ng:claimant", outer) == subjects_values(found, "rdfs:label", "BBC")


def test_own_voice() -> None:
    """The claimant of the article's own voice is its publisher."""
    story = deployment()
    story.parts["claims"] = []
    found = told(story.says(EVENT))
    assert objects(found, "ng:claimant") == subjects_values(found, "rdfs:label", "The Post")


def test_own_voice_without_publisher() -> None:
    """Where no publisher is known, the article itself is the claimant."""
    story = deployment(publisher=None)
    story.parts["claims"] = []
    found = told(story.says(EVENT))
    assert objects(found, "ng:claimant") == subjects_values(found, "rdf:type", "schema:NewsArticle")


def test_publisher_in_the_text() -> None:
    """A publisher that a text speaks of is one node with that organisation."""
    found = told(deployment(publisher="TASS"))
    assert objects(found, "schema:publisher") == objects(found, "ng:claimant")


def test_relation() -> None:
    """A relation that nobody claims is taken for granted by the article: a triple, a node and a claim."""
    story = Story("Almaty is in Kazakhstan.")
    city, country = story.named("Almaty", "City"), story.named("Kazakhstan", "Country")
    story.relation(city, "locatedIn", country)
    found = told(story)
    (almaty,) = subjects(found, "rdfs:label", "Almaty")
    (node,) = subjects(found, "rdf:type", "ng:Relation")
    assert objects(found, "ng:locatedIn", almaty) == subjects_values(found, "rdfs:label", "Kazakhstan")
    assert objects(found, "ng:subject", node) == {almaty.value}
    assert len(subjects(found, "ng:about", node.value)) == 1


def test_denied_relation() -> None:
    """A relation that is denied has its node, and no triple among the facts."""
    story = Story("Almaty is not in China.")
    relation = story.relation(story.named("Almaty", "City"), "locatedIn", story.named("China", "Country"))
    found = told(story.says(relation, factuality=NO))
    assert objects(found, "ng:locatedIn") == set()
    assert objects(found, "ng:predicate") == {expand("ng:locatedIn")}


def test_figure() -> None:
    """A figure has its bounds as numbers; an open one is left out."""
    story = deployment()
    figure = story.figure("Troops", EVENT, "soldiers", 2000, None, approximate=True)
    found = told(story.says(figure))
    assert objects(found, "ng:minimum") == {"2000"}
    assert objects(found, "ng:maximum") == set()
    assert objects(found, "ng:approximate") == {"true"}
    assert objects(found, "ng:figureOf") == subjects_values(found, "rdf:type", "ng:TroopDeployment")


def test_figure_of_no_fact() -> None:
    """A figure of what is no fact belongs to the claims."""
    story = deployment()
    story.parts["claims"] = []
    figure = story.figure("Troops", EVENT, "soldiers", 2000)
    found = told(story.says(EVENT, factuality=NO).says(figure))
    (node,) = subjects(found, "rdf:type", "ng:Figure")
    assert {s.layer for s in found if s.subject == node} == {Layer.CLAIMS}


def test_identity() -> None:
    """An identified entity matches its identifier exactly, and its name does not depend on the article."""
    one, other = told(deployment()), told(deployment("Russia then deployed soldiers to Kazakhstan, TASS said."))
    assert "http://example.org/russia" in objects(one, "skos:exactMatch")
    assert subjects(one, "rdfs:label", "Russia") == subjects(other, "rdfs:label", "Russia")


def test_merged() -> None:
    """A merged node has the name that the earliest article gave it, and keeps the others."""
    early, late = deployment(date="2022-01-01"), deployment(date="2022-01-03", publisher="The Mail")
    (alone,) = subjects(told(early), "rdf:type", "ng:TroopDeployment")
    (other,) = subjects(told(late), "rdf:type", "ng:TroopDeployment")
    found = told(late, early)
    assert subjects(found, "rdf:type", "ng:TroopDeployment") == {alone}
    assert objects(found, "ng:mergedFrom", alone) == {other.value}


def test_contradiction() -> None:
    """Claims that exclude each other say so in both directions."""
    denial = deployment("Russia deployed soldiers to Kazakhstan? TASS said no.", publisher="The Mail")
    denial.parts["claims"] = []
    found = told(deployment(), denial.says(EVENT, factuality=NO))
    pairs = {(s.subject, s.object) for s in found if s.predicate.value.endswith("contradicts")}
    assert len(pairs) == 2
    assert {(b, a) for a, b in pairs} == pairs


def test_without_text() -> None:
    """Without the text the article keeps its hash, and nobody can read the body out of it."""
    found = told(deployment(), text=False)
    assert objects(found, "schema:articleBody") == set()
    assert {len(value) for value in objects(found, "ng:textSha256")} == {64}


def test_extra_keys() -> None:
    """What a sidecar says beyond what is known is kept."""
    found = told(deployment(extra=(("desk", "Asia"),)))
    assert (objects(found, "schema:name"), objects(found, "schema:value")) == ({"desk"}, {"Asia"})


def test_base() -> None:
    """All names of the data stand under the base."""
    found = list(told(deployment(), base="http://example.org/mine/"))
    assert {s.subject.value.startswith("http://example.org/mine/") for s in found} == {True}
    assert not any(getattr(s.object, "value", "").startswith(DATA) for s in found)


def test_no_clock() -> None:
    """The time of the run is written only where it is given."""
    assert objects(told(deployment()), "prov:endedAtTime") == set()
    run = Run("newsgraph", "1.0", "a model", "2024-05-01T10:00:00Z")
    assert objects(told(deployment(), run=run), "prov:endedAtTime") == {"2024-05-01T10:00:00Z"}


def test_role_refused() -> None:
    """A role that the class does not allow is refused with the reason, and the event stands without it."""
    story = Story("A quake hit Kabul for John Doe.")
    story.says(
        story.event("Earthquake", "quake", place=story.named("Kabul", "City"), agent=story.named("John Doe", "Person"))
    )
    assert [r.reason for r in refused(story)] == ["role not allowed: agent of Earthquake"]
    assert len(subjects(told(story), "rdf:type", "ng:Earthquake")) == 1


def test_filler_refused() -> None:
    """A filler whose class the role does not take is refused."""
    story = Story("Prices attacked Kabul.")
    story.says(
        story.event("Attack", "attacked", agent=story.entity("Prices", "Topic"), patient=story.named("Kabul", "City"))
    )
    assert [r.reason for r in refused(story)] == ["filler out of range: agent takes Actor"]


def test_unknown_class() -> None:
    """An entity of an unknown class is refused, and so is what points to it."""
    story = Story("Godzilla attacked Kabul.")
    monster = story.named("Godzilla", "Monster")
    story.says(story.event("Attack", "attacked", agent=monster, patient=story.named("Kabul", "City")), monster)
    reasons = {r.reason for r in refused(story)}
    assert reasons == {"no class of entities: Monster", "filler refused", "claimant refused"}


def test_unclaimed_event() -> None:
    """An event that nobody claims is refused."""
    story = Story("Rain in Kabul.")
    story.event("Storm", "Rain", place=story.named("Kabul", "City"))
    assert [r.reason for r in refused(story)] == ["nobody claims it"]


def test_accepted() -> None:
    """A sound story is refused nothing."""
    assert refused(deployment()) == []
    assert told(deployment()) != []


def test_part_of_an_event() -> None:
    """A fact says which larger fact it is a part of; of what is no fact nothing is a part."""
    for factuality, number in ((YES, 1), (NO, 0)):
        story = Story("Rebels attacked a town. Two died.")
        attack, death = story.event("Attack", "attacked"), story.event("Death", "died")
        story.parts["events"][death.index] = replace(story.parts["events"][death.index], whole=attack.index)
        story.says(attack, factuality=factuality)
        found = told(story.says(death))
        assert sum(s.predicate.value == expand("ng:subEventOf") for s in found) == number
