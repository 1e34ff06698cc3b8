"""Whose words stand where: source, cue and content."""

from collections.abc import Callable

import pytest

from extraction.story import Story
from newsgraph.model.findings import Attribution
from newsgraph.model.text import Span

Read = Callable[..., Story]


def words(spans: tuple[Span, ...], story: Story) -> str:
    """The words of some spans, joined by a stroke."""
    return " | ".join(span.of(story.text) for span in spans)


def told(story: Story) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution."""
    found = story.findings.attributions
    return [(words(a.source, story), words(a.cue, story), words(a.content, story)) for a in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The baker said that the oven was cold.", "The baker", "said", "that the oven was cold"),
        ("The baker has also said the oven was cold.", "The baker", "has also said", "the oven was cold"),
        ("The oven was cold, the baker said.", "the baker", "said", "The oven was cold"),
        ("The oven, the baker said, was cold.", "the baker", "said", "The oven | was cold"),
        ("The oven was cold, said Ida Moss, the baker.", "Ida Moss, the baker", "said", "The oven was cold"),
        ('"The oven is cold," she said.', "she", "said", '"The oven is cold,"'),
        ('The baker said: "The oven is cold."', "The baker", "said", '"The oven is cold."'),
        ("According to the baker, the oven was cold.", "the baker", "According to", "the oven was cold."),
        ("The oven was cold, according to the baker.", "the baker", "according to", "The oven was cold"),
        ("The judge called the rule a disaster.", "The judge", "called", "the rule a disaster"),
        ("The judge criticized the new rule.", "The judge", "criticized", "the new rule"),
        ("The thieves reportedly fled by boat.", "", "reportedly", "The thieves | fled by boat"),
        ("Said Moss: “The oven is cold.”", "Moss", "Said", "“The oven is cold.”"),
        ("As the baker put it, the oven was cold.", "the baker", "put", "the oven was cold"),
        ("The baker was quoted as saying that it was cold.", "The baker", "was quoted as saying", "that it was cold"),
        ("The paper quoted the baker as saying it was cold.", "the baker", "quoted | as saying", "it was cold"),
        ("The judge described the rule as odd.", "The judge", "described", "the rule as odd"),
        ("The judge attacked the mayor for the rule.", "The judge", "attacked", "the mayor for the rule"),
        ("The judge called for a new rule.", "The judge", "called for", "a new rule"),
        ("The judge spoke about the old rule.", "The judge", "spoke about", "the old rule"),
        ("The board plans to close the pool.", "The board", "plans", "to close the pool"),
        ("The board urged members to pay.", "The board", "urged", "members to pay"),
        ("Two studies show that the pool is safe.", "Two studies", "show", "that the pool is safe"),
        ("Her claim that the pool is safe was wrong.", "Her", "claim", "that the pool is safe"),
        ("The owner is confident that the pool is safe.", "The owner", "confident", "that the pool is safe"),
    ],
)
def test_one(read: Read, text: str, source: str, cue: str, content: str) -> None:
    """Source, cue and content of each construction; marks at the edges do not matter."""
    (found,) = told(read(text))
    assert tuple(part.strip(' ".,') for part in found) == (source, cue, content.strip(' ".,'))


@pytest.mark.parametrize(
    "text",
    [
        "The oven broke on Monday.",
        "The council called an ambulance.",
        "Rebels attacked the village.",
        "Police defended.",
        "The pool needs water.",
        "The plan failed.",
        "The board saw the pool.",
    ],
)
def test_none(read: Read, text: str) -> None:
    """What is nobody's words is no attribution."""
    assert told(read(text)) == []


def test_speech_goes_on(read: Read) -> None:
    """A quotation that follows in the paragraph is the same speaker's."""
    story = read('"The oven is cold," the baker said. "It has been for days. We wait."')
    assert [content for _, _, content in told(story)] == [
        '"The oven is cold," | "It has been for days. We wait."',
    ]


def test_next_paragraph_is_another_speaker(read: Read) -> None:
    """Each speaker keeps the words beside the own verb."""
    story = read('"The oven is cold," the baker said.\n\n"It is not," the miller replied.')
    assert [(who, content) for who, _, content in told(story)] == [
        ("the baker", '"The oven is cold,"'),
        ("the miller", '"It is not,"'),
    ]


def outer(story: Story) -> list[Attribution]:
    """The attributions that stand in no other."""
    return [a for a in story.findings.attributions if a.within is None]


def test_nesting(read: Read) -> None:
    """What somebody says that somebody says stands inside."""
    story = read("The paper said that the baker had claimed that the oven was cold.")
    assert [words(a.cue, story) for a in outer(story)] == ["said"]
    assert [a.within for a in story.findings.attributions] == [None, 0]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Moss said the oven was cold, adding that he was tired.", "the oven was cold", "that he was tired"),
        ("Moss said the oven was cold and called it odd.", "the oven was cold", "it odd"),
        ("Moss said the oven was cold, but he refused to leave.", "the oven was cold", "to leave"),
    ],
)
def test_beside(read: Read, text: str, first: str, second: str) -> None:
    """What a reporter goes on to say stands beside the first report and not inside it."""
    story = read(text)
    assert [content for _, _, content in told(story)] == [first, second]
    assert outer(story) == list(story.findings.attributions)


def test_whom_a_report_cites(read: Read) -> None:
    """A cited person says inside the report what the report says; a reason that is cited says nothing."""
    story = read("Troops had fled, the agency reported, citing a local official.")
    assert told(story)[1] == ("a local official", "citing", "Troops had fled")
    assert [a.within for a in story.findings.attributions] == [None, 0]


def test_signed(read: Read) -> None:
    """A quotation may have its author below."""
    assert told(read("“The oven is cold.” ― Ida Moss")) == [("Ida Moss", "―", "“The oven is cold.”")]


def test_own_thoughts(read: Read) -> None:
    """What speakers say that they think is part of what they say."""
    assert len(told(read('"I think that the oven is cold," she said.'))) == 1


def test_lines_of_a_transcript(read: Read) -> None:
    """A name before a colon at the start of a line speaks the line."""
    story = read("MOSS: The oven is cold.\n\nHALE: It is not.")
    assert [(who, content.strip(".")) for who, _, content in told(story)] == [
        ("MOSS", "The oven is cold"),
        ("HALE", "It is not"),
    ]


def test_direct(read: Read) -> None:
    """Direct speech is told from reports."""
    assert [a.direct for a in read('"The oven is cold," she said.').findings.attributions] == [True]
    assert [a.direct for a in read("She said that the oven was cold.").findings.attributions] == [False]


def test_claims_know_their_attribution(read: Read) -> None:
    """A claim points to the words that make it somebody's."""
    story = read("Police had arrested a student, the mayor said.")
    (found,) = {v.attribution for claim in story.findings.claims for v in claim.voices if v.cue is not None}
    assert found is not None
    assert words(story.findings.attributions[found].content, story) == "Police had arrested a student"


def test_claimant(read: Read) -> None:
    """The claimant is the entity that the words stand for."""
    story = read("Ida Moss left. She said that the oven was cold.")
    (found,) = story.findings.attributions
    assert found.claimant is not None
    assert story.findings.entities[found.claimant].label == "Ida Moss"
