"""Stories are built by hand, so that what extraction reads plays no part but where a test gives it as `known`."""

from collections.abc import Iterable

import pytest

from newsgraph.model.findings import Entity, Findings, Mention, MentionKind, Relation
from newsgraph.model.links import ExternalLink
from newsgraph.model.text import Document, Span
from newsgraph.ontology import knowledge
from newsgraph.resolution.candidates import candidates
from newsgraph.resolution.identifiers import external_links

COUNTRY, STATE = knowledge.by_code("ge"), knowledge.by_code("us-ga")
assert COUNTRY is not None
assert STATE is not None


def entity(name: str, type: str, *, known: str | None = None, named: bool = True, also: Iterable[str] = ()) -> Entity:
    """A thing that a text names once."""
    mention = Mention(Span(0, len(name)), Span(0, len(name)), MentionKind.NAME)
    return Entity(name, type, (mention,), tuple(also), known, named)


def links(*entities: Entity, inside: tuple[int, int] | None = None, sure: float = 1.0) -> tuple[ExternalLink, ...]:
    """The links of a story that names some things; `inside` puts one of them into another."""
    told = (Relation(inside[0], "locatedIn", inside[1], Span(0, 1), confidence=sure),) if inside else ()
    return external_links(Document("A story."), Findings(entities, relations=told))


def accepted(found: Iterable[ExternalLink], row: int = 0) -> list[str]:
    """What is accepted for a row."""
    return [link.target for link in found if link.entity == row and link.judgement == "accepted"]


def country(name: str) -> str:
    """The identifier of the first territory of a name."""
    return knowledge.territory(name)[0].iri


def city(name: str, where: str) -> str:
    """The identifier of the largest city of a name in a country."""
    return next(c.iri for c in knowledge.settlements(name) if c.country == where)


def test_one_of_that_name() -> None:
    """A name that only one thing in the files bears is accepted, with its score and its reasons in words."""
    (link,) = links(entity("Kazakhstan", "Country", known=country("Kazakhstan")))
    assert (link.target, link.score, link.judgement) == (country("Kazakhstan"), 1.0, "accepted")
    assert link.reasons[0] == "'Kazakhstan' is its main name"
    assert "nothing else in the files bears that name" in link.reasons


def test_georgia_alone() -> None:
    """Where nothing tells which Georgia is meant, none is accepted."""
    found = links(entity("Georgia", "Country", known=COUNTRY.iri))
    assert [(link.target, link.judgement) for link in found] == [(COUNTRY.iri, "unsure")]


@pytest.mark.parametrize(
    ("beside", "type", "meant"),
    [("Tbilisi", "City", COUNTRY.iri), ("Atlanta", "City", STATE.iri), ("Armenia", "Country", COUNTRY.iri)],
)
def test_georgia_beside(beside: str, type: str, meant: str) -> None:
    """What a story names beside Georgia tells the country from the state, whichever extraction took it for."""
    other = entity(beside, type, known=country(beside) if type == "Country" else None)
    assert accepted(links(entity("Georgia", "Country", known=COUNTRY.iri), other)) == [meant]


def test_niger_is_not_nigeria() -> None:
    """Niger and Nigeria, also in one story, have each their own identifier."""
    found = links(entity("Niger", "Country"), entity("Nigeria", "Country"))
    assert accepted(found, 0) == [country("Niger")]
    assert accepted(found, 1) == [country("Nigeria")]
    assert country("Niger") != country("Nigeria")


def test_paris() -> None:
    """Paris is the city that is far larger than the others, by both of its identifiers."""
    found = links(entity("Paris", "City", known=city("Paris", "fr")))
    geonames, item = accepted(found)
    assert geonames == city("Paris", "fr")
    assert item.startswith("http://www.wikidata.org/entity/Q")
    assert any(reason.endswith("times as large as the next of that name") for reason in found[0].reasons)


def test_paris_in_texas() -> None:
    """Paris that the story puts into Texas is the town there."""
    found = links(entity("Paris", "City"), entity("Texas", "Region"), inside=(0, 1))
    assert accepted(found)[0] == city("Paris", "us")
    assert "the story puts it into Texas, where it lies" in found[0].reasons


