from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolution import relations, things
from pipeline.builders import Story
from pipeline.worlds import entry
from resolution.mirrors import Mirror, content


def officer(country: str, number: int) -> Story:
    """One of many stories of a minister, none a copy of another."""
    text = f"{country}: minister Ada Moreno spoke of {number} things."
    story = Story(text, date=f"2022-01-{number + 1:02}", publisher=f"Paper {number}")
    person, office = story.named("Ada Moreno", "Person"), story.entity("minister", "Office")
    story.relation(office, "officeOf", story.named(country, "Country"))
    return story.says(story.relation(person, "holdsOffice", office), None)


STORIES = [officer(country, number) for number in range(4) for country in ("Mali", "Peru")]
ENTRIES = [entry(story.document, story.findings) for story in STORIES]
STEPS = st.lists(st.tuples(st.sets(st.sampled_from(range(8)), min_size=1), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from([1, 2]))
def test_few_tellings(steps: list[tuple[set[int], bool]], few: int) -> None:
    """Where few tellings of a relation decide, those that are the first of the articles left do, in whatever order."""
    with patch.object(relations, "TELLINGS", few), patch.object(things, "TELLINGS", few), Mirror() as mirror:
        for step, again in steps:
            mirror.toggle((ENTRIES[number] for number in sorted(step)), again=again)
        assert mirror.content == content(mirror.entries.values())


def test_crowded() -> None:
    """A telling after those that decide changes nothing, and one before them does."""
    first, *middle, last = ENTRIES[::2]
    with patch.object(relations, "TELLINGS", 2), patch.object(things, "TELLINGS", 2), Mirror() as mirror:
        mirror.update(middle)
        assert len(mirror.index.all("SELECT 1 FROM relation")) == 4
        assert mirror.world.update([last]).relations == {}
        assert mirror.world.update([first]).relations != {}
