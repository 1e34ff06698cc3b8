"""What must hold of profiles, of the policy of links, and of the questions that enrich."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.errors import InputError
from newsgraph.ontology.enrichment import enrichments
from newsgraph.ontology.files import folder
from newsgraph.ontology.link_policy import link_policy
from newsgraph.ontology.profiles import EXT, Profile, names, profile
from newsgraph.ontology.turtle import local, read
from newsgraph.ontology.vocabulary import vocabulary

PROFILES = [profile(name) for name in names()]
TERMS = {local(node.iri) for node in read([folder("ontology") / "profiles" / "terms.ttl"])}


def test_names() -> None:
    """Three come with the program."""
    assert names() == ("dbpedia", "geonames", "wikidata")


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
def test_paths(one: Profile) -> None:
    """Each path is a SPARQL property path with the prefixes that the profile declares; its meaning is explained."""
    assert len(one.paths) > 5
    for path in one.paths.values():
        ox.Store().query(f"{one.prologue} SELECT * {{ ?s {path} ?o }}")
    assert set(one.paths) <= TERMS


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
def test_kinds(one: Profile) -> None:
    """Classes elsewhere are held to be classes of ours; countries and cities have some."""
    kinds = {kind for found in one.kinds.values() for kind in found}
    assert {"Country", "City"} <= kinds
    assert all(vocabulary().is_a(kind, "Entity") for kind in kinds)


@pytest.mark.parametrize("name", names())
def test_source_is_named(name: str) -> None:
    """The head of a profile says where its identifiers come from."""
    assert "# Source" in (folder("ontology") / "profiles" / f"{name}.ttl").read_text().split("@prefix")[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<x:p> a ext:Profile .",
        '<x:p> a ext:Profile ; ext:items "x:" ; ext:name "a" , "b" .',
        "no turtle",
    ],
)
def test_malformed(text: str, tmp_path: Path) -> None:
    """A user's file that is no profile is an InputError."""
    (tmp_path / "mine.ttl").write_text(f"@prefix ext: <{EXT}> .\n{text}")
    with pytest.raises(InputError):
        profile(str(tmp_path / "mine.ttl"))


def test_policy() -> None:
    """A name and a class alone are not enough for a person, and fame alone never decides."""
    policy = link_policy()
    name = policy.sign("mainName").weight + policy.sign("sameClass").weight
    assert policy.judgement(name, name) == "doubtful"
    assert policy.sign("onlyPlace").counts_for("City", vocabulary())
    assert not policy.sign("onlyPlace").counts_for("Person", vocabulary())
    assert not policy.sign("onlyBody").counts_for("Ministry", vocabulary())
    assert policy.judgement(policy.sign("larger").weight, 1.0) == "rejected"


@pytest.mark.parametrize("sign", ["placeElsewhere", "officeAtOtherTime", "officeElsewhere", "otherClass"])
def test_contradictions_weigh_more(sign: str) -> None:
    """What contradicts a candidate outweighs its name and its class."""
    policy = link_policy()
    for_it = policy.sign("mainName").weight + policy.sign("sameClass").weight + policy.sign("onlyPlace").weight
    assert policy.judgement(for_it + policy.sign(sign).weight, 1.0) == "rejected"


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
def test_enrichments(one: Profile) -> None:
    """What a source is asked is SPARQL in its own vocabulary; each profile has something to be asked."""
    asked = {
        each.name: each.asked_of(one, ['"President of Arcadia"@en'] if each.by_office else ["<x:item>"])
        for each in enrichments()
    }
    assert any(asked.values())
    for pattern in filter(None, asked.values()):
        ox.Store().query(f"{one.prologue} SELECT * {{ {pattern} }}")


def test_enrichments_ask_in_words() -> None:
    """Every enrichment says in words what it asks, and constructs only words of ext: and labels."""
    assert len({one.question for one in enrichments()}) == len(enrichments()) > 8
    made = {predicate for one in enrichments() for _, predicate, _ in one.template}
    assert all(one.startswith(EXT) or one.endswith("#label") for one in made)
    assert {local(one) for one in made} - {"label"} <= TERMS
