"""A made-up archive of a newsroom, article by article with its findings: what a store meets as it grows for years.

Some forty articles a day by a few papers. Names follow a law of Zipf: some countries and persons are in a large share of
all articles, and most names are seen once. A story is told for some days by several papers in words of their own, with
tolls that grow; one article in ten is a copy of another. The same number gives the same archive on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from benchmarks.stories import KINDS, Page, Read, name
from newsgraph.model.findings import Relation, Target, TargetKind
from newsgraph.ontology.knowledge import all_territories

FIRST_DAY = date(2020, 1, 1)
DAILY = 40
PAPERS = 12
# What share of all articles are copies, tell a story that others tell too, or name a person by the surname alone.
COPIED, FOLLOWED, SURNAME = 0.1, 0.65, 0.15
# Of how many names of a kind the archive knows; what is drawn beyond them is new, and not seen again.
PERSONS, BODIES, CITIES, SURNAMES = 4000, 1500, 2500, 900
NEW = 0.3
OFFICES = ("president", "foreign minister", "mayor", "spokesman", "chairman", "governor", "director")
BODY_KINDS = ("Company", "NGO", "Ministry", "PoliticalParty", "ArmedGroup", "University", "InternationalOrganization")
MEETINGS = ("Meeting", "Negotiation", "Visit")
SPEECH = ("Condemnation", "Statement", "Warning", "Demand")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office in a country."""

    name: str
    surname: str
    office: str
    country: str


@dataclass(frozen=True, slots=True)
class Line:
    """A story that runs for some days: what happened when and where, by whom, and to how many in the end."""

    kind: str
    day: date
    country: str
    city: str
    actor: tuple[str, str, str]
    speakers: tuple[Person, Person]
    dead: int
    until: date


