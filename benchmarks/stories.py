"""Made-up stories with their findings, as many as wanted: what extraction would find, without the time it takes."""

from benchmarks.pages import EVENT, FIGURE, NO, RELATION, YES, Page, Read
from newsgraph.model.findings import Argument, Event, Figure, Relation, Target, TimeExpression
from newsgraph.model.text import Document

KINDS = ("Bombing", "Shooting", "Arson", "Kidnapping", "Protest", "Arrest")
SYLLABLES = ("ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "de", "pa", "zu", "bo")


def varied(number: int) -> list[Read]:
    """Short stories of many places and days, of which a few tell what others tell too."""
    return [_story(n, [(n * 7) % max(number // 2, 1)], 1 + n % 5, day=(n * 3) % 300) for n in range(number)]


def alike(number: int, paragraphs: int = 10) -> list[Read]:
    """Stories that all tell the same events with other tolls by other speakers, and deny some of them."""
    return [_story(n, range(paragraphs), 10 + n % 4, day=40) for n in range(number)]


def name(number: int) -> str:
    """A name that no other number has.

    >>> name(3), name(40)
    ('Kakaru', 'Karute')
    """
    digits = (number // 144 % 12, number // 12 % 12, number % 12)
    return "".join(SYLLABLES[digit] for digit in digits).title() + ("" if number < 1728 else f" {number // 1728}")


def _story(number: int, places: "range | list[int]", dead: int, *, day: int) -> Read:
    writer = Page()
    for place in places:
        _paragraph(writer, number, place, dead, f"2023-{1 + day // 28 % 12:02}-{1 + day % 28:02}")
    document = Document(
        writer.text, date=f"2023-{1 + day // 28 % 12:02}-{1 + day % 28:02}", publisher=f"Paper {number % 40}"
    )
    return document, writer.findings()


def _paragraph(writer: Page, number: int, place: int, dead: int, day: str) -> None:
    country, city = writer.entity(name(place // 5 + 900), "Country"), writer.entity(name(place), "City")
    kind = KINDS[place % len(KINDS)]
    trigger = writer.write(kind.lower())
    writer.times.append(TimeExpression(trigger, "DATE", day, stamp=day))
    agent = writer.entity(f"{name(place // 3)} Front", "ArmedGroup")
    patient = writer.entity(f"{dead} villagers", "Group", named=False)
    roles = (("agent", agent), ("patient", patient), ("place", city))
    arguments = tuple(Argument(role, filler, trigger) for role, filler in roles)
    event = writer.add(
        EVENT, Event(kind, f"{kind} in {name(place)}", (trigger,), trigger, arguments, len(writer.times) - 1)
    )
    killed = writer.write(f"killing {dead}")
    death = writer.add(EVENT, Event("Killing", f"{dead} die", (killed,), killed, arguments[1:], len(writer.times) - 1))
    toll = writer.add(FIGURE, Figure("Deaths", event, killed, dead, dead))
    speaker = writer.entity(f"{name(number % 30)} Ministry", "Ministry")
    for about in (event, death, toll):
        writer.claim(about, speaker, YES, killed)
    rival = writer.entity(f"{name(number % 7 + 60)} Party", "PoliticalParty")
    writer.claim(event, rival, NO, writer.write("denied it."))
    _officer(writer, number, country)


def _officer(writer: Page, number: int, country: Target) -> None:
    person, office = writer.entity(f"Ada {name(number % 50)}", "Person"), writer.entity("president", "Office")
    span = writer.write("hopes for peace.")
    writer.add(RELATION, Relation(person.index, "holdsOffice", office.index, span))
    writer.add(RELATION, Relation(office.index, "officeOf", country.index, span))
