"""Amounts and spoken years."""

import pytest

from newsgraph.extraction.times.numbers import amount, spoken_year


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3", 3),
        ("1,500", 1500),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("a", 1),
        ("a couple of", 2),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two thousand three hundred", 2300),
        ("a dozen", 12),
    ],
)
def test_amount(words: str, number: float) -> None:
    """Digits, words, halves and scales add up."""
    assert amount(words) == number


@pytest.mark.parametrize(
    ("words", "year"), [("nineteen ninety-seven", 1997), ("twenty twenty-two", 2022), ("two thousand and ten", 2010)]
)
def test_spoken_year(words: str, year: int) -> None:
    """Years are spoken in pairs of digits or in thousands."""
    assert spoken_year(words) == year
