"""Sets of stories that share people, bodies, places, events and wording in many ways."""

from collections.abc import Iterator
from dataclasses import replace

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


def themes() -> list[list[Story]]:
    """Sets of stories about the same, each tangled in another way."""
    return [mixed(), namesakes(), bodies(), copies(), plans(), quakes(), seats(), rivals(), protests(), parts(), bridges()]


def namesakes() -> list[Story]:
    """A mayor, a namesake, one told by the surname only, and a text that tells two towns of one name apart."""
    told = [mayor("Ulm", "2022-01-05"), mayor("Ulm", "2022-01-07"), mayor("Bath", "2022-01-06")]
    return [*told, *map(surname, ("2022-01-04", "2022-01-06", "2022-01-08")), springfields(), spring()]


def mayor(city: str, date: str) -> Story:
    """A story about the mayor Jane Roe of a city, and Acme."""
    story = Story(f"Jane Roe, mayor of {city}, left Acme.", date=date)
    jane, office = story.named("Jane Roe", "Person"), story.entity("mayor", "Office")
    story.named("Acme", "Company")
    story.relation(jane, "holdsOffice", office)
    story.relation(office, "officeOf", story.named(city, "City"))
    return story.says(story.event("Departure", "left", agent=jane))


def surname(date: str) -> Story:
    """A story about somebody called Roe, in Ulm."""
    story = Story("Roe left Ulm and Acme.", date=date)
    roe = story.named("Roe", "Person")
    story.named("Ulm", "City")
    story.named("Acme", "Company")
    return story.says(story.event("Departure", "left", agent=roe))


def springfields() -> Story:
    """Two towns of one name."""
    story = Story("Springfield is not Springfield.")
    story.named("Springfield", "City")
    story.named("Springfield", "City")
    return story


def spring() -> Story:
    """A town of that name."""
    story = Story("A storm hit Springfield.")
    return story.says(story.event("Storm", "storm", day="2022-01-05", place=story.named("Springfield", "City")))


def bodies() -> list[Story]:
    """A body by its acronym, by its full name, by both, and by a name that ties it to another one; a publisher too."""
    made = [body(*names) for names in (("NATO",), ("Atlantic Alliance",), ("Atlantic Alliance", "NATO"))]
    return [*made, body("Western Alliance", "Atlantic Alliance"), body("The Post"), body("Post", publisher="The Wire")]


def body(label: str, *others: str, publisher: str = "The Mail") -> Story:
    """A story in which a body says that there was a strike."""
    story = Story(f"{label}, also called {' '.join(others)}, went on strike.", publisher=publisher)
    who = story.named(label, "Organization", alt_labels=others)
    return story.says(story.event("Strike", "strike", day="2022-01-06", agent=who), who)


def copies() -> list[Story]:
    """A long text, a copy of it that was written on, a copy of the copy, which is none of the first, and both ends again."""
    parts = [" ".join(f"{word}{n}" for n in range(14)) for word in ("ox", "elk", "ant", "bee", "yak", "cod")]
    return [copy(" ".join(parts[start : start + 4]), n) for n, start in enumerate((0, 1, 2, 0, 2))]


def copy(text: str, number: int) -> Story:
    """A text with a story of a fire in the words of its paper; in the second nobody finds it."""
    story = Story(f"A fire in Ulm, {text}.", publisher=f"Paper {number}", date=f"2022-01-0{9 - number}")
    if number == 1:
        return story
    town = story.named("Ulm", "City")
    story.relation(town, "locatedIn", story.named("Fire Land", "Region", words="fire"))
    return story.says(story.event("Fire", "fire", day="2022-01-04", place=town))


def plans() -> list[Story]:
    """Deployments that are planned, done, denied and done again."""
    dates = ("2021-12-01", "2021-12-05", "2022-01-03", "2022-01-09")
    planned = [_deployed(date, modality=Modality.PLANNED) for date in dates]
    return [*planned, _deployed("2022-01-08", day="2022-01-08"), _deployed("2022-01-08", factuality=NO)]


def _deployed(date: str, *, day: str | None = None, **view: object) -> Story:
    text = f"Russia deployed soldiers to Kazakhstan, TASS said {view}."
    story = deployment(text, day=day, date=date, publisher="The Wire")
    event = story.parts["claims"].pop().about
    return story.says(event, **view)  # type: ignore[arg-type]


def quakes() -> list[Story]:
    """An earthquake as the cause of deaths, with tolls that grow and one that falls."""
    return [quake(8, "2022-01-05"), quake(12, "2022-01-06"), quake(5, "2022-01-07"), quake(8, "2022-01-05", "Ministry")]


def quake(dead: int, date: str, speaker: str = "Police") -> Story:
    """A story of an earthquake in Peru that killed people."""
    story = Story(f"An earthquake hit Peru and killed {dead} people, {speaker} said.", date=date)
    event = story.event("Earthquake", "earthquake", place=story.named("Peru", "Country"))
    killing = story.event("Killing", "killed", cause=event, patient=story.entity(f"{dead} people", "Group"))
    who = story.named(speaker, "Organization")
    story.says(event).says(killing, who)
    return story.says(story.figure("Deaths", killing, f"killed {dead}", dead, dead), who)


