"""A made-up archive of a newsroom, article by article with its findings: what a store meets as it grows for years.

Some forty articles a day by a few papers. Names follow a law of Zipf: some countries and persons are in a large share
of all articles, and most names are seen once. A story is told for some days by several papers in words of their own,
with tolls that grow; one article in ten is a copy of another. The same seed gives the same archive on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from benchmarks.pages import FIGURE, NO, YES, Page, Read
from benchmarks.stories import KINDS, SYLLABLES
from newsgraph.model.factuality import Modality
from newsgraph.model.findings import Figure, Target
from newsgraph.model.text import Document, Span
from newsgraph.ontology.knowledge_files import all_territories

FIRST_DAY = date(2020, 1, 1)
DAILY, PAPERS = 40, 12
# What share of all articles are copies or tell a story that others tell too, and of mentions that are a surname alone.
COPIED, FOLLOWED, BARE = 0.1, 0.65, 0.15
# How many names of a kind the archive knows; this share of those that are drawn is new, and not seen again.
PERSONS, BODIES, CITIES, SURNAMES, WORDS = 4000, 1500, 2500, 900, 12_000
NEW = 0.3
OFFICES = ("president", "foreign minister", "mayor", "spokesman", "chairman", "governor", "director")
BODY_KINDS = ("Company", "NGO", "Ministry", "PoliticalParty", "ArmedGroup", "University", "InternationalOrganization")
MEETINGS, SPEECH = ("Meeting", "Negotiation", "Visit"), ("Condemnation", "Statement", "Warning", "Demand")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office in a country."""

    given: str
    surname: str
    office: str
    country: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation."""

    name: str
    acronym: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A story that runs for some days: what happened when and where, by whom, and to how many in the end."""

    kind: str
    day: date
    country: str
    city: str
    actor: Body
    speakers: tuple[Person, Person]
    dead: int
    until: date


