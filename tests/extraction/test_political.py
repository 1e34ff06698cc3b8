"""What political and diplomatic news says: talks and deals, promises and demands, aid, sanctions, refusals."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type", "role", "filler"),
    [
        ("Norway has promised to rebuild the bridge.", "Promise", "agent", "Norway"),
        ("Kenya offered to host the talks.", "Offer", "agent", "Kenya"),
        ("The government accepted the demands of the miners.", "Compliance", "agent", "government"),
        ("Kenya complied with the request of Peru.", "Cooperation", "agent", "Kenya"),
        ("Commandos eliminated three attackers.", "Killing", "patient", "three attackers"),
        ("Peru returned 40 paintings to Ecuador.", "Restitution", "recipient", "Ecuador"),
        ("Peru extradited the banker to Chile.", "Extradition", "recipient", "Chile"),
        ("Chad and Niger shared intelligence on the smugglers.", "Exchange", "agent", "Chad"),
        ("Ghana granted asylum to three journalists.", "Asylum", "agent", "Ghana"),
        ("Two dancers sought asylum in Canada.", "AsylumRequest", "recipient", "Canada"),
        ("The junta allowed observers to enter the port.", "Permission", "agent", "junta"),
        ("The chancellor defended the reform.", "Support", "agent", "chancellor"),
        ("Tunisia severed ties with Qatar.", "TiesCut", "recipient", "Qatar"),
        ("On Monday the minister cancelled a visit to Poland.", "TiesCut", "agent", "minister"),
        ("Denmark suspended aid to Mali.", "AidCut", "recipient", "Mali"),
        ("Chad expelled two French diplomats.", "ExpulsionOfEnvoys", "patient", "two French diplomats"),
        ("Uganda sent 300 peacekeepers to Somalia.", "PeacekeepingDeployment", "agent", "Uganda"),
        ("The ministry declined to comment.", "NoComment", "agent", "ministry"),
        ("The king expressed condolences to Peru.", "Condolence", "recipient", "Peru"),
        ("A rebel group claimed responsibility for the raid.", "ResponsibilityClaim", "agent", "rebel group"),
        ("Mali violated the truce.", "CeasefireViolation", "agent", "Mali"),
        ("Mali violated the arms embargo.", "Violation", "agent", "Mali"),
        ("Finland gave the rebels an ultimatum.", "Threat", "agent", "Finland"),
        ("The court rejected the request.", "Rejection", "agent", "court"),
        ("The prime minister rejected accusations of fraud.", "Denial", "agent", "prime minister"),
        ("Forty rebels surrendered to the army.", "Surrender", "recipient", "army"),
        ("Miners began a hunger strike.", "HungerStrike", "agent", "miners"),
    ],
)
def test_deeds(read: Read, text: str, type: str, role: str, filler: str) -> None:
    """The event is told, and whoever takes part stands in the role."""
    assert filler in read(text).who(type, role)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The rules allow shops to open late.", "Permission"),
        ("The army defended the town.", "Support"),
        ("She returned to Lima.", "Restitution"),
        ("The firm offered no discount last year.", "Extradition"),
        ("The doctor declined the invitation.", "NoComment"),
        ("He broke his leg.", "TiesCut"),
        ("The president cut short a visit to Poland.", "TiesCut"),
        ("The farmer shared the harvest.", "Exchange"),
        ("Cuba restored diplomatic relations with Panama.", "Restitution"),
        ("The ministry received three reports.", "Meeting"),
        ("The king welcomed the deal.", "Meeting"),
        ("Troops remained on alert.", "Warning"),
        ("The officers seized power.", "Seizure"),
        ("The group claimed that rivals had attacked the camp.", "ResponsibilityClaim"),
        ("The river settlement has 300 inhabitants.", "Agreement"),
    ],
)
def test_other_senses(read: Read, text: str, type: str) -> None:
    """The same words mean something else here."""
    assert type not in read(text).types


def test_considering_is_no_plan(read: Read) -> None:
    """What is only thought about is possible at most."""
    assert read("Japan is considering sending medicine to Nepal.").state("AidProvision") == (
        "PossiblePositive",
        "Planned",
    )


def test_two_sides_of_a_mediation(read: Read) -> None:
    """The mediator acts, the sides do not."""
    story = read("Qatar mediated between Chad and Sudan.")
    assert (story.who("Mediation", "agent"), story.who("Mediation", "patient")) == ({"Qatar"}, {"Chad", "Sudan"})
