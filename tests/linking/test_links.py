"""Entities found at a real endpoint, by their names and by what the news tells of them."""

import pytest

from linking.news import BASE, news
from newsgraph.compose import keep_links, link, links
from newsgraph.linking import Manners
from newsgraph.model.linking import Linked, Reviewed
from newsgraph.ontology.city_items import item_of
from newsgraph.ontology.knowledge import settlements, territory
from newsgraph.pipeline.links import review
from newsgraph.storage import Graph
from stores.servers import Place
from world import dbpedia, geonames, wikidata
from world.serving import served

QUICK = Manners(rate=10_000, pause=0)


@pytest.fixture(scope="module")
def found(wikidata_server: Place) -> Linked:
    """What is found for the made-up news."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        return link(news(), wikidata_server.query, manners=QUICK)


def known(name: str) -> str:
    """The item that the project's own files have for a country or the largest city of a name."""
    country = next((one.iri for one in territory(name) if one.type == "Country"), None)
    return country or item_of(settlements(name)[0].iri) or ""


def items(found: Linked, judgement: str = "accepted") -> dict[str, list[str]]:
    """The items of each entity, by the last part of its name."""
    said: dict[str, list[str]] = {}
    for one in found.of(judgement):
        said.setdefault(one.sought.iri.removeprefix(BASE), []).append(one.candidate.item.iri)
    return said


@pytest.mark.parametrize("entity", ["Kazakhstan", "Brazil", "Norway", "Almaty", "Oslo"])
def test_places(found: Linked, entity: str) -> None:
    """Countries and cities are found by their names."""
    assert items(found)[entity.lower()] == [known(entity)]


def test_alias(found: Linked) -> None:
    """A body is found by all its names."""
    (one,) = (each for each in found.of("accepted") if each.sought.iri == BASE + "nato")
    assert one.candidate.item.label == "North Atlantic Treaty Organization"
    assert any("NATO" in reason for reason in one.candidate.reasons)


def test_namesakes_by_office_and_country(found: Linked) -> None:
    """Of three of one name, the one with the office of that country is meant, or the one of that nationality."""
    assert items(found)["head"] == [wikidata.person(3)]
    assert items(found)["singer"] == [wikidata.person(4)]


def test_office_at_another_time(found: Linked) -> None:
    """Who held the office at another time only is not accepted."""
    assert "before" not in items(found)
    (one,) = (each for each in found.found if each.sought.iri == BASE + "before")
    assert one.judgement == "rejected"
    assert any("another time" in reason for reason in one.candidate.reasons)


def test_office_then(wikidata_server: Place) -> None:
    """The same person is accepted where the news is of that time."""
    then = link(news(day="2017-05-01"), wikidata_server.query, manners=QUICK)
    assert items(then)["before"] == [wikidata.person(5)]


def test_a_name_alone_is_not_enough_for_a_person(found: Linked) -> None:
    """Two of one name of whom the news says nothing are both doubtful."""
    assert items(found, "doubtful")["baker"] == [wikidata.person(7), wikidata.person(8)]


def test_unknown(found: Linked) -> None:
    """Whom the source does not have is told."""
    assert "Zebulon Farquist" in [one.label for one in found.unknown]


def test_place_elsewhere(wikidata_server: Place) -> None:
    """A city that the news has in another country is not taken for its namesake."""
    wrong = news(':moss a ng:City ; rdfs:label "Almaty" ; ng:locatedIn :brazil .\n')
    assert "moss" not in items(link(wrong, wikidata_server.query, manners=QUICK))


def test_other_kind(wikidata_server: Place) -> None:
    """A person is not taken for a country of the same name."""
    strange = news(':man a ng:Person ; rdfs:label "Kazakhstan" ; ng:nationality :kazakhstan .\n')
    assert "man" not in items(link(strange, wikidata_server.query, manners=QUICK))


def test_what_is_linked_is_left_alone(wikidata_server: Place) -> None:
    """What has an item of the source is looked for only where that is wanted."""
    graph = news(f":kazakhstan skos:exactMatch <{known('Kazakhstan')}> .\n")
    assert "kazakhstan" not in items(link(graph, wikidata_server.query, manners=QUICK))
    assert "kazakhstan" in items(link(graph, wikidata_server.query, again=True, manners=QUICK))


