"""Dates that count from the day of publication or from one named before: "last month", "a year earlier"."""

import re
from datetime import date

from newsgraph.extraction.times.absolute import is_month
from newsgraph.extraction.times.calendar import day_near, month_near, period, shift, weekday_near
from newsgraph.extraction.times.modifiers import AHEAD, BACK, FROM_REFERENCE, MOD, WHICH, modifier, step
from newsgraph.extraction.times.reading import Context, Reading, Rule, is_modifier, rule
from newsgraph.extraction.times.words import MONTHS, SEASONS, WEEKDAYS

_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _is_no_title(match: re.Match[str], context: Context) -> bool:
    """ "USA Today" is a newspaper."""
    before = context.before(match)
    title = context.doc.text[match.start("deictic")].isupper() and before is not None and before.pos_ == "PROPN"
    return not title


def _deictic(match: re.Match[str], context: Context) -> Reading:
    day = shift(context.day, "D", _STEPS[match["deictic"].lower()])
    return Reading("DATE", period(day, "D"), modifier(match))


def _day_before(match: re.Match[str], context: Context) -> Reading:
    steps = 2 if match["deictic"].lower() == "tomorrow" else -2
    return Reading("DATE", period(shift(context.day, "D", steps), "D"))


def _weekday(match: re.Match[str], context: Context) -> Reading:
    number = WEEKDAYS[match["weekday"].lower()]
    which = (match.groupdict().get("which") or "").lower()
    day = context.reference(match) if which in FROM_REFERENCE else context.day
    if day is None:
        return Reading("DATE", f"XXXX-WXX-{number}", modifier(match))
    if which in BACK | AHEAD:
        return Reading("DATE", _strictly(day, number, step(which)), modifier(match))
    return Reading("DATE", weekday_near(day, number, context.direction(match)).isoformat(), modifier(match))


def _strictly(day: date, number: int, direction: int) -> str:
    """The nearest such weekday before or after the day, that day itself left out."""
    return weekday_near(shift(day, "D", direction) or day, number, direction).isoformat()


def _named_month(match: re.Match[str], context: Context) -> Reading:
    month, which = MONTHS[match["month"].lower().rstrip(".")], match["which"].lower()
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", modifier(match))
    if not step(which):
        return Reading("DATE", f"{context.day.year:04d}-{month:02d}", modifier(match))
    other = shift(context.day, "M", step(which)) or context.day
    return Reading("DATE", period(month_near(other, month, step(which)), "M"), modifier(match))


def _season(match: re.Match[str], context: Context) -> Reading:
    code, which = SEASONS[match["season"].lower()], (match.groupdict().get("which") or "this").lower()
    if context.day is None:
        return Reading("DATE", f"XXXX-{code}", modifier(match))
    last_month = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}[code]
    steps = -1 if which == "past" else step(which)
    passed = context.day.month > last_month
    shifted = (not passed and steps < 0) * -1 + (passed and steps > 0) * 1
    return Reading("DATE", f"{context.day.year + shifted:04d}-{code}", modifier(match))


def _is_season(match: re.Match[str], context: Context) -> bool:
    before = context.before(match)
    return match["the"] is not None or (
        before is not None and before.lower_ in ("in", "since", "by", "until", "during")
    )


def _week_of(match: re.Match[str], context: Context) -> Reading | None:
    month, number = MONTHS[match["month"].lower().rstrip(".")], int(re.sub(r"\D", "", match["day"]))
    near = day_near(context.day, month, number, context.direction(match)) if context.day else None
    return Reading("DATE", period(near, "W"))


RULES: tuple[Rule, ...] = (
    rule(rf"{MOD}(?P<deictic>yesterday|today|tomorrow)", _deictic, _is_no_title),
    rule(r"(?:the )?day (?:before|after) (?P<deictic>yesterday|tomorrow)", _day_before),
    rule(rf"{MOD}<weekday>", _weekday),
    rule(rf"{MOD}{WHICH} <weekday>", _weekday, is_modifier),
    rule(rf"{MOD}{WHICH} <month>", _named_month, is_month),
    rule(rf"{MOD}{WHICH} <season>", _season),
    rule(rf"{MOD}(?P<the>the )?<season>", _season, _is_season),
    rule(r"the week of <month> <day>", _week_of),
)
