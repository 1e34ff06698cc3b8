"""How real an event is told to be in the view of whoever tells it."""

from collections.abc import Callable

import pytest

from extraction.story import ASKED, LIKELY, MAY, NO, TRIED, YES, Story, unmet

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Police arrested a student.", "Arrest", YES),
        ("Police did not arrest a student.", "Arrest", NO),
        ("Police never arrested the student.", "Arrest", NO),
        ("No student was arrested.", "Arrest", NO),
        ("No arrests were made.", "Arrest", NO),
        ("Nobody was arrested in Bern.", "Arrest", NO),
        ("Nobody was killed in Bern.", "Killing", NO),
        ("There was no attack on the embassy.", "Attack", NO),
        ("Police left without arresting a student.", "Arrest", NO),
        ("Instead of arresting a student, police left.", "Arrest", NO),
        ("The attack on the embassy did not take place.", "Attack", NO),
        ("It is not true that police arrested a student.", "Arrest", NO),
    ],
)
def test_negation(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """Negation in any of its forms makes an event certain not to have happened."""
    assert read(text).state(type) == state


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Police arrested a student but did not kidnap her.", {"Arrest": YES, "Kidnapping": NO}),
        ("Police did not arrest the student who attacked the embassy.", {"Arrest": NO, "Attack": YES}),
        ("Police did not arrest the student because she was injured.", {"Arrest": NO, "Injury": YES}),
        ("The army did not intervene after rebels attacked Goma.", {"Attack": YES}),
        (
            "The minister, who was not injured, condemned the attack.",
            {"Injury": NO, "Condemnation": YES, "Attack": YES},
        ),
        ("Police neither arrested nor kidnapped the student.", {"Arrest": NO, "Kidnapping": NO}),
        ("Rebels attacked Goma, but nobody was killed.", {"Attack": YES, "Killing": NO}),
        ("Kenya did not condemn the attack.", {"Condemnation": NO, "Attack": YES}),
        ("Kenya may send troops to Haiti because gangs attacked a prison.", {"TroopDeployment": MAY, "Attack": YES}),
    ],
)
def test_scope(read: Read, text: str, states: dict[str, tuple[str, str]]) -> None:
    """A negation or a modal reaches its own clause and complement, not what is presupposed or told beside it."""
    found = read(text)
    assert {type: found.state(type) for type in states} == states


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Kenya may have deployed troops to Haiti.", "TroopDeployment", MAY),
        ("Kenya might deploy troops to Haiti.", "TroopDeployment", MAY),
        ("Perhaps Kenya deployed troops to Haiti.", "TroopDeployment", MAY),
        ("Kenya probably deployed troops to Haiti.", "TroopDeployment", LIKELY),
        ("Kenya apparently deployed troops to Haiti.", "TroopDeployment", LIKELY),
        ("It is possible that Kenya deployed troops to Haiti.", "TroopDeployment", MAY),
        ("Kenya is unlikely to deploy troops to Haiti.", "TroopDeployment", ("ProbableNegative", "Actual")),
        ("Kenya may not have deployed troops to Haiti.", "TroopDeployment", ("PossibleNegative", "Actual")),
        ("Police managed to arrest the gunman.", "Arrest", YES),
        ("Police succeeded in arresting the gunman.", "Arrest", YES),
        ("Police did not manage to arrest the gunman.", "Arrest", NO),
        ("Police failed to arrest the gunman.", "Arrest", NO),
        ("Police did not fail to arrest the gunman.", "Arrest", YES),
        ("Police refused to arrest the gunman.", "Arrest", NO),
        ("Rebels forced the army to withdraw its troops from Goma.", "TroopWithdrawal", YES),
        ("The protest in Lima was cancelled.", "Protest", NO),
        ("Police prevented a protest in Lima.", "Protest", NO),
        ("The minister was forced to resign.", "Resignation", YES),
        ("The minister has not ruled out resigning.", "Resignation", MAY),
        ("Kenya called off the deployment of troops to Haiti.", "TroopDeployment", NO),
        ("Police are looking for gunmen who killed a nurse.", "Killing", YES),
        ("Police prevented the gunman from attacking the school.", "Attack", NO),
        ("Turkey stopped shelling the town.", "Bombing", YES),
        ("The mayor regretted that police beat a prisoner.", "Beating", YES),
        ("The mayor did not know that police had beaten a prisoner.", "Beating", YES),
        ("Bolivia condemned the killing of a nurse.", "Killing", YES),
        ("Soldiers nearly killed a nurse.", "Killing", NO),
        ("An attack on the embassy was foiled.", "Attack", NO),
        ("It is unclear whether rebels attacked Goma.", "Attack", ("Underspecified", "Actual")),
        ("Did rebels attack Goma?", "Attack", ("Underspecified", "Actual")),
        ("Why did rebels attack Goma?", "Attack", YES),
        ("Kenya pretended to send troops to Haiti.", "TroopDeployment", ("ProbableNegative", "Actual")),
    ],
)
def test_degrees(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """Modals, adverbs, implicative and factive verbs and questions say how sure it is that something happened."""
    assert read(text).state(type) == state


@pytest.mark.parametrize(
    ("text", "type", "modality"),
    [
        ("Rebels tried to attack Goma.", "Attack", "Attempted"),
        ("An attempt to kidnap the bishop alarmed Abuja.", "Kidnapping", "Attempted"),
        ("The attempted kidnapping of the bishop alarmed Abuja.", "Kidnapping", "Attempted"),
        ("Kenya plans to deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya's plan to deploy troops to Haiti drew criticism.", "TroopDeployment", "Planned"),
        ("Kenya decided to deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya is ready to deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya threatened to deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya promised to deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya offered to deploy troops to Haiti.", "TroopDeployment", "Offered"),
        ("Haiti asked Kenya to deploy troops.", "TroopDeployment", "Requested"),
        ("Haiti demanded the withdrawal of Kenyan troops.", "TroopWithdrawal", "Requested"),
        ("Haiti urged that Kenya withdraw its troops.", "TroopWithdrawal", "Requested"),
        ("Haiti's call for Kenya to withdraw its troops went unheard.", "TroopWithdrawal", "Requested"),
        ("The judge ordered the police to release the student.", "Release", "Requested"),
        ("Kenya will deploy troops to Haiti.", "TroopDeployment", "Planned"),
        ("Kenya is going to deploy troops to Haiti.", "TroopDeployment", "Expected"),
        ("Kenya is expected to deploy troops to Haiti.", "TroopDeployment", "Expected"),
        ("Kenya is to deploy troops to Haiti next week.", "TroopDeployment", "Expected"),
        ("Kenya must withdraw its troops from Haiti.", "TroopWithdrawal", "Obligatory"),
        ("Kenya should withdraw its troops from Haiti.", "TroopWithdrawal", "Obligatory"),
        ("Kenya has to withdraw its troops from Haiti.", "TroopWithdrawal", "Obligatory"),
        ("If rebels attack Goma, the army will leave.", "Attack", "Conditional"),
        ("The army will leave unless rebels release the bishop.", "Release", "Conditional"),
        unmet(
            "In the event of an attack, the embassy will close.",
            "Attack",
            "Conditional",
            why="the preposition of four words is not seen",
        ),
        ("Police met the mayor in order to arrest him.", "Arrest", "Planned"),
        ("Soldiers crossed the river to attack the village.", "Attack", "Planned"),
        ("Kenya postponed the deployment of troops to Haiti.", "TroopDeployment", "Planned"),
    ],
)
def test_worlds(read: Read, text: str, type: str, modality: str) -> None:
    """What is tried, planned, asked for, offered, expected, due or conditional is told of another world."""
    assert read(text).state(type)[1] == modality


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Haiti asked Kenya to deploy troops.", "TroopDeployment", ASKED),
        ("Rebels tried to attack Goma.", "Attack", TRIED),
        ("Kenya did not try to attack Goma.", "Attack", ("Underspecified", "Attempted")),
    ],
)
def test_open_outcomes(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """A request and an attempt leave open whether it happened."""
    assert read(text).state(type) == state


@pytest.mark.xfail(strict=True, reason="whoever would have asked is taken for a speaker")
def test_contrary_to_fact(read: Read) -> None:
    """What would have happened did not, and nobody is quoted on it."""
    (voice,) = read("Kenya would have sent troops to Haiti if Haiti had asked.").voices("TroopDeployment")
    assert voice[0] is None
    assert voice[1:] == ("ProbableNegative", "Conditional")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Haiti asked Kenya to deploy troops.", "Request"),
        ("Haiti demanded that Kenya withdraw its troops.", "Demand"),
        ("Kenya threatened to attack Goma.", "Threat"),
        ("Activists accused the police of beating a prisoner.", "Accusation"),
        ("Kenya denied that it had attacked Goma.", "Denial"),
        ("Kenya refused to release the bishop.", "Refusal"),
    ],
)
def test_acts_of_speech_are_events(read: Read, text: str, type: str) -> None:
    """Asking, threatening, accusing and denying happen, whatever becomes of what they are about."""
    assert read(text).state(type) == YES


def test_infinitive_behind_a_noun(read: Read) -> None:
    """What somebody is called on to do is not done."""
    assert read("The minister rejected calls to resign.").state("Resignation")[1] != "Actual"


def test_dated_after_the_story(read: Read) -> None:
    """What a story of today puts into next month is expected, however plainly it is told."""
    found = read("The trial of the general begins in September.", date="2022-05-16")
    assert found.state("Trial")[1] == "Expected"
