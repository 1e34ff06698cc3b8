"""Where time expressions can begin is worked out from the patterns themselves."""

import re

import pytest

from newsgraph.extraction.times.finder import RULES, _matches
from newsgraph.extraction.times.openings import openings
from newsgraph.extraction.times.patterns import lowered

TEXT = (
    "Between 3 and 5 May 2021, and again in the late '90s, early on Tuesday morning or at 10.30 p.m. GMT, the "
    "strike that began three weeks ago, on the 2nd of June, went on for some two years; every Monday, last summer, in "
    "the first quarter of fiscal 2019, at noon, overnight, year-on-year, for a decade or so, since 12/05/2020 and "
    "2020-05-12."
)


def test_every_match_is_found_where_it_begins() -> None:
    """Looking only where a rule can begin finds what looking everywhere does."""
    text = lowered(TEXT)
    everywhere = {(n, m.span()) for n, rule in enumerate(RULES) for m in rule.pattern.finditer(text)}
    assert len(everywhere) > 20
    assert {(n, m.span()) for n, m in _matches(text)} == everywhere


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?:late )?may", {"la", "ma"}),
        (r"\d(?= of)", set("0123456789")),
        ("[ab]{1,2}c", {"aa", "ab", "ba", "bb", "ac", "bc"}),
        ("x*yz", {"xx", "xy", "yz"}),
    ],
)
def test_openings(pattern: str, expected: set[str]) -> None:
    """The first two characters; fewer where the pattern asks for no more."""
    assert openings(re.compile(pattern)) == expected


def test_what_begins_with_anything() -> None:
    """A pattern that any character can begin has no openings."""
    assert openings(re.compile(".may")) is None
