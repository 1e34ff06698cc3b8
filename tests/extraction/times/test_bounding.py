from collections.abc import Callable

import pytest

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import find

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "stamp", "begin"),
    [
        ("The death toll from Sunday's ferry accident rose.", "2024-03-10", None),
        ("The city has been calm since Sunday's riot.", "2024-03-10", None),
        ("Shops have been closed since Sunday.", None, "2024-03-10"),
    ],
)
def test_day_of_what_is_spoken_of(parse: Parse, text: str, stamp: str | None, begin: str | None) -> None:
    """The day of a noun is that day; "since" and "from" before it are about the noun."""
    (found,) = find(parse(text), "2024-03-14")
    assert (found.stamp, found.begin) == (stamp, begin)
