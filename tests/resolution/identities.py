"""Sets of stories of which it is hard to say who is who, what is a copy, and what became of a plan."""

from newsgraph.model.factuality import Modality
from pipeline.builders import NO, Story, deployment


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
    """A text, a copy of it that was written on, a copy of that one, which is none of the first, and both ends again."""
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
