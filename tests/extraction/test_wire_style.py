"""Turns of phrase that wire copy is full of, and that parsers or bare words alone would get wrong."""

from collections.abc import Callable

import pytest

from extraction.story import YES, Story
from newsgraph.extraction.repair import without_dateline

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type", "agent"),
    [
        ("The president on Monday dismissed the army chief.", "Dismissal", "president"),
        ("Police on Thursday arrested 20 protesters in Minsk.", "Arrest", "police"),
    ],
)
def test_day_before_the_verb(read: Read, text: str, type: str, agent: str) -> None:
    """A weekday between subject and verb parts neither from the other."""
    assert read(text).who(type, "agent") == {agent}


@pytest.mark.parametrize(
    ("text", "type", "speaker"),
    [
        ("An earthquake hit near Lima on Monday, the national institute said.", "Earthquake", "national institute"),
        (
            "Police had detained at least 40 people, the Norland Rights Observatory, a private group, said.",
            "Detention",
            "Norland Rights Observatory",
        ),
        ("Twelve villagers were killed in Sagaing, the magazine reported.", "Killing", "magazine"),
        ("Police arrested 35 demonstrators, the newspaper El Faro reported.", "Arrest", "El Faro"),
        ("Up to 900 people lost their homes, the Red Cross estimates.", "Displacement", "Red Cross"),
    ],
)
def test_report_behind_a_comma(read: Read, text: str, type: str, speaker: str) -> None:
    """Who reports behind a comma is the speaker, whatever the words around are."""
    assert read(text).voices(type) == [(speaker, *YES)]


def test_past_tense_goes_with_the_finite_verb(read: Read) -> None:
    """A past tense behind an infinitive belongs to the verb above the infinitive."""
    found = read("The ministry said it had banned two politicians from entering the country and expelled a diplomat.")
    assert found.who("ExpulsionOfEnvoys", "agent") == {"ministry"}


def test_speech_goes_with_speech(read: Read) -> None:
    """A predicate of speech behind a perfect is the speaker's, not a part of what is said."""
    found = read("Observers said the vote had been calm but criticised the state broadcaster.")
    assert found.who("Criticism", "agent") == {"observers"}


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("The guards foiled a coup attempt.", "Coup", "Attempted"),
        ("The mayor survived an assassination attempt.", "Killing", "Attempted"),
        ("The kingdom pledged 20 million dollars.", "AidProvision", "Planned"),
    ],
)
def test_unreal_by_the_word_alone(read: Read, text: str, type: str, state: str) -> None:
    """Some words tell by themselves that an event was only tried or promised."""
    ((_, _, modality),) = read(text).voices(type)
    assert modality == state


@pytest.mark.parametrize(
    "text",
    ["The rebels attacked nobody.", "The rebels attacked no one.", "The strike killed no civilians."],
)
def test_done_to_nobody(read: Read, text: str) -> None:
    """What is done to nobody is denied."""
    (state,) = {
        claim[0][1] for type in ("Attack", "Killing") if type in read(text).types for claim in read(text).claims(type)
    }
    assert state == "CertainNegative"


def test_will_of_the_speaker_is_a_plan(read: Read) -> None:
    """What the agent says that it will do is planned; what others foresee is expected."""
    assert read("The army said it would attack Goma.").state("Attack")[1] == "Planned"
    assert read("The army predicts that rebels will attack Goma.").state("Attack")[1] == "Expected"


def test_said_in_a_statement(read: Read) -> None:
    """What a ministry says in a statement is the ministry's."""
    found = read("The information ministry said in a statement that troops had attacked a patrol.")
    assert found.voices("Attack") == [("information ministry", *YES)]


def test_quotation_goes_on(read: Read) -> None:
    """A second quoted sentence of a paragraph has the speaker of the first."""
    found = read('"We are safe," the nurse said. "Gunmen attacked the clinic."')
    assert found.voices("Attack") == [("nurse", *YES)]


def test_paragraph_ends_a_sentence(read: Read) -> None:
    """What one paragraph tells is not said by the speaker of the next."""
    found = read(
        "Rebels attacked Goma on Monday in the worst fighting for years.\nThe mayor, a doctor, said schools were shut."
    )
    assert found.voices("Attack") == [(None, *YES)]


@pytest.mark.parametrize(
    ("text", "type", "label"),
    [
        ("Dockers went on strike in Antwerp.", "Strike", "Dockers go on strike in Antwerp"),
        ("Protesters set the residence on fire.", "Arson", "Protesters set residence on fire"),
        ("Two men were shot dead by gunmen in Karachi.", "Killing", "Gunmen shoot two men dead in Karachi"),
        ("Police took two suspects into custody.", "Arrest", "Police take two suspects into custody"),
        ("Riots broke out in Lagos.", "Riot", "Riots in Lagos"),
        ("Kenya sent troops to Haiti because of the riots.", "TroopDeployment", "Kenya sends troops to Haiti"),
    ],
)
def test_label_reads_as_english(read: Read, text: str, type: str, label: str) -> None:
    """A label is a short sentence or phrase in the text's own words, without causes."""
    assert read(text).label(type) == label


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The strike ended in Lithuania, a Baltic country of 2.8 million.", ("Population", 2800000, 2800000, False)),
        ("Lagos, home to more than 15 million people, was flooded.", ("Population", 15000000, None, False)),
        ("A total of 225 people died.", ("Deaths", 225, 225, False)),
        ("Vesta Motors bought Norland Steel for 2.1 billion euros.", ("Amount", 2100000000, 2100000000, False)),
        ("The ministry put the death toll at 12.", ("Deaths", 12, 12, False)),
    ],
)
def test_numbers_in_their_places(read: Read, text: str, figure: tuple[str, float, float | None, bool]) -> None:
    """A number counts what its phrase says, wherever it stands."""
    assert figure in read(text).figures


def test_currency_is_no_body_count(read: Read) -> None:
    """A sum of money behind "the dead" counts no dead."""
    assert not any(f[0] == "Deaths" for f in read("He promised the families of the dead 200,000 rupees each.").figures)


@pytest.mark.parametrize("line", ["Brussels (dpw) - ", "Tel Aviv (AP) -- "])
def test_dateline_with_an_agency(line: str) -> None:
    """A dateline may have its city in small letters where an agency follows."""
    assert without_dateline(line + "Miners struck.") == " " * len(line) + "Miners struck."
