"""How far a negation, a modal or another world reaches, and what a text takes for granted in passing."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]

YES = ("CertainPositive", "Actual")
NO = ("CertainNegative", "Actual")
MAY = ("PossiblePositive", "Actual")


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Rebels did not attack the village or kill the mayor.", "Killing", NO),
        ("Rebels might attack the village or kidnap the mayor.", "Kidnapping", MAY),
        ("Rebels may have attacked the village and kidnapped the mayor.", "Kidnapping", MAY),
        ("Rebels could not attack the village.", "Attack", NO),
        ("Rebels did not attack the village but kidnapped the mayor.", "Kidnapping", YES),
        ("Rebels may attack the village, and police arrested the mayor.", "Arrest", YES),
        ("No soldiers attacked the village or kidnapped the mayor.", "Kidnapping", NO),
        ("Rebels not only attacked the village but kidnapped the mayor.", "Attack", YES),
        ("Rebels no longer attacked the village.", "Attack", NO),
    ],
)
def test_coordination(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """What stands before the first of two verbs holds for the second, unless that one starts anew."""
    assert read(text).state(type) == state


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The minister, who was attacked by rebels in May, made no statement.", "Attack"),
        ("Police want to question a man arrested in Lima.", "Arrest"),
        ("The commission will meet to investigate the killing of a nurse.", "Killing"),
        ("Ministers gathered to denounce the bombing of the hospital.", "Bombing"),
        ("The speech did not stop the riots in Dakar.", "Riot"),
        ("The town was not rebuilt until rebels released the mayor.", "Release"),
        ("Kenya may send aid to villages that rebels attacked.", "Attack"),
    ],
)
def test_taken_for_granted(read: Read, text: str, type: str) -> None:
    """Relative clauses, participles, known events and past clauses of time are sure in every world."""
    assert read(text).state(type) == YES


@pytest.mark.parametrize(
    ("text", "type", "modality"),
    [
        ("The troops will leave as soon as rebels release the mayor.", "Release", "Expected"),
        ("The curfew will last until rebels release the mayor.", "Release", "Expected"),
        ("The army will leave should rebels attack the village.", "Attack", "Conditional"),
        ("Guards let rebels attack the village.", "Attack", "Actual"),
    ],
)
def test_to_come(read: Read, text: str, type: str, modality: str) -> None:
    """A clause of time waits with its main clause; an auxiliary before its subject makes a condition."""
    factuality, world = read(text).state(type)
    assert world == modality
    assert factuality != "CertainPositive"


def test_future_of_both_verbs(read: Read) -> None:
    """What will happen to both is a fact of neither."""
    story = read("The army will attack the village and arrest the mayor.")
    assert story.state("Attack") == story.state("Arrest")
    assert story.state("Arrest")[1] == "Planned"


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Rebels took no hostages.", "Kidnapping", NO),
        ("Police made no arrests in Lima.", "Arrest", NO),
        ("Kenya denied the request for aid by Haiti.", "AidRequest", YES),
        ("The minister had to resign.", "Resignation", YES),
        ("The army was too weak to attack the village.", "Attack", NO),
        ("The council has yet to ban the party.", "Ban", NO),
        ("The envoy secured the release of the nurse.", "Release", YES),
        ("The envoy did not secure the release of the nurse.", "Release", NO),
        ("Kenya must not deploy troops to Haiti.", "TroopDeployment", ("PossibleNegative", "Obligatory")),
        ("Haiti demanded that Kenya not deploy troops.", "TroopDeployment", ("PossibleNegative", "Requested")),
    ],
)
def test_told_by_the_construction(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """Some constructions decide by themselves; what shall not be is not told as what shall be."""
    assert read(text).state(type) == state


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Kenya to deploy troops to Haiti.", "TroopDeployment", ("ProbablePositive", "Planned")),
        ('"Release the nurse," she said.', "Release", ("Underspecified", "Requested")),
        ("Haiti wants the students to be arrested.", "Arrest", ("ProbablePositive", "Planned")),
        ("An attack on the embassy is possible.", "Attack", MAY),
        ("An attack on the embassy seems unlikely.", "Attack", ("ProbableNegative", "Actual")),
        ("Attacking the village would be a mistake.", "Attack", ("ProbablePositive", "Expected")),
        ("There is no reason to evacuate the village.", "Evacuation", ("ProbableNegative", "Obligatory")),
    ],
)
def test_told_by_the_form(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """Headlines that announce, commands, passive infinitives, adjectives of likelihood."""
    assert read(text).state(type) == state


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The army did not take the attack on Goma seriously.", "Attack"),
        ("Haiti asked how rebels attacked Goma.", "Attack"),
        ("Firefighters were called to the explosion in Goma.", "Explosion"),
        ("Lawyers contested the arrest of the mayor.", "Arrest"),
        ("Haiti will not say who attacked Goma.", "Attack"),
    ],
)
def test_known_events(read: Read, text: str, type: str) -> None:
    """A known event stays one in whatever is asked, said or done about it."""
    assert read(text).state(type) == YES


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Kenya vowed to punish those who attack villages.", "Attack"),
        ("Rebels may enter Goma, killing the mayor.", "Killing"),
        ("Haiti asked how rebels lived and whether they had attacked Goma.", "Attack"),
    ],
)
def test_no_facts(read: Read, text: str, type: str) -> None:
    """What holds of all that might be, and what goes along with what may be, is no fact."""
    assert read(text).state(type) != YES


def test_any(read: Read) -> None:
    """What would be any attack is none."""
    assert read("Kenya rejects responsibility for any attack on Goma.").state("Attack") != YES


@pytest.mark.parametrize(
    ("text", "type", "state"),
    [
        ("Iran insisted that the sanctions be lifted.", "SanctionsRelief", ("Underspecified", "Requested")),
        ("Peru insisted that it had lifted the sanctions.", "SanctionsRelief", YES),
    ],
)
def test_what_is_to_be(read: Read, text: str, type: str, state: tuple[str, str]) -> None:
    """The bare form of the verb tells what somebody wants, the past what is said to be so."""
    assert read(text).state(type) == state
