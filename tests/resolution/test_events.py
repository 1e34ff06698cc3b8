from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.model.factuality import Modality
from newsgraph.model.findings import Target, TargetKind
from pipeline.builders import MAYBE, NO, Story, deployment, links
from pipeline.worlds import Outcome
from resolution.themes import bridges

EVENT = Target(TargetKind.EVENT, 0)


def statuses(found: Outcome) -> list[tuple[int, str | None]]:
    """How many stories tell each event, and how it stands."""
    return [(len(cluster.members), cluster.status) for cluster in found.events]


def bombing(day: str, place: str = "Kabul", *, dead: int = 0, source: str = "", **fields: str) -> Story:
    """A story of a bombing somewhere some day, with a toll that a source gives."""
    story = Story(f"A bombing hit {place} on {day} and killed {dead}, {source} said.", **fields)
    event = story.event("Bombing", "bombing", day=day, place=story.named(place, "City"))
    speaker: tuple[Target, ...] = (story.named(source, "Organization"),) if source else ()
    story.says(event, *speaker)
    if dead:
        story.says(story.figure("Deaths", event, f"killed {dead}", dead, dead), *speaker)
    return story


def test_same_day_and_place() -> None:
    """Two stories of one class, day and place tell one event, and two publishers corroborate it."""
    found = links(bombing("2022-01-05"), bombing("2022-01-05", publisher="The Mail", dead=1))
    assert statuses(found) == [(2, "Corroborated")]


def test_another_day() -> None:
    """On two days there are two events."""
    assert len(links(bombing("2022-01-05"), bombing("2022-01-04")).events) == 2


def test_another_place() -> None:
    """At two places there are two events."""
    assert len(links(bombing("2022-01-05"), bombing("2022-01-05", "Herat")).events) == 2


def test_reasons() -> None:
    """A match says why."""
    found = links(bombing("2022-01-05"), bombing("2022-01-05", publisher="The Mail", dead=1))
    reasons = [match.reasons for match in found.matches if match.reasons[-1].startswith("both on")]
    assert reasons == [("same place", "both on 2022-01-05")]


def test_rival_tolls() -> None:
    """Figures of one event by two sources that exclude each other make it disputed, and their claims contradict."""
    one = bombing("2022-01-05", dead=8, source="The army")
    other = bombing("2022-01-05", dead=20, source="The rebels", publisher="The Mail")
    found = links(one, other)
    assert statuses(found) == [(2, "Disputed")]
    assert len(found.contradictions) == 1


def test_revised_toll() -> None:
    """A source that gives a new figure contradicts nobody."""
    one = bombing("2022-01-05", dead=8, source="The army")
    other = bombing("2022-01-05", dead=20, source="The army", publisher="The Mail")
    assert links(one, other).contradictions == ()


def test_denial() -> None:
    """An event that one affirms and another denies is disputed."""
    one, other = (
        deployment(),
        deployment("Russia deployed soldiers to Kazakhstan? TASS denied it.", publisher="The Mail"),
    )
    other.parts["claims"] = []
    other.says(EVENT, None, factuality=NO)
    found = links(one, other)
    assert statuses(found) == [(2, "Disputed")]
    assert len(found.contradictions) == 1


def test_only_denied() -> None:
    """What is only denied is no fact."""
    story = deployment()
    story.parts["claims"] = []
    story.says(EVENT, factuality=NO)
    assert statuses(links(story)) == [(1, None)]


def test_plan_and_fact() -> None:
    """A plan in one story and the deed in another are two events with a link."""
    plan, fact = deployment(), deployment("Russia has deployed soldiers to Kazakhstan, TASS said on Monday.")
    plan.parts["claims"] = []
    plan.says(EVENT, modality=Modality.PLANNED)
    found = links(plan, fact)
    assert sorted(statuses(found), key=str) == [(1, "Reported"), (1, None)]
    assert len(found.realizations) == 1


def test_plan_after_fact() -> None:
    """What an older story reports as done fulfils no plan of a newer one."""
    plan, fact = deployment(date="2022-01-08"), deployment("Russia has deployed soldiers to Kazakhstan, TASS said.")
    plan.parts["claims"] = []
    plan.says(EVENT, modality=Modality.PLANNED)
    assert not links(plan, fact).realizations


