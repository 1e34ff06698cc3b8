"""What a TIMEX3 value says in XML Schema terms: one day or part of it, or the bounds of a longer stretch."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bounds:
    """Either `stamp` (one day or part of it), or `begin` and `end` of a stretch, one of them None where it is open."""

    stamp: str | None = None
    begin: str | None = None
    end: str | None = None


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2), "H1": (1, 6), "H2": (7, 12)}
_OPEN_END = {"AFTER", "ON_OR_AFTER"}
_OPEN_BEGIN = {"BEFORE", "ON_OR_BEFORE"}


def bounds(value: str, mod: str | None = None, zone: str = "") -> Bounds:
    """The bounds of a DATE or TIME value; empty where the value is not anchored.

    >>> bounds("2022-01-05TNI").stamp, bounds("2022-Q1").begin, bounds("199").end
    ('2022-01-05', '2022-01', '1999')
    """
    found = _stamp(value, zone) or _stretch(value) or Bounds()
    if mod in _OPEN_END:
        return Bounds(begin=found.stamp or found.begin)
    return Bounds(end=found.stamp or found.end) if mod in _OPEN_BEGIN else found


def _stamp(value: str, zone: str) -> Bounds | None:
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(?:(\d\d)(?::(\d\d))?(?::(\d\d))?|[A-Z]{2}))?", value)
    if match is None:
        return None
    day, hour, minute, second = match.groups()
    if hour in (None, "24"):  # midnight at the end of a day still belongs to it
        return Bounds(stamp=day)
    return Bounds(stamp=f"{day}T{hour}:{minute or '00'}:{second or '00'}{zone}")


def _stretch(value: str) -> Bounds | None:
    for shape, read in _SHAPES:
        if match := re.fullmatch(shape, value):
            return read(match)
    return None


def _whole(match: re.Match[str]) -> Bounds:
    return Bounds(begin=match[0], end=match[0])


def _years(match: re.Match[str]) -> Bounds:
    return Bounds(begin=match[1], end=match[2])


def _decade(match: re.Match[str]) -> Bounds:
    width = 4 - len(match[1])
    return Bounds(begin=match[1] + "0" * width, end=match[1] + "9" * width)


def _week(match: re.Match[str]) -> Bounds | None:
    try:
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
    except ValueError:  # a week 53 in a year that has none
        return None
    return Bounds(begin=first.isoformat(), end=date.fromisocalendar(int(match[1]), int(match[2]), 7).isoformat())


def _quarter(match: re.Match[str]) -> Bounds:
    last = int(match[2]) * 3
    return Bounds(begin=f"{match[1]}-{last - 2:02d}", end=f"{match[1]}-{last:02d}")


def _season(match: re.Match[str]) -> Bounds:
    first, last = _SEASONS[match[2]]
    year = int(match[1])
    return Bounds(begin=f"{year:04d}-{first:02d}", end=f"{year + (last < first):04d}-{last:02d}")


_SHAPES = (
    (r"\d{4}-\d\d", _whole),
    (r"\d{4}", _whole),
    (r"(\d{4}(?:-\d\d-\d\d)?)/(\d{4}(?:-\d\d-\d\d)?)", _years),
    (r"(\d{2,3})X*", _decade),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-Q(\d)", _quarter),
    (r"(\d{4})-(SP|SU|FA|WI|H1|H2)", _season),
)
