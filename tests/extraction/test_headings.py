"""Source lines: a city and the paper or station there."""

from collections.abc import Callable

import pytest

from newsgraph.extraction.headings import source_lines
from newsgraph.extraction.parse import Doc

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MX0103121594 Lisbon RADIO SUL in Portuguese 0800 GMT 3 Mar 95", [("Lisbon", "RADIO SUL")]),
        ("Oslo NORDLYS", [("Oslo", "NORDLYS")]),
        ("Nairobi Kenya Radio Network in Swahili", [("Nairobi", "Kenya Radio Network")]),
        ("OSLO TALKS FAIL", []),
        ("Oslo residents protested on Monday.", []),
        ("Lisbon Mayor Ana Silva spoke in Portuguese.", []),
        ("The president visited Lisbon in March.", []),
    ],
)
def test_source_lines(parse: Parse, text: str, found: list[tuple[str, str]]) -> None:
    """Only a line that names its language, or no more than city and source, is one."""
    assert [(place.text, body.text) for place, body in source_lines(parse(text))] == found
