from collections.abc import Callable

import pytest

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import find, for_event

Parse = Callable[[str], Doc]


def day(parse: Parse, text: str, trigger: str) -> str | None:
    """The day of the event with that trigger word in a story of Thursday, 14 March 2024."""
    doc = parse(text)
    times = find(doc, "2024-03-14")
    index = for_event(doc, times, next(t.i for t in doc if t.text == trigger))
    return None if index is None else times[index].stamp


@pytest.mark.parametrize(
    ("text", "trigger", "stamp"),
    [
        ("Calm returned to Tripoli on Wednesday, a day after clashes between militias.", "clashes", "2024-03-12"),
        ("Calm returned to Tripoli on Wednesday, a day after clashes between militias.", "returned", "2024-03-13"),
        ("Calm returned on Wednesday, a day after clashes in which 27 people died.", "died", "2024-03-12"),
        ("The minister resigned on Monday, two days after police killed three men.", "killed", "2024-03-09"),
        ("Rebels attacked Bria on Sunday, the day before the election.", "election", "2024-03-11"),
        ("The trial opened on Monday, one week after he was arrested.", "arrested", "2024-03-04"),
        ("A day after the bombing in Quetta, police arrested a man on Tuesday.", "bombing", "2024-03-11"),
        ("Police arrested a man several days after the bombing in Quetta.", "bombing", None),
    ],
)
def test_days_by_their_distance(parse: Parse, text: str, trigger: str, stamp: str | None) -> None:
    """What was some days before or after what the clause tells has a day of its own."""
    assert day(parse, text, trigger) == stamp


def test_deictic_days(parse: Parse) -> None:
    """ "The day before yesterday" is one time and no distance from another."""
    found = find(parse("He arrived the day before yesterday."), "2024-03-14")
    assert [t.stamp for t in found] == ["2024-03-12"]
