"""TIMEX3 values in XML Schema terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extraction.times.calendar import add_months, day_near, easter, period, weekday_near
from newsgraph.extraction.times.values import Bounds, bounds


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-05", Bounds(stamp="2022-01-05")),
        ("2022-01-05TEV", Bounds(stamp="2022-01-05")),
        ("2022-01-05T24:00", Bounds(stamp="2022-01-05")),
        ("2022-01-05T23:00", Bounds(stamp="2022-01-05T23:00:00")),
        ("2022-W01", Bounds(begin="2022-01-03", end="2022-01-09")),
        ("2022-W01-WE", Bounds(begin="2022-01-08", end="2022-01-09")),
        ("2021-WI", Bounds(begin="2021-12", end="2022-02")),
        ("2021-Q4", Bounds(begin="2021-10", end="2021-12")),
        ("2021-H1", Bounds(begin="2021-01", end="2021-06")),
        ("199", Bounds(begin="1990", end="1999")),
        ("18", Bounds(begin="1800", end="1899")),
        ("PAST_REF", Bounds()),
        ("XXXX-WXX-4", Bounds()),
    ],
)
def test_bounds(value: str, expected: Bounds) -> None:
    """Each shape of value has its own bounds, an unanchored one has none."""
    assert bounds(value) == expected


def test_on_or_after() -> None:
    """A modifier that opens the stretch leaves one bound only."""
    assert bounds("1994", "ON_OR_AFTER") == Bounds(begin="1994")


@given(st.dates(), st.integers(1, 7))
def test_weekday_near(day, number) -> None:  # type: ignore[no-untyped-def]
    """The nearest weekday looking back is at most six days before, the day itself included."""
    if day.toordinal() > 7:
        found = weekday_near(day, number, -1)
        assert found.isoweekday() == number and 0 <= (day - found).days <= 6


@given(st.dates(), st.integers(-2000, 2000))
def test_add_months(day, months) -> None:  # type: ignore[no-untyped-def]
    """Month arithmetic never leaves the calendar and never grows the day of the month."""
    assert add_months(day, months).day <= day.day


@given(st.dates())
def test_period_of_unknown_and_known(day) -> None:  # type: ignore[no-untyped-def]
    """A month's value is the head of the day's value."""
    assert period(day, "D").startswith(period(day, "M")) and period(None, "M") == "XXXX-XX"


def test_no_such_day() -> None:
    """30 February is no day in any year."""
    assert day_near(easter(2022), 2, 30, 0) is None


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-23"), (2022, "2022-04-17"), (2024, "2024-03-31")])
def test_easter(year: int, day: str) -> None:
    """Easter Sunday is computed."""
    assert easter(year).isoformat() == day
