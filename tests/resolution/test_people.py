from itertools import permutations

import pytest

from newsgraph.ontology.knowledge import settlements
from newsgraph.resolution.people import Choice, PersonCard, Verdict, choose, judge, person_card
from pipeline.builders import Story

ALWAYS = ("has", "desc", "owner", "name")
KENYA, RUSSIA, PERU = (f"http://example.org/{name}" for name in ("kenya", "russia", "peru"))


def card(name: str, *offices: tuple[str, str, str], also: str = "", states: str = "", **more: str) -> PersonCard:
    """A person in a story with offices (title, owner, its class), other names in `also` and countries in `states`."""
    words = (name, *more.values(), *(word for office in offices for word in office[:2]), also, states)
    story = Story(", ".join(filter(None, words)))
    person = story.named(name, "Person")
    for title, owner, kind in offices:
        office = story.entity(title, "Office")
        story.relation(person, more.get("predicate", "holdsOffice"), office)
        if owner:
            story.relation(office, "officeOf", story.named(owner, kind, known=identifier(owner, kind)))
    for other in filter(None, also.split(", ")):
        story.named(other, "City")
    for state in filter(None, states.split(", ")):
        story.named(state, "Country", known=identifier(state, "Country"))
    return seen(story)


def identifier(name: str, kind: str) -> str | None:
    """Countries have identifiers."""
    return f"http://example.org/{name.lower()}" if kind == "Country" else None


def seen(story: Story, index: int = 0) -> PersonCard:
    """The card of a row of a story."""
    found = story.findings
    return person_card(found, index, {n: entity.known for n, entity in enumerate(found.entities)})


def home(one: PersonCard, *members: PersonCard) -> tuple[frozenset[str], frozenset[str]]:
    """What a card and a cluster of others share, and what else is told of the cluster."""
    keys = frozenset().union(*(member.keys for member in members))
    kinds = {*ALWAYS, *(key.partition(":")[0] for key in one.keys)}
    return one.keys & keys, frozenset(key for key in keys if key.partition(":")[0] in kinds)


def verdict(one: PersonCard, *members: PersonCard) -> Verdict | None:
    """The verdict on a card and a cluster."""
    return judge(one, *home(one, *members)) if one.block == members[0].block else None


def same(one: PersonCard, other: PersonCard) -> bool | None:
    """Whether two cards are of one person, None where they are of two; it must not matter which came first."""
    answers = {found and found.same for found in (verdict(one, other), verdict(other, one))}
    assert len(answers) == 1
    return answers.pop()


MAYOR = ("mayor", "Ulm", "City")
MINISTER = ("finance minister", "Kenya", "Country")
PRESIDENT = ("president", "Kenya", "Country")


def test_same_office() -> None:
    """One full name and one office of one state is one person."""
    found = verdict(card("Jane Roe", PRESIDENT), card("Jane Roe", PRESIDENT))
    assert found is not None
    assert found.same
    assert found.reasons[0] == "same full name 'jane roe'"


def test_former_office() -> None:
    """Who held an office is who holds it in another story."""
    assert same(card("Jane Roe", PRESIDENT), card("Jane Roe", PRESIDENT, predicate="heldOffice"))


def test_namesakes() -> None:
    """A minister and a footballer of one name are two, also where both stories name one country."""
    story = Story("Jane Roe plays for Ulm FC in Kenya.")
    player, club = story.named("Jane Roe", "Person"), story.named("Ulm FC", "SportsTeam")
    story.named("Kenya", "Country", known=KENYA)
    story.relation(player, "affiliatedWith", club)
    assert same(card("Jane Roe", MINISTER), seen(story)) is None


def test_one_office_of_two_cities() -> None:
    """Mayors of two cities are two; where something else agrees, somebody must judge, where much does, they are one."""
    other = ("mayor", "Bath", "City")
    assert same(card("Jane Roe", MAYOR, states="Peru"), card("Jane Roe", other, states="Peru")) is None
    assert same(card("Jane Roe", MAYOR, also="York"), card("Jane Roe", other, also="York")) is False
    assert same(card("Jane Roe", MAYOR, also="York, Hull"), card("Jane Roe", other, also="York, Hull"))


def test_unidentified_owner() -> None:
    """A city that one story does not identify may be the city of that name elsewhere, and no other."""

    def mayor(city: str, known: str | None) -> PersonCard:
        story = Story(f"Jane Roe, mayor of {city}.")
        office = story.entity("mayor", "Office")
        story.relation(story.named("Jane Roe", "Person"), "holdsOffice", office)
        story.relation(office, "officeOf", story.named(city, "City", known=known))
        return seen(story, 1)

    brno = mayor("Brno", settlements("Brno")[0].iri)
    assert same(brno, mayor("Brno", None))
    assert same(brno, mayor("Ulm", None)) is None


