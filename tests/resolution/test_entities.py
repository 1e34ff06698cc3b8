from pipeline.builders import Story, links
from pipeline.worlds import Outcome


def clusters(found: Outcome) -> list[int]:
    """The sizes of the clusters of entities, largest first."""
    return sorted((len(cluster.members) for cluster in found.entities), reverse=True)


def test_identifier() -> None:
    """Two entities with one identifier are one, whatever they are called."""
    one, other = Story("Kazakhstan waits."), Story("The republic waits.")
    one.named("Kazakhstan", "Country", known="http://example.org/kz")
    other.named("The republic", "Country", known="http://example.org/kz")
    assert clusters(links(one, other)) == [2]


def test_two_identifiers() -> None:
    """Two entities of one name with different identifiers are two."""
    one, other = Story("Georgia votes."), Story("Georgia waits.")
    one.named("Georgia", "Country", known="http://example.org/country")
    other.named("Georgia", "Region", known="http://example.org/state")
    assert clusters(links(one, other)) == [1, 1]


def test_acronym() -> None:
    """An acronym here is the organisation that has it as another name there."""
    one, other = Story("NATO met."), Story("The North Atlantic Treaty Organization met.")
    one.named("NATO", "MilitaryAlliance")
    other.named("North Atlantic Treaty Organization", "MilitaryAlliance", alt_labels=("NATO",))
    assert clusters(links(one, other)) == [2]


def test_classes() -> None:
    """One name of two classes that exclude each other is two entities."""
    one, other = Story("Paris won."), Story("Paris slept.")
    one.named("Paris", "City")
    other.named("Paris", "SportsTeam")
    assert clusters(links(one, other)) == [1, 1]


def test_phrases() -> None:
    """What has no name is never merged across documents."""
    one, other = Story("Eight soldiers fell."), Story("Eight soldiers fell again.")
    one.entity("Eight soldiers", "MilitaryPersonnel")
    other.entity("Eight soldiers", "MilitaryPersonnel")
    assert clusters(links(one, other)) == [1, 1]


def test_within_one_story() -> None:
    """What one text tells apart is nothing elsewhere by its name alone: nobody knows which of the two others mean."""
    one, other = Story("Springfield is not Springfield."), Story("Springfield is fine.")
    one.named("Springfield", "City")
    one.named("Springfield", "City")
    other.named("Springfield", "City")
    assert clusters(links(one, other)) == [1, 1, 1]


def ministry(country: str, when: str = "") -> Story:
    """A story about a ministry of a country."""
    story = Story(f"{country}: the Interior Ministry spoke {when}.")
    story.named(country, "Country", known=f"http://example.org/{country}")
    story.named("Interior Ministry", "Ministry")
    return story


def test_state_bodies() -> None:
    """Ministries of one name are one only where the stories are about one country."""
    assert clusters(links(ministry("Peru"), ministry("Chile"))) == [1, 1, 1, 1]
    assert clusters(links(ministry("Peru"), ministry("Peru", "again"))) == [2, 2]


def mayor(city: str, text: str) -> Story:
    """A story about the mayor Jane Roe of a city."""
    story = Story(text)
    jane, office = story.named("Jane Roe", "Person"), story.entity("mayor", "Office")
    story.relation(jane, "holdsOffice", office)
    story.relation(office, "officeOf", story.named(city, "City"))
    return story


def test_person() -> None:
    """A person of one name and one office in two stories is one person."""
    one, other = mayor("Ulm", "Jane Roe, mayor of Ulm, left."), mayor("Ulm", "Jane Roe, mayor of Ulm, came back.")
    assert clusters(links(one, other)) == [2, 2, 2]


def test_namesakes() -> None:
    """Persons of one name with different offices, in stories that share nothing else, are two."""
    one, other = mayor("Ulm", "Jane Roe, mayor of Ulm, left."), mayor("Bath", "Jane Roe, mayor of Bath, left.")
    assert clusters(links(one, other)) == [1] * 6


def test_surname() -> None:
    """A surname is the person of that name in another story where both stories share two more names."""
    one, other = Story("Jane Roe of Ulm met Acme."), Story("Roe left Ulm and Acme.")
    one.named("Jane Roe", "Person")
    other.named("Roe", "Person")
    for story in (one, other):
        story.named("Ulm", "City")
        story.named("Acme", "Company")
    assert clusters(links(one, other)) == [2, 2, 2]