def test_graph(found: Linked) -> None:
    """Accepted links say where they come from and when that was asked; doubtful ones make no skos:exactMatch."""
    asked = links(found).query(
        "SELECT ?item ?day ?from { ?link ng:linkFrom ?e ; ng:linkTo ?item ; ng:judgement ng:Accepted ;"
        " ng:score ?score ; prov:generatedAtTime ?day ; prov:wasDerivedFrom ?from . ?e skos:exactMatch ?item }"
    )
    assert len(asked) == len(found.of("accepted")) > 5
    assert {(str(day)[:10], str(source)) for _, day, source in asked} == {("2023-11-14", found.source.endpoint)}
    doubtful = links(found).query("SELECT ?link { ?link ng:judgement ng:Unsure }")
    assert len(doubtful) == 2


def test_links_are_valid(found: Linked) -> None:
    """Links beside their graph keep to the shapes."""
    from newsgraph.validation import validate

    both = Graph.parse(links(found).serialize("ntriples"))
    assert validate(both.to_rdflib(), reason=False).violations == ()


def test_review_and_feed_back(found: Linked, wikidata_server: Place) -> None:
    """A person's yes makes a doubtful candidate the link, and refuses the others; both are remembered."""
    waiting = review(found, ())
    assert {one.candidate for one in waiting} == {wikidata.person(7), wikidata.person(8)}
    said = [Reviewed(BASE + "baker", "Jonas Weller", wikidata.person(8), "", "positive", judge="Ada")]
    again = link(news(), wikidata_server.query, reviewed=said, manners=QUICK)
    assert items(again)["baker"] == [wikidata.person(8)]
    assert review(again, said) == tuple(said)


def test_rejections_are_remembered(wikidata_server: Place) -> None:
    """What a person has refused is not offered again."""
    said = [
        Reviewed(BASE + "baker", "", wikidata.person(7), "", "negative"),
        Reviewed(BASE + "kazakhstan", "", known("Kazakhstan"), "", "negative"),
    ]
    again = link(news(), wikidata_server.query, reviewed=said, manners=QUICK)
    assert "kazakhstan" not in items(again)
    assert [one.candidate for one in review(again, said) if one.judgement == "?"] == [wikidata.person(8)]


def test_hostile_names(wikidata_server: Place) -> None:
    """Names full of quotes, braces and control characters are names, and nothing else."""
    hostile = r':x a ng:Person ; rdfs:label "A\" } ?s ?p ?o # \\ \n \u0007 é" .'
    found = link(news(hostile + "\n"), wikidata_server.query, manners=QUICK)
    assert "x" not in items(found)
    assert items(found)["brazil"] == [known("Brazil")]


@pytest.mark.parametrize(
    ("profile", "world", "item"),
    [
        ("dbpedia", dbpedia, dbpedia.resource("Kazakhstan", "kz")),
        ("geonames", geonames, geonames.land("kz")),
    ],
)
def test_other_sources(profile: str, world, item: str) -> None:  # type: ignore[no-untyped-def]
    """Each profile that comes with the program finds places in its own vocabulary."""
    with served(world.triples(1_000_000)) as place:
        found = link(news(), place.query, profile, manners=QUICK)
    assert items(found)["kazakhstan"] == [item]
    assert len(items(found)["almaty"]) == 1


def test_office_at_dbpedia() -> None:
    """Offices of DBpedia, which are words, tell namesakes apart too."""
    with served(dbpedia.triples(5_000_000)) as place:
        found = link(news(), place.query, "dbpedia", manners=QUICK)
    assert items(found)["head"] == [dbpedia.resource("Marta Quellin", "person-3")]


def test_own_profile(wikidata_server: Place, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A user's own file is a profile like those of the program."""
    from newsgraph.ontology.files import folder

    own = tmp_path / "mine.ttl"
    own.write_text(
        (folder("ontology") / "profiles" / "wikidata.ttl").read_text().replace("wdt:P31/", "wdt:P31|wdt:P31/")
    )
    assert items(link(news(), wikidata_server.query, str(own), manners=QUICK))["brazil"] == [known("Brazil")]


def test_into_a_store(found: Linked, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A store keeps accepted links as judgements, which it keeps through all changes, beside those of people."""
    from newsgraph.compose import judge, judgements
    from newsgraph.model.archive import Judgement
    from newsgraph.storage import Archive

    Archive.write(tmp_path / "store").close()
    mine = Judgement(BASE + "kazakhstan", known("Kazakhstan"), "unsure", "Ada")
    judge(tmp_path / "store", [mine])
    keep_links(tmp_path / "store", found)
    kept, _ = judgements(tmp_path / "store")
    assert mine in kept
    assert len(kept) == len(found.of("accepted"))
    assert "newsgraph link (Wikidata)" in {one.judge for one in kept}
