"""What parsers hang on the wrong noun in news, and what of it decides who, where, when and how many."""

from collections.abc import Callable

import pytest

from extraction.story import NO, YES, Story

Read = Callable[..., Story]


def test_magnitude_is_no_subject(read: Read) -> None:
    """The number of a magnitude strikes nobody."""
    assert read("An earthquake of magnitude 6.8 struck southern Peru on Monday.").types == ["Earthquake"]


def test_persons_are_who(read: Read) -> None:
    """A clause with "who" behind a place tells what persons do."""
    found = read("The bus drivers of the Peruvian capital, Lima, who went on strike on Wednesday, returned on Friday.")
    assert found.day("Strike") == "2024-03-13"
    assert found.who("Strike", "agent") == {"bus drivers of the Peruvian capital"}


def test_deaths_in_an_event_behind_its_place(read: Read) -> None:
    """In which people died is the bombing, not the station; it was when they died."""
    found = read("Police arrested a woman over the bombing of a bus station in which three people died last Monday.")
    assert found.who("Death", "cause") == {"Bombing"}
    assert found.day("Bombing") == "2024-03-11"


def test_what_is_bought_is_no_recipient(read: Read) -> None:
    """A name behind its description is bought, where nothing else is."""
    found = read("Vesta Motors has bought the battery firm Lumacell for 90 million euros.")
    assert found.who("Acquisition", "patient") == {"Lumacell"}


def test_toll_of_an_accident(read: Read) -> None:
    """The toll "from" an accident is one of its deaths."""
    found = read("Divers found four more bodies, bringing the death toll from Sunday's ferry accident to 12.")
    assert found.who("Death", "cause") == {"Accident"}
    assert ("Deaths", 12, 12, False) in found.figures


def test_number_of_the_killed(read: Read) -> None:
    """What "the number of people killed" has risen to counts the deaths."""
    found = read("The number of people killed in Tuesday's earthquake in Badghis has risen to 12, the agency said.")
    assert found.figured == {("Deaths", "Killing", 12, 12)}


def test_apposition_of_an_object(read: Read) -> None:
    """What describes a visited town in passing is that town."""
    found = read("The president visited Caraveli, the Peruvian town hit by an earthquake on Monday.")
    assert found.who("Earthquake", "place") == {"Caraveli"}
    names, told = found.findings.entities, found.findings.relations
    inside = {(names[r.subject].label, names[r.object].label) for r in told if r.predicate == "locatedIn"}
    assert inside == {("Caraveli", "Peru")}


def test_verb_behind_an_aside(read: Read) -> None:
    """A name, an aside and a past tense are subject and verb of a sentence."""
    found = read("The River Front, a rebel group in South Sudan, denied that its fighters had kidnapped a surveyor.")
    assert found.voices("Kidnapping") == [("River Front", *NO)]


def test_speaker_behind_a_place(read: Read) -> None:
    """A speaker behind the name of a town is no other name of the town."""
    found = read("Vesta Motors has closed a plant and laid off workers in Gyor, the firm's director, Ana Kiss, said.")
    assert found.voices("Layoff") == [("Ana Kiss", *YES)]


def test_speaker_of_one_name(read: Read) -> None:
    """A name with an aside before the verb of speech is the speaker, and no object of the clause before it."""
    found = read("Divers found a body, bringing the toll of the dead to 12, Makame, the police chief, told reporters.")
    assert found.figure_voices("Deaths") == [[("Makame", *YES)]]


@pytest.mark.parametrize(
    ("text", "type", "day", "place"),
    [
        ("A gas explosion destroyed a house in Porto on Tuesday.", "Explosion", "2024-03-12", {"Porto"}),
        ("A tornado killed three people in Kansas on Monday.", "Storm", "2024-03-11", {"Kansas"}),
        (
            "Gunmen opened fire on worshippers leaving a church in Garissa on Sunday.",
            "Shooting",
            "2024-03-10",
            {"Garissa"},
        ),
        ("A bomb exploded at a bus station in Quetta on Monday.", "Bombing", "2024-03-11", {"bus station", "Quetta"}),
    ],
)
def test_scene_of_an_event(read: Read, text: str, type: str, day: str, place: set[str]) -> None:
    """An event is when and where it does its harm, and where those are whom it meets."""
    found = read(text)
    assert found.day(type) == day
    assert found.who(type, "place") == place


def test_deeds_in_a_row(read: Read) -> None:
    """What a subject did next in the same breath was on the same day."""
    assert read("Siti Wulandari arrived in Fiji on Monday and met Jone Vakatawa.").day("Meeting") == "2024-03-11"


def test_day_of_what_came_after(read: Read) -> None:
    """What an event followed was not on its day."""
    found = read("The governor declared a state of emergency on Thursday after the tornado that killed three people.")
    assert found.day("EmergencyDeclaration") == "2024-03-14"
    assert found.day("Storm") is None


def test_search_for_survivors(read: Read) -> None:
    """A disaster is a fact though the search for its survivors ends; a day makes no other verb of "called off"."""
    found = read("The government on Wednesday called off the search for survivors of Sunday's ferry disaster.")
    assert found.types == ["Disaster"]
    assert found.state("Disaster") == YES


def test_march_is_no_month(read: Read) -> None:
    """A march is a demonstration; the month is none."""
    assert (
        read("He praised officers for their work at Saturday's march in Belgrade.").day("Demonstration") == "2024-03-09"
    )
    assert read("Elections were held in March in Kenya.").types == ["Election"]


def test_no_circles(read: Read) -> None:
    """What a name is committed to behind a comma is read to its end, and nobody said it."""
    found = read(
        "Anna is a founder of Bright Minds, a society committed to helping schools in the north; a football coach; and "
        "a member of the board of the old theatre, a charity committed to growing the arts in Port-Louis."
    )
    assert "Anna" in {entity.label for entity in found.findings.entities}