class Archive:
    """Articles one after another, in the order of their days; `short` ones tell little but the event of the day."""

    def __init__(self, seed: int = 4, *, short: bool = False) -> None:
        self.random = Random(seed)
        self.asides = (0, 1) if short else (3, 6)
        self._new = 100_000
        self._lines: list[Line] = []
        self._today: list[Read] = []

    def articles(self, number: int) -> Iterator[Read]:
        """The first so many."""
        day = FIRST_DAY
        for count in range(number):
            if count and count % DAILY == 0:
                day, self._today = day + timedelta(days=1), []
                self._lines = [line for line in self._lines if line.until >= day]
            told = self._copy() if self._today and self._happens(COPIED) else self._article(day)
            self._today.append(told)
            yield told

    def _copy(self) -> Read:
        """An article of the day in another paper, with a line of its own at the end."""
        document, findings = self.random.choice(self._today)
        paper = f"Evening {self._zipf(PAPERS)}"
        return replace(document, text=f"{document.text}{self._words(8)}. ", publisher=paper), findings

    def _article(self, day: date) -> Read:
        line, page = self._line(day), Page()
        self._lead(page, line, day)
        for _ in range(self.random.randint(*self.asides)):
            page.write(self._words(40))
            self._aside(page, line, day)
        return Document(page.text, date=day.isoformat(), publisher=f"Paper {self._zipf(PAPERS)}"), page.findings()

    def _lead(self, page: Page, line: Line, day: date) -> None:
        """The event of the day with its toll, told by one who speaks of it, and at times denied by another."""
        page.write(self._words(30))
        country, city = page.entity(line.country, "Country"), page.entity(line.city, "City")
        page.relate(city, "locatedIn", country)
        when, actor = page.time(page.write("on that day"), line.day.isoformat()), self._body(page, line.actor)
        dead = max(1, line.dead - 2 * (line.until - day).days)
        victims = page.entity(f"{dead} villagers", "Group", named=False)
        told = page.event(line.kind, f"{line.kind} in {line.city}", when, agent=actor, patient=victims, place=city)
        died = page.event("Death", f"{dead} people die", when, told, patient=victims, place=city)
        span = page.write(f"{dead} dead")
        toll = page.add(FIGURE, Figure("Deaths", told, span, dead, dead))
        speaker, rival = (self._person(page, one) for one in line.speakers)
        for about in (told, died, toll):
            page.claim(about, speaker, YES, span)
        if self._happens(0.3):
            page.claim(told, rival, NO, page.write("denied it"))
        elif self._happens(0.3):
            meeting = page.event("Meeting", f"meeting in {line.city}", agent=rival, place=city)
            page.claim(meeting, rival, YES, page.write("plans"), Modality.PLANNED)

    def _aside(self, page: Page, line: Line, day: date) -> None:
        """What else an article tells: who met where, who said what to whom."""
        person, speaks = self._person(page, self._somebody()), self._happens(0.6)
        kind = self.random.choice(SPEECH if speaks else MEETINGS)
        when = page.time(page.write("then"), (day - timedelta(days=self.random.randint(0, 3))).isoformat())
        other = page.entity(line.country if self._happens(0.5) else self._country(), "Country")
        roles = {"recipient" if speaks else "place": other}
        if self._happens(0.5):
            roles["topic" if speaks else "patient"] = self._body(page, self._named())
        event = page.event(kind, f"{kind} of the day", when, agent=person, **roles)
        page.claim(event, person if self._happens(0.4) else None, YES, Span(0, 20))

    def _line(self, day: date) -> Line:
        """A story that has been told in these days, or a new one."""
        if self._lines and self._happens(FOLLOWED):
            return self._lines[-1 - min(self._zipf(30), len(self._lines) - 1)]
        line = Line(
            self.random.choice(KINDS), day - timedelta(days=self.random.randint(0, 1)), self._country(),
            word(30_000 + self._zipf_or_new(CITIES)), self._named(), (self._somebody(), self._somebody()),
            self.random.randint(2, 60), day + timedelta(days=self._zipf(6)),
        )  # fmt: skip
        self._lines.append(line)
        return line

    def _person(self, page: Page, person: Person) -> Target:
        """A person with office and country, or by the surname alone."""
        if self._happens(BARE):
            return page.entity(person.surname, "Person")
        found = page.entity(f"{person.given} {person.surname}", "Person")
        office = page.entity(person.office, "Office", named=False, of=person.country)
        page.relate(found, "holdsOffice", office)
        page.relate(office, "officeOf", page.entity(person.country, "Country"))
        return found

    def _body(self, page: Page, body: Body) -> Target:
        return page.entity(body.name, body.kind, also=(body.acronym,) if self._happens(0.5) else ())

    def _somebody(self) -> Person:
        """A person; one in four has a surname that others have too, some of them many others."""
        number = self._zipf_or_new(PERSONS)
        draw = Random(number)
        surname = int(SURNAMES * draw.random() ** 2) if draw.random() < 0.25 else SURNAMES + number
        country = countries()[draw.choices(range(60), cum_weights=_weights(60))[0]]
        return Person(word(2_000 + draw.randrange(300)), word(40_000 + surname), draw.choice(OFFICES), country)

    def _named(self) -> Body:
        number = self._zipf_or_new(BODIES)
        words = word(500 + number), word(7 * number % 20_011), "Union"
        return Body(" ".join(words), "".join(part[:2] for part in words).upper(), BODY_KINDS[number % len(BODY_KINDS)])

    def _country(self) -> str:
        return countries()[self._zipf(len(countries()))]

    def _words(self, number: int) -> str:
        """Words that say nothing, some used often and many seldom."""
        return " ".join(word(self._zipf(WORDS)).lower() for _ in range(number))

    def _zipf_or_new(self, size: int) -> int:
        self._new += 1
        return self._new if self._happens(NEW) else self._zipf(size)

    def _zipf(self, size: int) -> int:
        return self.random.choices(range(size), cum_weights=_weights(size))[0]

    def _happens(self, share: float) -> bool:
        return self.random.random() < share


def shuffled(read: Sequence[Read], seed: int = 4) -> list[Read]:
    """Articles in another order than that of their days."""
    return Random(seed).sample(read, len(read))


def word(number: int) -> str:
    """A word that no other number has.

    >>> word(3), word(40_000)
    ('Ru', 'Losazulomi')
    """
    digits = SYLLABLES[number % 12]
    while number := number // 12:
        digits = SYLLABLES[number % 12] + digits
    return digits.title()


@cache
def _weights(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 1) for rank in range(size)))


@cache
def countries() -> tuple[str, ...]:
    """The names of the countries of today, those with the most people first."""
    every = (one for one in all_territories().values() if one.type == "Country" and not one.former)
    return tuple(one.name for one in sorted(every, key=lambda one: (-(one.population or 0), one.name)))
