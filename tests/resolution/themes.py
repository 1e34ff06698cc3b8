"""Sets of stories about the same, each tangled in another way."""

from dataclasses import replace

from pipeline.builders import MAYBE, NO, YES, Story
from resolution.identities import bodies, copies, namesakes, plans
from resolution.stories import mixed


def themes() -> list[list[Story]]:
    """All of them."""
    makers = (mixed, namesakes, bodies, copies, plans, quakes, seats, rivals, protests, parts, bridges)
    return [maker() for maker in makers]


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
    whom = story.named("Bob Low", "Person")
    return story.says(story.event("Attack", "attacked", agent=who, patient=whom, place=where))


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
    told = (("", "Herat"), ("Rebels", "Herat"), ("", "Kabul"), ("Rebels", "Kabul"))
    return [bombed("2022-01-06", "Rebels", ""), *(bombed(f"2022-01-0{7 + n}", *one) for n, one in enumerate(told))]


def bombed(date: str, agent: str, place: str) -> Story:
    """A story of a bombing by some, somewhere."""
    story = Story(f"A bombing by {agent} in {place}.", date=date)
    roles = {"agent": story.named(agent, "ArmedGroup")} if agent else {}
    roles |= {"place": story.named(place, "City")} if place else {}
    return story.says(story.event("Bombing", "bombing", day="2022-01-05", **roles))