def test_change_of_office() -> None:
    """Who changes from one office of a state to another, of a body that has the state in its name, stays one."""
    story = Story("Ivan Petrov, deputy chair of the Security Council of Russia.")
    person, office = story.named("Ivan Petrov", "Person"), story.entity("deputy chair", "Office")
    story.relation(person, "holdsOffice", office)
    story.relation(office, "officeOf", story.named("Security Council of Russia", "GovernmentBody"))
    story.named("Russia", "Country", known=RUSSIA)
    before = card("Ivan Petrov", ("prime minister", "Russia", "Country"))
    assert same(seen(story), before)


def test_undescribed() -> None:
    """One full name of which nothing is told is one person where the stories share a name, else two."""
    one, other = card("Jane Roe", also="Ulm, York"), card("Jane Roe", also="Ulm, Bath")
    assert same(one, other)
    assert same(one, card("Jane Roe", also="Bath")) is None


def test_other_spelling() -> None:
    """A spelling of a full name needs a common description or two common names."""
    one, other = "Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev"
    assert same(card(one, PRESIDENT), card(other, PRESIDENT))
    assert same(card(one, also="Ulm, York"), card(other, also="Ulm, York"))
    assert same(card(one, also="Ulm"), card(other, also="Ulm")) is False
    assert same(card(one), card(other)) is None


def test_surname_described() -> None:
    """A surname is the person of that name who has the same office of the same state."""
    found = verdict(card("Roe", PRESIDENT), card("Jane Roe", PRESIDENT))
    assert found is not None
    assert found.same
    assert same(card("Roe", PRESIDENT), card("Jane Roe", ("president", "Peru", "Country"))) is None


def test_surname_undescribed() -> None:
    """A surname alone needs two common names, one of which may be a country; with one, somebody must judge."""
    assert same(card("Roe", also="Ulm, York"), card("Jane Roe", also="Ulm, York"))
    assert same(card("Roe", also="Ulm", states="Peru"), card("Jane Roe", also="Ulm", states="Peru"))
    assert same(card("Roe", also="Ulm"), card("Jane Roe", also="Ulm")) is False
    assert same(card("Roe", states="Peru"), card("Jane Roe", states="Peru")) is None


@pytest.mark.parametrize("other", ["John Roe", "Jane Roe Jr", "Jana Roe"])
def test_family(other: str) -> None:
    """Whoever has the surname and another first name is another person, whatever the stories share."""
    one = card("Jane Roe", PRESIDENT, also="Ulm, York, Bath")
    assert same(one, card(other, PRESIDENT, also="Ulm, York, Bath")) is None


def test_first_names() -> None:
    """Ivan is never Igor."""
    office = ("prime minister", "Russia", "Country")
    assert same(card("Ivan Petrov", office, also="Omsk, Tula"), card("Igor Petrov", office, also="Omsk, Tula")) is None


def test_initials() -> None:
    """A cluster that has taken one middle initial takes no other, even through a name without any."""
    george, elder = card("George Bush", PRESIDENT), card("George H. W. Bush", PRESIDENT)
    younger = card("George W. Bush", PRESIDENT)
    assert same(younger, george)
    assert same(younger, elder) is None
    assert verdict(elder, george, younger) is None


def test_short_form() -> None:
    """A full name without its first words counts like a surname."""
    assert same(card("Suu Kyi", PRESIDENT), card("Aung San Suu Kyi", PRESIDENT))
    assert same(card("Suu Kyi"), card("Aung San Suu Kyi")) is None


def test_state_bodies() -> None:
    """Spokespersons of a ministry are one only where the stories are about one country."""

    def spokeswoman(state: str) -> PersonCard:
        story = Story(f"Jane Roe speaks for the Interior Ministry of {state}.")
        story.relation(
            story.named("Jane Roe", "Person"), "spokespersonFor", story.named("Interior Ministry", "Ministry")
        )
        story.named(state, "Country", known=identifier(state, "Country"))
        return seen(story)

    found = verdict(spokeswoman("Peru"), spokeswoman("Peru"))
    assert found is not None
    assert (found.same, found.score) == (True, 0.95)
    assert same(spokeswoman("Peru"), spokeswoman("Kenya")) is None


def test_origin() -> None:
    """Where somebody is from does not describe them, but two origins tell them apart."""

    def citizen(state: str, also: str) -> PersonCard:
        story = Story(f"Jane Roe of {state}, {also}.")
        state_row = story.named(state, "Country", known=identifier(state, "Country"))
        story.named(also, "City")
        story.relation(story.named("Jane Roe", "Person"), "nationality", state_row)
        return seen(story, 2)

    assert "has:description" not in citizen("Peru", "Ulm").keys
    assert same(citizen("Peru", "Ulm"), citizen("Peru", "Bath"))
    assert same(citizen("Peru", "Ulm"), citizen("Kenya", "Ulm")) is False
    assert same(citizen("Kenya", "Ulm"), card("Jane Roe", PRESIDENT))


