import pytest

from newsgraph.model.links import ExternalLink
from newsgraph.resolution import Entry
from newsgraph.resolution.holding import Holding
from newsgraph.resolution.keys import Keyed
from pipeline.builders import Story
from pipeline.worlds import entry

PERU, CHILE = "http://example.org/peru", "http://example.org/chile"


def keyed(story: Story, *links: ExternalLink) -> Keyed:
    """The keys of a story's rows, with some links beside those of its entities."""
    made = entry(story.document, story.findings)
    return Keyed(Entry(made.article, made.names, made.refused, (*made.links, *links)))


def test_identifier() -> None:
    """What is identified is known by that alone."""
    story = Story("Peru votes.")
    row = story.named("Peru", "Country", known=PERU).index
    assert keyed(story).keys(row) == (f"={PERU}",)


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Badghis province", "Region", "Badghis"),
        ("Xinhua news agency", "NewsAgency", "Xinhua"),
        ("Acme Corp", "Company", "Acme"),
    ],
)
def test_dispensable_words(name: str, kind: str, short: str) -> None:
    """A name is looked for without the words that only say of what kind its bearer is."""
    one, other = Story(f"{name} is here."), Story(f"{short} is here.")
    rows = one.named(name, kind).index, other.named(short, kind).index
    assert set(keyed(one).keys(rows[0])) & set(keyed(other).keys(rows[1]))


def test_bodies_of_states() -> None:
    """A court is looked for together with the country that the story is about."""
    found = []
    for known in (PERU, CHILE):
        story = Story("Somewhere the Supreme Court ruled.")
        story.named("Somewhere", "Country", known=known)
        row = story.named("Supreme Court", "Court").index
        found += keyed(story).keys(row)
    assert found == [f"Organization|{PERU}|supreme court", f"Organization|{CHILE}|supreme court"]


def test_unnamed_ministry() -> None:
    """ "The interior ministry" is that of the country that the story is about; "the soldiers" are nobody's."""
    story = Story("In Peru the interior ministry sent soldiers.")
    story.named("Peru", "Country", known=PERU)
    ministry, soldiers = story.entity("interior ministry", "Ministry"), story.entity("soldiers", "MilitaryPersonnel")
    keys = keyed(story)
    assert keys.keys(ministry.index) == (f"Organization|{PERU}|interior ministry",)
    assert keys.keys(soldiers.index) == ()


def test_ambiguous_city() -> None:
    """A city whose name several bear is looked for together with the country that the story is about."""
    story = Story("In Peru they left Santiago.")
    story.named("Peru", "Country", known=PERU)
    row = story.named("Santiago", "City").index
    doubts = [
        ExternalLink(row, f"http://example.org/{n}", 0.5, ("'Santiago' is its main name",), "unsure") for n in (1, 2)
    ]
    assert f"Place|{PERU}|santiago" in keyed(story, *doubts).keys(row)


def test_only_candidate() -> None:
    """A city that nothing else is called like is one with that in other stories, though the link is not sure."""
    story = Story("They left Volos.")
    row = story.named("Volos", "City").index
    doubt = ExternalLink(row, "http://example.org/volos", 0.7, ("'Volos' is its main name",), "unsure")
    assert keyed(story, doubt).keys(row) == ("=http://example.org/volos",)


def test_told_apart() -> None:
    """What a text tells apart from another of its name is not looked for by name."""
    story = Story("Springfield is not Springfield.")
    rows = [story.named("Springfield", "City").index for _ in range(2)]
    assert [keyed(story).keys(row) for row in rows] == [(), ()]


def test_publisher() -> None:
    """The publisher of a story is an organisation that texts may speak of."""
    story = Story("It rained.", publisher="The Daily Planet")
    assert keyed(story).keys(-1) == ("Organization||daily planet",)


def test_office_called() -> None:
    """ "Estonia's prime minister" holds an office that only one person holds; "Estonia's senator" shares his."""
    story = Story("Estonia's prime minister and Estonia's senator left.")
    who = [story.entity(words, "Person").index for words in ("Estonia's prime minister", "Estonia's senator")]
    held = [Holding(entry(story.document, story.findings)).offices(row) for row in who]
    assert [len(keys) for keys in held] == [1, 0]
    assert held[0][0].startswith("office|prime minister|=")
