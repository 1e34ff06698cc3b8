"""Dates that count from the day of publication or from one named before: "last month", "a year earlier"."""

import re
from datetime import date

from newsgraph.extraction.times.absolute import MOD, modifier
from newsgraph.extraction.times.calendar import day_near, month_near, period, shift, weekday_near
from newsgraph.extraction.times.numbers import amount
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import APPROXIMATORS, MONTHS, SEASONS, WEEKDAYS, unit

_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_BACK = {"last", "past", "previous", "preceding"}
_AHEAD = {"next", "coming", "following"}
_FROM_REFERENCE = {"previous", "preceding", "following", "same", "that"}
_QUARTER = r"\d{4}-Q\d"


def approximator(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod of the words that stand for `<approx>`."""
    words = match.groupdict().get("approx")
    return APPROXIMATORS[" ".join(words.lower().split())] if words else None


def step(word: str) -> int:
    """-1 for "last" and its like, 1 for "next", 0 for "this"."""
    return -1 if word.lower() in _BACK else 1 if word.lower() in _AHEAD else 0


def _deictic(match: re.Match[str], context: Context) -> Reading:
    day = shift(context.day, "D", _STEPS[match["deictic"].lower()])
    return Reading("DATE", period(day, "D"), modifier(match))


def _day_before(match: re.Match[str], context: Context) -> Reading:
    steps = 2 if match["deictic"].lower() == "tomorrow" else -2
    return Reading("DATE", period(shift(context.day, "D", steps), "D"))


def _weekday(match: re.Match[str], context: Context) -> Reading:
    number = WEEKDAYS[match["weekday"].lower()]
    which = (match.groupdict().get("which") or "").lower()
    day = context.reference(match) if which in _FROM_REFERENCE else context.day
    if day is None:
        return Reading("DATE", f"XXXX-WXX-{number}", modifier(match))
    if which in _BACK | _AHEAD:
        return Reading("DATE", _strictly(day, number, step(which)), modifier(match))
    return Reading("DATE", weekday_near(day, number, context.direction(match)).isoformat(), modifier(match))


def _strictly(day: date, number: int, direction: int) -> str:
    """The nearest such weekday before or after the day, that day itself left out."""
    first = shift(day, "D", direction)
    assert first is not None, "a known day has neighbours"
    return weekday_near(first, number, direction).isoformat()


def _whole_unit(match: re.Match[str], context: Context) -> Reading:
    """ "last week", "the following year"."""
    code, which = unit(match["unit"]), match["which"].lower()
    if which == "latest":
        which = "last" if code == "Q" else "this"
    anaphoric = which in _FROM_REFERENCE
    if anaphoric and (value := _around_latest(code, step(which), context)):
        return Reading("DATE", value, modifier(match))
    day = context.reference(match) if anaphoric else context.day
    return Reading("DATE", period(shift(day, code, step(which)), code), modifier(match))


def _around_latest(code: str, steps: int, context: Context) -> str | None:
    """The unit so many steps from the one that was read last, or the one around it."""
    if code == "Y" and (year := context.latest(r"\d{4}")):
        return f"{int(year[:4]) + steps:04d}"
    if code == "M" and (month := context.latest(r"\d{4}-\d\d")):
        return period(shift(date(int(month[:4]), int(month[5:7]), 1), "M", steps), "M")
    return None


def _is_singular(match: re.Match[str], _context: Context) -> bool:
    return unit(match["unit"]) not in ("TH", "TM", "TS") and not match["unit"].lower().endswith("s")


def _the_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "the quarter", "the week": the one read last, else the running one."""
    code = unit(match["unit"])
    if code == "WE":
        return Reading("DATE", period(_weekend(match, context), code), modifier(match))
    if code == "D":
        return Reading("DATE", period(context.reference(match), code), modifier(match))
    shapes = {"Q": _QUARTER, "Y": r"\d{4}$", "M": r"\d{4}-\d\d$", "W": r"\d{4}-W\d\d$"}
    return Reading("DATE", context.latest(shapes[code]) or period(context.day, code), modifier(match))


def _weekend(match: re.Match[str], context: Context) -> date | None:
    return weekday_near(context.day, 6, context.direction(match)) if context.day else None


def _is_named_unit(match: re.Match[str], context: Context) -> bool:
    """ "the day" needs a modifier ("later in the day"); "the year ended 30 June" is a length."""
    after = context.after(match)
    if unit(match["unit"]) == "D":
        return match["mod"] is not None
    return after is None or after.lower_ not in ("ended", "ending", "of", "when", "that", "since")


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


def _ago(match: re.Match[str], context: Context) -> Reading:
    code = unit(match["unit"])
    anchored = match["turn"].lower() in ("ago", "from now", "hence")
    steps = amount(match["num"]) * (1 if match["turn"].lower() in ("later", "from now", "hence", "after") else -1)
    mod = approximator(match) or ("APPROX" if match["so"] else None)
    if code == "Y" and (quarter := context.latest(_QUARTER)) and _same_sentence(match, context):
        return Reading("DATE", f"{int(quarter[:4]) + int(steps):04d}{quarter[4:]}", mod)
    if code in ("TH", "TM", "TS"):
        return Reading("DURATION", f"PT{abs(steps):g}{code[1]}", mod)
    if not anchored and (value := _around_latest(code, int(steps), context)):
        return Reading("DATE", value, mod)
    day = context.day if anchored else context.reference(match)
    if steps != int(steps):
        code, steps = ("M", steps * 12) if code == "Y" else (code, steps)
    return Reading("DATE", period(shift(day, code, int(steps)), code), mod)


def _same_sentence(match: re.Match[str], context: Context) -> bool:
    """Whether a quarter was named shortly before, so that "a year ago" means the same quarter."""
    start = context.span(match).sent.start
    begin = context.doc[start - 1].sent.start_char if start else 0
    return any(at >= begin and re.match(_QUARTER, reading.value) for at, reading in context.earlier)


def _vague_ago(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", "FUTURE_REF" if match["turn"].lower() in ("later", "from now", "hence") else "PAST_REF")


def _week_of(match: re.Match[str], context: Context) -> Reading | None:
    month, number = MONTHS[match["month"].lower().rstrip(".")], int(re.sub(r"\D", "", match["day"]))
    near = day_near(context.day, month, number, context.direction(match)) if context.day else None
    return Reading("DATE", period(near, "W"))


def _year_end(match: re.Match[str], context: Context) -> Reading:
    return Reading("DATE", period(context.day, "Y"), "END")


_WHICH = r"(?:the |this )?<which>"
_TURN = r"(?P<turn>ago|earlier|later|from now|hence)"
_APPROX = r"(?:<approx> )?"
RULES: tuple[Rule, ...] = (
    rule(rf"{MOD}(?P<deictic>yesterday|today|tomorrow)", _deictic),
    rule(r"(?:the )?day (?:before|after) (?P<deictic>yesterday|tomorrow)", _day_before),
    rule(rf"{MOD}<weekday>", _weekday),
    rule(rf"{MOD}{_WHICH} <weekday>", _weekday),
    rule(rf"{MOD}{_WHICH} <unit>", _whole_unit, _is_singular),
    rule(rf"{MOD}the (?:full )?(?P<unit>quarter|year|month|weekend|week|day)", _the_unit, _is_named_unit),
    rule(rf"{MOD}{_WHICH} <month>", _named_month),
    rule(rf"{MOD}{_WHICH} <season>", _season),
    rule(rf"{MOD}(?P<the>the )?<season>", _season, _is_season),
    rule(rf"{_APPROX}<num> (?:full )?<unit>(?P<so> or so)? {_TURN}", _ago),
    rule(rf"(?:(?:just|only) )?(?:<indef> )?<unit> {_TURN}", _vague_ago, lambda m, c: m["unit"].lower().endswith("s")),
    rule(r"the week of <month> <day>", _week_of),
    rule(r"(?:the )?year(?:'s)?(?: |-)end", _year_end),
)
