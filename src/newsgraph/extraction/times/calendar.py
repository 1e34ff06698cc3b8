"""Arithmetic on days, and the TIMEX3 value of the stretch that holds a day. A day may be None: unknown."""

from datetime import date, timedelta

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
_DAYS = {"D": 1, "NI": 1, "W": 7, "WE": 7, "FN": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_LAST_YEAR = 9999
_TOLD_WITH_YEAR = 300


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month if it is shorter; kept inside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), _LAST_YEAR)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (_LAST_YEAR, 12) else date.max
    return (following - timedelta(1)).day if following != date.max else 31


def shift(day: date | None, unit: str, steps: int) -> date | None:
    """The day some units (D, W, WE, FN, M, Q, Y, E, C) on; None stays None, and so is a day outside the calendar."""
    if day is None:
        return None
    if unit in _MONTHS:
        months = steps * _MONTHS[unit]
        return add_months(day, months) if 1 <= day.year + months / 12 < _LAST_YEAR else None
    days = day.toordinal() + steps * _DAYS.get(unit, 0)
    return date.fromordinal(days) if 1 <= days <= date.max.toordinal() else None


def period(day: date | None, unit: str) -> str:
    """The TIMEX3 value of the day, week, weekend, month, quarter, year, decade or century around a day."""
    if day is None:
        return UNKNOWN.get(unit, "XXXX-XX-XX")
    year, week, _ = day.isocalendar()
    return {
        "W": f"{year:04d}-W{week:02d}",
        "FN": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year // 10:03d}",
        "C": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def weekday_near(day: date, number: int, direction: int) -> date:
    """The nearest day with that ISO weekday, the day itself included: on or after it if direction is 1, else before."""
    gap = (number - day.isoweekday()) % 7 if direction > 0 else -((day.isoweekday() - number) % 7)
    return day + timedelta(gap)


def month_near(day: date, month: int, direction: int) -> date:
    """The first day of the nearest such month, the running month included."""
    months = (month - day.month) % 12 if direction > 0 else -((day.month - month) % 12)
    return add_months(day.replace(day=1), months)


def day_near(day: date, month: int, number: int, direction: int) -> date | None:
    """That day and month in the year that fits the direction; 0 takes the nearest. None if there is no such day.

    A day ten months or more back would be told with its year, so that then the nearest is taken after all.
    """
    found = [d for year in (day.year - 1, day.year, day.year + 1) if (d := make(year, month, number))]
    fitting = [d for d in found if (d - day).days * direction >= 0]
    nearest = min(found, key=lambda d: abs((d - day).days), default=None)
    best = min(fitting, key=lambda d: abs((d - day).days), default=nearest)
    return nearest if best is None or abs((best - day).days) > _TOLD_WITH_YEAR else best


def make(year: int, month: int, number: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    if not (1 <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= number <= days_in(year, month)):
        return None
    return date(year, month, number)


def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian computus)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    offset = full_moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