class Archive:
    """Articles one after another, in the order of their days; `daily` is about how many there are a day."""

    def __init__(self, seed: int = 4, daily: int = DAILY) -> None:
        self.random, self.daily = Random(seed), daily
        self._fresh = 100_000
        self._lines: list[Line] = []
        self._today: list[Read] = []

    def articles(self, number: int) -> Iterator[Read]:
        """The first so many."""
        day = FIRST_DAY
        for count in range(number):
            if count and count % self.daily == 0:
                day, self._today = day + timedelta(days=1), []
                self._lines = [line for line in self._lines if line.until >= day]
            told = self._copy() if self._today and self.random.random() < COPIED else self._article(day)
            self._today.append(told)
            yield told

    def _copy(self) -> Read:
        """An article of the day in another paper, with a line of its own at the end."""
        document, findings = self.random.choice(self._today)
        paper = f"Paper {self._zipf(PAPERS)} Evening"
        return replace(document, text=f"{document.text}{self._words(8)}. ", publisher=paper), findings

    def _article(self, day: date) -> Read:
        line, page = self._line(day), Page()
        page.write(self._words(30))
        self._lead(page, line, day)
        for _ in range(self.random.randint(2, 4)):
            page.write(self._words(25))
            self._aside(page, line, day)
        page.write(self._words(40))
        return Read_of(page, day, f"Paper {self._zipf(PAPERS)}")

    def _lead(self, page: Page, line: Line, day: date) -> None:
        """The event of the day with its toll, told by one who speaks of it and denied by another."""
        country, city = page.entity(line.country, "Country"), page.entity(line.city, "City")
        page.relation(city, "locatedIn", country)
        trigger = page.write(line.kind.lower())
        when = page.time(trigger, line.day)
        actor = self._body(page, line.actor)
        dead = max(1, line.dead - 2 * (line.until - day).days)
        victims = page.entity(f"{dead} villagers", "Group", named=False)
        label = f"{line.kind} in {line.city}"
        event = page.event(line.kind, label, trigger, when, agent=actor, patient=victims, place=city)
        death = page.event("Death", f"{dead} die", page.write(f"left {dead} dead"), when, whole=event, patient=victims)
        toll = page.figure("Deaths", event, dead)
        speaker, rival = (self._person(page, one) for one in line.speakers)
        page.say(speaker, event, death, toll)
        if self.random.random() < 0.3:
            page.deny(rival, event)
        elif self.random.random() < 0.5:
            page.plan(rival, page.event("Meeting", "a meeting", page.write("will meet"), None, agent=rival, place=city))

    def _aside(self, page: Page, line: Line, day: date) -> None:
        """What else an article tells: who met whom, who said what to whom."""
        person, country = self._person(page, self._somebody()), page.entity(self._country(), "Country")
        other = page.entity(line.country, "Country") if self.random.random() < 0.5 else self._body(page, self._named())
        kind = self.random.choice(MEETINGS if self.random.random() < 0.4 else SPEECH)
        when = page.time(page.write("on that day"), day - timedelta(days=self.random.randint(0, 3)))
        roles = {"agent": person, "recipient": other} if kind in SPEECH else {"agent": person, "place": country}
        event = page.event(kind, f"{kind} told", page.write(kind.lower()), when, **roles)
        page.say(person if self.random.random() < 0.4 else None, event)

    def _line(self, day: date) -> Line:
        if self._lines and self.random.random() < FOLLOWED:
            return self._lines[-1 - min(self._zipf(30), len(self._lines) - 1)]
        country, told = self._country(), day - timedelta(days=self.random.randint(0, 1))
        city = name(2000 + self._zipf_or_new(CITIES))
        speakers = self._somebody(), self._somebody()
        until = day + timedelta(days=self._zipf(6))
        kind = self.random.choice(KINDS)
        self._lines.append(Line(kind, told, country, city, self._named(), speakers, self.random.randint(2, 60), until))
        return self._lines[-1]

    def _person(self, page: Page, person: Person) -> Target:
        if self.random.random() < SURNAME:
            return page.entity(person.surname, "Person")
        found = page.entity(person.name, "Person")
        office, country = page.entity(person.office, "Office", named=False), page.entity(person.country, "Country")
        page.relation(found, "holdsOffice", office)
        page.relation(office, "officeOf", country)
        return found

    def _body(self, page: Page, told: tuple[str, str, str]) -> Target:
        label, acronym, kind = told
        return page.entity(label, kind, also=(acronym,) if self.random.random() < 0.5 else ())

    def _somebody(self) -> Person:
        """A person: of those known by name one in four shares the surname of another."""
        number = self._zipf_or_new(PERSONS)
        draw = Random(number)
        surname = name(5000 + (draw.randrange(SURNAMES) if draw.random() < 0.25 else SURNAMES + number))
        given = name(draw.randrange(300)).replace(" ", "")
        return Person(f"{given} {surname}", surname, draw.choice(OFFICES), countries()[draw.randrange(60)])

    def _named(self) -> tuple[str, str, str]:
        """A body: its name, its acronym and its class."""
        number = self._zipf_or_new(BODIES)
        words = (name(300 + number), name(7 * number % 1700), "Union")
        return " ".join(words), "".join(w[0] for w in " ".join(words).split()) + "U", BODY_KINDS[number % len(BODY_KINDS)]

    def _country(self) -> str:
        return countries()[self._zipf(len(countries()))]

    def _zipf_or_new(self, size: int) -> int:
        if self.random.random() < NEW:
            self._fresh += 1
            return self._fresh
        return self._zipf(size)

    def _zipf(self, size: int) -> int:
        return self.random.choices(range(size), cum_weights=_weights(size))[0]

    def _words(self, number: int) -> str:
        """Words that say nothing, those that are often used and those that are not."""
        return " ".join(name(self._zipf(8000)).lower() for _ in range(number))


def Read_of(page: Page, day: date, paper: str) -> Read:
    return page.document(day.isoformat(), paper), page.findings()


def shuffled(read: Sequence[Read], seed: int = 4) -> list[Read]:
    """Articles in another order than that of their days."""
    found = list(read)
    Random(seed).shuffle(found)
    return found


@cache
def _weights(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 1) for rank in range(size)))


@cache
def countries() -> tuple[str, ...]:
    """The names of the countries of today, those with the most people first."""
    every = (one for one in all_territories().values() if one.type == "Country" and not one.former)
    return tuple(one.name for one in sorted(every, key=lambda one: (-(one.population or 0), one.name)))
