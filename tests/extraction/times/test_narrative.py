"""Which day still holds where a clause names none."""

import pytest

from newsgraph.extraction.extractor import Extractor
from newsgraph.model.text import Document


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Police raided a house on Tuesday. They found weapons.", "found", "2024-03-12"),
        ("Police raided a house on Tuesday. A spokesman said a man had died.", "said", "2024-03-12"),
        (
            "Police raided a house on Tuesday. On Wednesday, they left. The mayor complained.",
            "complained",
            "2024-03-13",
        ),
        ("Police raided a house on Tuesday. The mayor will complain.", "complain", None),
        ("Police raided a house on Tuesday. The mayor is angry.", "angry", None),
        ("The firm was founded on 3 May 1968. The mayor complained.", "complained", None),
        ("The mayor complained. Police raided a house on Tuesday.", "complained", None),
    ],
)
def test_day_reached(extractor: Extractor, text: str, word: str, day: str | None) -> None:
    """What the past tense tells is on the recent day told last; other tenses and long ago days tell nothing."""
    found = extractor.anchors(Document(text, date="2024-03-14"))
    token = found.word(text.index(word))
    assert token is not None
    time = found.told(token)
    assert (time and time.stamp) == day


def test_line_with_a_day(extractor: Extractor) -> None:
    """A line that holds nothing but a day is no part of the first sentence."""
    text = "Bakers strike\nMarch 14, 2024\nYesterday, at this year's fair in Bern, the bakers announced a strike."
    found = extractor.anchors(Document(text, date="2024-03-14"))
    token = found.word(text.index("announced"))
    assert token is not None
    time = found.time(token)
    assert time is not None
    assert time.stamp == "2024-03-13"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("He was killed two days before the vote on Monday.", "killed", None),
        ("He was killed two days before the vote on Monday.", "vote", "2024-03-11"),
        ("He resigned a week after meeting the king on Sunday.", "resigned", None),
        ("Three days after the coup on 5 March, the army arrested the mayor.", "arrested", None),
        ("He was arrested after a raid on Tuesday.", "arrested", "2024-03-12"),
        ("On Monday soldiers raided a house; five people were arrested.", "arrested", "2024-03-11"),
        ("On Tuesday, the union plans to hold a march.", "plans", "2024-03-19"),
        ("In a July 16 interview, the minister denied it.", "denied", "2023-07-16"),
    ],
)
def test_days_apart(extractor: Extractor, text: str, word: str, value: str | None) -> None:
    """Another event's day is that of its circumstance, not of what was some days before or after it."""
    found = extractor.anchors(Document(text, date="2024-03-14"))
    token = found.word(text.index(word))
    assert token is not None
    time = found.time(token)
    assert (time and time.value) == value