def test_unnamed_owner() -> None:
    """An office of "the country" is one whose owner the story does not tell; "a party" tells nothing."""
    story = Story("Jane Roe, mayor of the city, of a party.")
    person, office = story.named("Jane Roe", "Person"), story.entity("mayor", "Office")
    story.relation(person, "holdsOffice", office)
    story.relation(office, "officeOf", story.entity("city", "City"))
    story.relation(person, "memberOf", story.entity("party", "PoliticalParty"))
    assert {key for key in seen(story).keys if key.startswith(("desc:", "owner:"))} == {"desc:mayor|"}
    assert same(seen(story), card("Jane Roe", MAYOR))


def test_company() -> None:
    """Countries and international bodies are told from other names; agencies, surnames and phrases are no names."""
    story = Story("Jane Roe, John Smith, Doe, Reuters, UN, Peru, Ulm, some soldiers.")
    story.named("Jane Roe", "Person")
    for name, kind in (
        ("John Smith", "Person"), ("Doe", "Person"), ("Reuters", "NewsAgency"), ("UN", "InternationalOrganization"),
        ("Ulm", "City"),
    ):  # fmt: skip
        story.named(name, kind)
    story.named("Peru", "Country", known=PERU)
    story.entity("some soldiers", "Group")
    found = {key for key in seen(story).keys if key.startswith(("with:", "near:"))}
    assert found == {"with:yuhn smit", "with:ulm", "near:un", f"near:{PERU}"}


def test_card() -> None:
    """A card has the keys of its names and descriptions, and its traits."""
    story = Story("Kassym-Jomart Tokayev, president of Kenya.")
    person = story.named("Kassym-Jomart Tokayev", "Person", alt_labels=("Tokayev",))
    office = story.entity("president", "Office")
    story.relation(person, "holdsOffice", office)
    story.relation(office, "officeOf", story.named("Kenya", "Country", known=KENYA))
    assert seen(story) == PersonCard(
        "tukaev",
        frozenset(
            {
                "name:kassym jomart tokayev", "skel:kasim tukaev", "surname:tokayev", f"desc:president|{KENYA}",
                f"owner:{KENYA}", f"near:{KENYA}", "has:full", "has:description",
            }
        ),
    )  # fmt: skip


def test_reasons() -> None:
    """A verdict says in words what the two have in common; a country goes by its name."""
    known = "http://www.wikidata.org/entity/Q232"

    def president(name: str) -> PersonCard:
        story = Story(f"{name}, president of Kazakhstan, in Ulm.")
        office = story.entity("president", "Office")
        story.relation(story.named(name, "Person"), "holdsOffice", office)
        story.relation(office, "officeOf", story.named("Kazakhstan", "Country", known=known))
        story.named("Ulm", "City")
        return seen(story, 1)

    found = verdict(president("Tokayev"), president("Kassym-Jomart Tokayev"))
    assert found is not None
    assert found.reasons == (
        "same surname 'tokayev'",
        "both are described by 'president of Kazakhstan'",
        "the stories share 1 other name",
        "the stories share 1 country or body",
    )


def chosen(one: PersonCard, *clusters: PersonCard) -> Choice:
    """What is chosen among clusters of one card each; the same must come out whatever their numbers are."""
    found = set()
    for numbers in permutations(range(len(clusters))):
        choice = choose(one, {number: home(one, clusters[place]) for number, place in enumerate(numbers)})
        place = None if choice.home is None else numbers[choice.home]
        found.add((place, choice.verdict, frozenset((numbers[number], why) for number, why in choice.doubtful)))
    assert len(found) == 1
    place, why, doubtful = found.pop()
    return Choice(place, why, tuple(sorted(doubtful, key=lambda one: one[0])))


def test_one_candidate() -> None:
    """The only candidate that fits is chosen."""
    one = card("Jane Roe", also="Ulm")
    choice = chosen(one, card("John Roe", also="Ulm"), card("Jane Roe", also="Ulm"))
    assert (choice.home, choice.doubtful) == (1, ())


def test_two_candidates() -> None:
    """A surname that two bear who fit equally well is nobody's, and both are given as doubtful."""
    one = card("Roe", also="Ulm, York")
    choice = chosen(one, card("Jane Roe", also="Ulm, York"), card("John Roe", also="Ulm, York"))
    assert (choice.home, choice.verdict) == (None, None)
    assert [(number, why.same) for number, why in choice.doubtful] == [(0, False), (1, False)]


def test_better_candidate() -> None:
    """Who fits clearly better is chosen; who might fit as well is given as doubtful."""
    one = card("Jane Roe", MAYOR, also="York")
    choice = chosen(one, card("Jane Roe", also="York"), card("Jane Roe", MAYOR))
    assert choice.home == 1
    assert choice.verdict is not None
    assert [number for number, _ in choice.doubtful] == [0]


def test_no_candidate() -> None:
    """Where nobody fits, nobody is chosen; a doubt is not enough."""
    one = card("Roe", also="Ulm")
    assert chosen(one, card("Jane Roe", also="Bath")) == Choice(None, None)
    choice = chosen(one, card("Jane Roe", also="Ulm"))
    assert choice.home is None
    assert [why.same for _, why in choice.doubtful] == [False]