def test_possible() -> None:
    """What is only possible is no fact."""
    story = deployment()
    story.parts["claims"] = []
    story.says(EVENT, factuality=MAYBE)
    assert statuses(links(story)) == [(1, None)]


def test_one_source_twice() -> None:
    """Two articles that cite the same agency are one source."""
    found = links(
        deployment(), deployment("Russia deployed soldiers to Kazakhstan, as TASS said.", publisher="The Mail")
    )
    assert statuses(found) == [(2, "Reported")]


def test_president_acts_for_country() -> None:
    """What the president asks for in one story, the country asks for in another."""
    one, other = Story("Chad asked France for help."), Story("Chad's president Mahamat Deby asked France for help.")
    one.says(
        one.event("AidRequest", "asked", agent=one.named("Chad", "Country"), recipient=one.named("France", "Country"))
    )
    chad, deby = other.named("Chad", "Country"), other.named("Mahamat Deby", "Person")
    office = other.entity("president", "Office")
    other.relation(deby, "holdsOffice", office)
    other.relation(office, "officeOf", chad)
    other.says(other.event("AidRequest", "asked", agent=deby, recipient=other.named("France", "Country")))
    assert [len(cluster.members) for cluster in links(one, other).events] == [2]


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(4)), st.lists(st.integers(0, 3), max_size=3))
def test_order_and_repetition(order: list[int], again: list[int]) -> None:
    """The links depend on the set of documents alone."""
    stories = [bombing("2022-01-05", dead=n, source=f"Source {n}", publisher=f"Paper {n}") for n in range(1, 5)]
    assert links(*(stories[n] for n in (*order, *again))).links == links(*stories).links


def test_bridge() -> None:
    """An event that is like two others shows that they are one, though neither is like the other."""
    by_some, somewhere, both, *_ = bridges()
    assert statuses(links(by_some, somewhere)) == [(1, "Asserted"), (1, "Asserted")]
    assert [size for size, _ in statuses(links(by_some, somewhere, both))] == [3]


def growing(*tolls: tuple[str, int], counts: str = "Deaths") -> Outcome:
    """What is made of tolls of one bombing by different speakers on different days."""
    stories = []
    for number, (date, toll) in enumerate(tolls):
        story = Story(f"The bombing of Kabul hit {toll}, Speaker {number} said.", date=date)
        event = story.event("Bombing", "bombing", day="2022-01-05", place=story.named("Kabul", "City"))
        speaker = story.named(f"Speaker {number}", "Organization")
        stories.append(story.says(event, speaker).says(story.figure(counts, event, f"{toll}", toll, toll), speaker))
    return links(*stories)


def test_growing_toll() -> None:
    """A toll that grows from day to day is a series and no contradiction."""
    assert growing(("2022-01-05", 8), ("2022-01-06", 12), ("2022-01-07", 19)).contradictions == ()


def test_falling_toll() -> None:
    """A toll of a later day that is lower contradicts the higher one before: the dead do not come back."""
    assert len(growing(("2022-01-05", 19), ("2022-01-06", 8)).contradictions) == 1
    assert len(growing(("2022-01-05", 19), ("2022-01-05", 8)).contradictions) == 1


def test_falling_number() -> None:
    """Of what can grow and fall, such as the missing, numbers of two days say nothing against each other."""
    assert growing(("2022-01-05", 19), ("2022-01-06", 8), counts="Missing").contradictions == ()


def quake(dead: str, **fields: str) -> Story:
    """A story of an earthquake in Peru that killed people."""
    story = Story(f"An earthquake hit Peru and killed {dead} people.", **fields)
    event = story.event("Earthquake", "earthquake", place=story.named("Peru", "Country"))
    people = story.entity(f"{dead} people", "Group")
    story.says(event)
    return story.says(story.event("Killing", "killed", cause=event, patient=people))


def test_shared_event() -> None:
    """Two deeds with one cause are one where they hit people of one description."""
    found = links(quake("eight"), quake("nine", publisher="The Mail"))
    assert statuses(found) == [(2, "Corroborated"), (2, "Corroborated")]


def test_without_days() -> None:
    """Without a day, what two stories tell weeks apart is two events."""
    assert len(links(deployment(), deployment(date="2022-03-01")).events) == 2
    assert len(links(deployment(), deployment(date="2022-01-08")).events) == 1
