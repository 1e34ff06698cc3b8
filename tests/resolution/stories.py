"""A mixed set of stories, and small ones that are drawn by lot."""

from collections.abc import Iterator

from newsgraph.model.factuality import Modality
from newsgraph.model.findings import Target
from pipeline.builders import MAYBE, NO, YES, Story, deployment

DAYS = (None, "2022-01-05", "2022-01-12", "2022-01-14")
DATES = ("2022-01-05", "2022-01-11", "2022-01-14", "2022-02-20", None)


def bombing(number: int, *, dead: int, speaker: str, place: str = "Kabul", denied: bool = False) -> Story:
    """A story of one bombing that gives a toll by a speaker, or denies it all."""
    story = Story(f"A bombing hit {place} and killed {dead}, {speaker} said.", publisher=f"Paper {number}")
    said_by = story.named(speaker, "Organization")
    event = story.event("Bombing", "bombing", day="2022-01-05", place=story.named(place, "City"))
    story.says(event, said_by, factuality=NO if denied else YES)
    return story if denied else story.says(story.figure("Deaths", event, f"killed {dead}", dead, dead), said_by)


def mixed() -> list[Story]:
    """Bombings at two places, with tolls and denials, a deployment told twice, and a person of two offices."""
    told = [bombing(n, dead=8 + n % 2 * 12, speaker=("Army", "Rebels", "Red Crescent")[n % 3]) for n in range(5)]
    denied = [bombing(n, dead=0, speaker="Palace", denied=True) for n in (5, 6)]
    elsewhere = [bombing(n, dead=3, speaker="Army", place="Herat") for n in (7, 8)]
    return [*told, *denied, *elsewhere, deployment(publisher="Paper 1"), deployment(publisher="Paper 2"), *officers()]


def officers() -> list[Story]:
    """Two stories of one minister, and one of a namesake."""
    return [officer("Mali", "Paper 1"), officer("Mali", "Paper 2"), officer("Peru", "Paper 3")]


def officer(country: str, publisher: str) -> Story:
    """A story of a minister by the name of Ada Moreno."""
    story = Story(f"{country}: minister Ada Moreno spoke.", publisher=publisher)
    person, office = story.named("Ada Moreno", "Person"), story.entity("minister", "Office")
    story.relation(office, "officeOf", story.named(country, "Country"))
    story.relation(person, "holdsOffice", office)
    return story


def made(choice: tuple[int, ...]) -> Story:
    """A small story out of a list of numbers, for those who draw stories by lot: nine of them decide all there is."""
    date, paper, kind, day, place, agent, patient, view, speaker = choice
    text = f"Ada Roe of Ulm and Acme struck Herat and Kabul; Roe and Bo Ash fell ({choice})."
    story = Story(text, date=DATES[date % 5], publisher=(None, "The Post", "Acme")[paper % 3])
    people = [*_people(story, agent, patient)]
    roles = dict(zip(("agent", "patient"), people, strict=False))
    if place % 3:
        roles["place"] = story.named(("Herat", "Kabul")[place % 2], "City")
    event = story.event(("Attack", "Killing", "Protest", "Visit")[kind % 4], "struck", day=DAYS[day % 4], **roles)
    views = ({}, {"factuality": NO}, {"modality": Modality.PLANNED}, {"factuality": MAYBE})
    voices = (None, *people[:1])[: 1 + speaker % 2]
    return story.says(event, voices[-1], **views[view % 4])  # type: ignore[arg-type]


def _people(story: Story, agent: int, patient: int) -> Iterator[Target]:
    names = (("Ada Roe", "Person"), ("Roe", "Person"), ("Acme", "Company"), ("Bo Ash", "Person"))
    for number in dict.fromkeys((agent % 5, patient % 5)):
        yield story.named(*names[number]) if number < 4 else story.entity("Roe", "Group")
