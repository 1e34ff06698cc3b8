"""Weeks, months, quarters and years that count from the day of publication or from one named before."""

import re
from datetime import date

from newsgraph.extraction.times.calendar import period, shift, weekday_near
from newsgraph.extraction.times.modifiers import APPROX, FROM_REFERENCE, MOD, WHICH, approximator, modifier, step
from newsgraph.extraction.times.numbers import amount
from newsgraph.extraction.times.reading import Context, Reading, Rule, is_modifier, rule
from newsgraph.extraction.times.words import unit

_COUNTED_WEEKS = 3  # "two weeks ago" is fourteen days back; more weeks are told in weeks
_QUARTER = r"\d{4}-Q\d"
_TURN = r"(?P<turn>ago|earlier|later|from now|hence)"


def _whole_unit(match: re.Match[str], context: Context) -> Reading:
    """ "last week", "the following year"; "the next day" is that after a day named before."""
    code, which = unit(match["unit"]), match["which"].lower().split()[-1]
    if code == "D" and which == "next":
        which = "following"
    if which == "latest":
        which = "last" if code == "Q" else "this"
    anaphoric = which in FROM_REFERENCE
    if anaphoric and (value := _around_latest(code, step(which), match, context)):
        return Reading("DATE", value, modifier(match))
    told = context.told_day(match) or (context.day if step(which) < 0 else None)
    day = told if anaphoric else context.day
    return Reading("DATE", period(shift(day, code, step(which)), code), modifier(match))


def _around_latest(code: str, steps: int, match: re.Match[str], context: Context) -> str | None:
    """The unit so many steps from the one that was read shortly before.

    Looking back, "a year earlier" and another "a year earlier" both count from the latest year named, not in a chain.
    """
    if code == "Y" and (years := context.near(match, r"\d{4}")):
        return f"{int((max(years) if steps < 0 else years[-1])[:4]) + steps:04d}"
    if code == "M" and (months := context.near(match, r"\d{4}-\d\d")):
        return period(shift(date(int(months[-1][:4]), int(months[-1][5:7]), 1), "M", steps), "M")
    return None


def _is_singular(match: re.Match[str], context: Context) -> bool:
    if not is_modifier(match, context):
        return False
    return unit(match["unit"]) not in ("TH", "TM", "TS") and not match["unit"].lower().endswith("s")


def _the_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "the quarter", "the week": the one read last, else the running one."""
    code = unit(match["unit"])
    if code == "WE":
        return Reading("DATE", period(_weekend(match, context), code), modifier(match))
    if code == "D":
        return Reading("DATE", period(context.reference(match), code), modifier(match))
    value = context.quarter() if code == "Q" else _told_year(match, context) if code == "Y" else None
    return Reading("DATE", value or period(context.day, code), modifier(match))


def _told_year(match: re.Match[str], context: Context) -> str | None:
    """The year that a story of long ago has just named ("In 1994 ... later in the year")."""
    years = context.near(match, r"\d{4}$")
    long_ago = bool(years) and context.day is not None and int(years[-1]) < context.day.year - 1
    return years[-1] if long_ago else None


def _weekend(match: re.Match[str], context: Context) -> date | None:
    return weekday_near(context.day, 6, context.direction(match)) if context.day else None


def _is_named_unit(match: re.Match[str], context: Context) -> bool:
    """ "the day" needs a modifier ("later in the day"); "the year ended 30 June" is a length."""
    after = context.after(match)
    if unit(match["unit"]) == "D":
        return match["mod"] is not None
    lengths = ("ended", "ending", "of", "when", "that", "since")
    return after is None or unit(match["unit"]) == "Q" or after.lower_ not in lengths


def _ago(match: re.Match[str], context: Context) -> Reading:
    code = unit(match["unit"])
    anchored = match["turn"].lower() in ("ago", "from now", "hence")
    steps = amount(match["num"]) * (1 if match["turn"].lower() in ("later", "from now", "hence", "after") else -1)
    mod = approximator(match) or ("APPROX" if match["so"] else None)
    if code == "Y" and (quarter := context.quarter()) and _same_sentence(match, context):
        return Reading("DATE", f"{int(quarter[:4]) + int(steps):04d}{quarter[4:]}", mod)
    if code in ("TH", "TM", "TS"):
        return Reading("DURATION", f"PT{abs(steps):g}{code[1]}", mod)
    if not anchored and (value := _around_latest(code, int(steps), match, context)):
        return Reading("DATE", value, mod)
    day = context.day if anchored else context.reference(match)
    if steps != int(steps):
        code, steps = ("M", steps * 12) if code == "Y" else (code, steps)
    exact = code == "W" and abs(steps) <= _COUNTED_WEEKS and mod is None
    return Reading("DATE", period(shift(day, code, int(steps)), "D" if exact else code), mod)


def _same_sentence(match: re.Match[str], context: Context) -> bool:
    """Whether a quarter was named shortly before, so that "a year ago" means the same quarter."""
    return bool(context.near(match, _QUARTER))


def _vague_ago(match: re.Match[str], _context: Context) -> Reading:
    turn, code = match["turn"].lower(), unit(match["unit"])
    if turn in ("later", "earlier"):
        return Reading("DURATION", f"PT X{code[1]}".replace(" ", "") if code.startswith("T") else f"PX{code}")
    return Reading("DATE", "PAST_REF" if turn == "ago" else "FUTURE_REF")


def _year_end(match: re.Match[str], context: Context) -> Reading:
    return Reading("DATE", period(context.day, "Y"), "END")


RULES: tuple[Rule, ...] = (
    rule(rf"{MOD}{WHICH} <unit>", _whole_unit, _is_singular),
    rule(rf"{MOD}the (?:full )?(?P<unit>quarter|year|month|weekend|week|day)", _the_unit, _is_named_unit),
    rule(rf"{APPROX}<num> (?:full )?<unit>(?P<so> or so)? {_TURN}", _ago),
    rule(rf"(?:(?:just|only) )?(?:<indef> )?<unit> {_TURN}", _vague_ago, lambda m, c: m["unit"].lower().endswith("s")),
    rule(r"(?:the )?year(?:'s)?(?: |-)end", _year_end),
)