def test_what_the_files_put_somewhere_says_nothing() -> None:
    """A relation that extraction took from the files is no evidence for a candidate."""
    sure, inferred = (
        links(entity("Paris", "City"), entity("Texas", "Region"), inside=(0, 1), sure=s) for s in (1, 0.6)
    )
    assert any("puts it into" in reason for link in sure for reason in link.reasons)
    assert not any("puts it into" in reason for link in inferred for reason in link.reasons)


@pytest.mark.parametrize(("beside", "type", "where"), [("Britain", "Country", "gb"), ("Ontario", "Region", "ca")])
def test_london(beside: str, type: str, where: str) -> None:
    """London is the capital, but the city in Ontario where extraction read so and the story is set there."""
    known = city("London", where)
    assert accepted(links(entity("London", "City", known=known), entity(beside, type)))[0] == known


def test_london_alone() -> None:
    """London is the capital where nothing is said."""
    assert accepted(links(entity("London", "City")))[0] == city("London", "gb")


def test_two_of_one_name() -> None:
    """Of two cities of one name and like size both are kept, and neither is accepted."""
    found = links(entity("Newcastle", "City"))
    assert {link.judgement for link in found} == {"unsure"}
    assert {city("Newcastle", "au"), city("Newcastle", "za")} <= {link.target for link in found}


@pytest.mark.parametrize(("capital", "code"), [("Kinshasa", "cd"), ("Brazzaville", "cg")])
def test_congo(capital: str, code: str) -> None:
    """Congo may be short for either state; the story's own places decide."""
    place = knowledge.by_code(code)
    assert place is not None
    assert accepted(links(entity("Congo", "Country"))) == []
    assert accepted(links(entity("Congo", "Country"), entity(capital, "City"))) == [place.iri]


def test_guinea() -> None:
    """A main name is no short form of a longer one: Guinea is not Equatorial Guinea."""
    assert accepted(links(entity("Guinea", "Country"))) == [country("Guinea")]


def test_victoria() -> None:
    """A state with a name that large cities bear is accepted only beside a place near it."""
    state = country("Victoria")
    assert accepted(links(entity("Victoria", "Region", known=state))) == []
    assert accepted(links(entity("Victoria", "Region", known=state), entity("Melbourne", "City"))) == [state]


@pytest.mark.parametrize("type", ["Person", "SportsTeam", "BodyOfWater", "Facility"])
def test_no_place(type: str) -> None:
    """A person, a team, a river called Jordan is no country."""
    assert candidates(entity("Jordan", "Country")) != ()
    assert links(entity("Jordan", type)) == ()


def test_phrase() -> None:
    """What has no name has no identifier."""
    assert links(entity("France", "Country", named=False)) == ()


def test_group_of_states() -> None:
    """A group of states is known by its acronym, written as one, where a source gives an identifier."""
    (link,) = links(entity("EU", "InternationalOrganization"))
    assert link.reasons[0] == "'EU' is its acronym"
    assert links(entity("Eu", "InternationalOrganization")) == ()
    assert links(entity("OPEC", "InternationalOrganization")) == ()


def test_county() -> None:
    """Of the counties of one name that one is meant in whose state something else lies."""
    assert accepted(links(entity("Orange County", "Region"))) == []
    (found,) = accepted(links(entity("Orange County", "Region"), entity("California", "Region")))
    assert found.startswith("http://www.wikidata.org/entity/Q")


def test_small_town_far_away() -> None:
    """A small town is accepted only in a story that names something near it."""
    assert accepted(links(entity("Grimsby", "City"))) == []
    assert accepted(links(entity("Grimsby", "City"), entity("England", "Region")))[0] == city("Grimsby", "gb")


def test_order() -> None:
    """The order of a story's things does not change what they are."""
    things = [entity("Georgia", "Country"), entity("Atlanta", "City"), entity("Paris", "City")]
    one, other = links(*things), links(*reversed(things))
    assert {(things[x.entity].label, x.target, x.score) for x in one} == {
        (things[2 - x.entity].label, x.target, x.score) for x in other
    }
