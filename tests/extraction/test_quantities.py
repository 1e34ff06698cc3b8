"""Numbers in words and digits, by the conventions of the graph: bounds are inclusive, None where open."""

from collections.abc import Callable

import pytest

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.quantities import Quantity, quantity_of

Parse = Callable[[str], Doc]


def counted(parse: Parse, phrase: str) -> Quantity | None:
    """How many people were rescued."""
    doc = parse(f"Crews rescued {phrase} on Monday.")
    noun = next(t for t in doc if t.text in {"people", "miners"})
    return quantity_of(noun)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("eight", 8),
        ("17", 17),
        ("1,500", 1500),
        ("12,345,678", 12345678),
        ("twelve", 12),
        ("twenty-five", 25),
        ("ninety-nine", 99),
        ("two hundred", 200),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two thousand three hundred", 2300),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three million", 3_000_000),
        ("18 million", 18_000_000),
        ("1.4 million", 1_400_000),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
    ],
)
def test_exact_numbers(parse: Parse, words: str, number: float) -> None:
    """A plain number is its own minimum and maximum."""
    found = counted(parse, f"{words} people")
    assert found is not None
    assert (found.minimum, found.maximum, found.approximate) == (number, number, False)


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("dozens of people", 24),
        ("scores of people", 40),
        ("hundreds of people", 200),
        ("thousands of people", 2_000),
        ("tens of thousands of people", 20_000),
        ("hundreds of thousands of people", 200_000),
        ("millions of people", 2_000_000),
        ("several hundred people", 200),
        ("several thousand people", 2_000),
        ("several dozen people", 24),
        ("dozens of trapped miners", 24),
    ],
)
def test_vague_numbers(parse: Parse, words: str, least: float) -> None:
    """Dozens and their kin have a minimum and no maximum."""
    found = counted(parse, words)
    assert found is not None
    assert (found.minimum, found.maximum, found.approximate) == (least, None, False)


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("at least eight", 8, None, False),
        ("more than 80", 80, None, False),
        ("over 1,000", 1000, None, False),
        ("no fewer than 30", 30, None, False),
        ("up to 40", None, 40, False),
        ("fewer than 20", None, 20, False),
        ("no more than 15", None, 15, False),
        ("as many as 60", None, 60, False),
        ("about 300", 300, 300, True),
        ("nearly 300", 300, 300, True),
        ("some 300", 300, 300, True),
        ("around two hundred", 200, 200, True),
        ("an estimated 5,000", 5000, 5000, True),
        ("between 20 and 30", 20, 30, False),
        ("20 to 30", 20, 30, False),
        ("from 20 to 30", 20, 30, False),
        ("20-30", 20, 30, False),
        ("two or three", 2, 3, False),
        ("at least a dozen", 12, None, False),
        ("more than two dozen", 24, None, False),
        ("at least half a million", 500_000, None, False),
        ("between two and three million", 2e6, 3e6, False),
    ],
)
def test_qualified_numbers(parse: Parse, words: str, low: float | None, high: float | None, approximate: bool) -> None:
    """What stands before a number opens a bound or makes it approximate; ranges have two bounds."""
    found = counted(parse, f"{words} people")
    assert found is not None
    assert (found.minimum, found.maximum, found.approximate) == (low, high, approximate)


@pytest.mark.parametrize("phrase", ["people", "the people", "many people", "trapped people", "other people"])
def test_no_number(parse: Parse, phrase: str) -> None:
    """Where no number is told there is no quantity."""
    assert counted(parse, phrase) is None


def test_span_holds_the_qualifier(parse: Parse) -> None:
    """The evidence of a quantity is the number with what qualifies it."""
    text = "Crews rescued at least 8 people on Monday."
    found = counted(parse, "at least 8 people")
    assert found is not None
    assert found.span.of(text) == "at least 8"


def test_a_year_is_no_quantity(parse: Parse) -> None:
    """The number of another noun is not borrowed."""
    doc = parse("Crews who trained for two years rescued people.")
    assert quantity_of(doc[-2]) is None
