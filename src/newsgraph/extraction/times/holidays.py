"""Days of the year that have names."""

import re
from datetime import date, timedelta

from newsgraph.extraction.times.calendar import easter, weekday_near
from newsgraph.extraction.times.modifiers import MOD, modifier
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule

_FIXED = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "palm sunday": -7}


def day_of(name: str, year: int) -> date:
    """The day of that year that bears the name."""
    if name in _FROM_EASTER:
        return easter(year) + timedelta(_FROM_EASTER[name])
    if name.startswith("thanksgiving"):
        return weekday_near(date(year, 11, 22), 4, 1)
    return date(year, *_FIXED[name])


def _holiday(match: re.Match[str], context: Context) -> Reading:
    name = " ".join(match["name"].lower().replace("\u2019", "'").split())
    if year := match.groupdict().get("year"):
        return Reading("DATE", day_of(name, int(year)).isoformat(), modifier(match))
    if context.day is None:
        fixed = _FIXED.get(name)
        return Reading("DATE", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX", modifier(match))
    return Reading("DATE", _nearest(name, context.day, _side(match, context)).isoformat(), modifier(match))


def _side(match: re.Match[str], context: Context) -> int:
    return {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0) or context.direction(match)


def _nearest(name: str, day: date, direction: int) -> date:
    found = [day_of(name, day.year + years) for years in (-1, 0, 1)]
    fitting = [d for d in found if (d - day).days * direction >= 0]
    return min(fitting or found, key=lambda d: abs((d - day).days))


_NAMES = "|".join((*_FIXED, *_FROM_EASTER, "thanksgiving day", "thanksgiving"))
RULES: tuple[Rule, ...] = (rule(rf"{MOD}(?:<which> )?(?P<name>{_NAMES})(?:,? <year>)?", _holiday),)