def seats() -> list[Story]:
    """Whether a town lies in a country: told, denied and told again; an attack that one text puts in the country."""
    told = [seat("2022-01-05", YES), seat("2022-01-06", NO), seat("2022-01-06", YES, "Chad"), seat("2022-01-07", MAYBE)]
    return [*told, attack("Almaty"), attack("Mali"), attack("Chad")]


def seat(date: str, factuality: object, country: str = "Mali") -> Story:
    """A story that says where Almaty lies, and tells of an attack there."""
    story = Story(f"Almaty is or is not in {country}: {factuality}. Rebels attacked Bob Low there.", date=date)
    town = story.named("Almaty", "City")
    relation = story.relation(town, "locatedIn", story.named(country, "Country", known=f"http://example.org/{country}"))
    event = story.event("Attack", "attacked", patient=story.named("Bob Low", "Person"), place=town)
    return story.says(relation, factuality=factuality).says(event)  # type: ignore[arg-type]


def attack(place: str) -> Story:
    """A story of an attack somewhere."""
    story = Story(f"Rebels attacked Bob Low in {place}.", publisher="The Wire")
    where = story.named(place, "City" if place == "Almaty" else "Country")
    who = story.named("Rebels", "ArmedGroup")
    return story.says(story.event("Attack", "attacked", agent=who, patient=story.named("Bob Low", "Person"), place=where))


def rivals() -> list[Story]:
    """Two sides that blame each other for one killing, and somebody who acts for one of them."""
    return [*map(blame, ("Army", "Rebels")), acted()]


def blame(agent: str) -> Story:
    """A story of a killing by a named agent."""
    story = Story(f"{agent} killed Bishop Low in Ulm.", publisher=f"{agent} News")
    who, whom = story.named(agent, "Organization"), story.named("Low House", "Company", words="Low")
    return story.says(story.event("Killing", "killed", day="2022-01-05", agent=who, patient=whom))


def acted() -> Story:
    """A story of the same killing by a colonel of the army."""
    story = Story("Army colonel Max Hill killed Low.", publisher="The Wire", date="2022-01-09")
    army, hill = story.named("Army", "Organization"), story.named("Max Hill", "Person")
    office = story.entity("colonel", "Office")
    story.relation(office, "officeOf", army)
    story.relation(hill, "holdsOffice", office)
    whom = story.named("Low House", "Company", words="Low")
    return story.says(story.event("Killing", "killed", day="2022-01-05", agent=hill, patient=whom))


def protests() -> list[Story]:
    """Protests at one place within days of each other, by some, by others, and by nobody who is named."""
    dates = ("2022-01-10", "2022-01-11", "2022-01-12", "2022-01-13", "2022-01-14", "2022-01-16", "2022-01-21")
    return [protest(date, by) for date in dates for by in ("", "Acme")[: 1 + int(date[-1]) % 2]] + [
        protest("2022-01-13", "Zen")
    ]


def protest(date: str, agent: str) -> Story:
    """A story of a protest in Kabul at some time."""
    story = Story(f"{agent} staged a protest in Kabul.", date=date)
    roles = {"place": story.named("Kabul", "City")} | ({"agent": story.named(agent, "Company")} if agent else {})
    return story.says(story.event("Protest", "protest", **roles))


def parts() -> list[Story]:
    """A riot and the deaths in it: told, told again with others in it, denied as a whole, told earlier, and later."""
    told = [riot("2022-01-06"), riot("2022-01-07", who="Bo Ash")]
    return [*told, riot("2022-01-08", factuality=NO), riot("2022-01-05"), riot("2022-01-09", who="Bo Ash")]


def riot(date: str, who: str = "Ada Roe", **view: object) -> Story:
    """A story of a riot in which somebody died, or in which nobody did as there was none."""
    story = Story(f"A riot broke out in Kabul, and {who} died.", date=date)
    place = story.named("Kabul", "City")
    whole = story.event("Riot", "riot", day="2022-01-05", place=place)
    death = story.event("Death", "died", day="2022-01-05", place=place, patient=story.named(who, "Person"))
    story.parts["events"][death.index] = replace(story.parts["events"][death.index], whole=whole.index)
    story.says(whole, **view)  # type: ignore[arg-type]
    return story.says(death)


def bridges() -> list[Story]:
    """Bombings by some and bombings somewhere, and two that say that these are one, or that they are not."""
    told = [bombed("2022-01-06", "Rebels", ""), bombed("2022-01-07", "", "Herat"), bombed("2022-01-08", "Rebels", "Herat")]
    return [*told, bombed("2022-01-09", "", "Kabul"), bombed("2022-01-05", "Rebels", "Kabul")]


def bombed(date: str, agent: str, place: str) -> Story:
    """A story of a bombing by some, somewhere."""
    story = Story(f"A bombing by {agent} in {place}.", date=date)
    roles = {"agent": story.named(agent, "ArmedGroup")} if agent else {}
    roles |= {"place": story.named(place, "City")} if place else {}
    return story.says(story.event("Bombing", "bombing", day="2022-01-05", **roles))


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
