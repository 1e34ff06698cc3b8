"""Dates that name their day or month."""

import re
from datetime import date

from newsgraph.extraction.times.calendar import day_near, make, month_near, period, shift
from newsgraph.extraction.times.modifiers import MOD, modifier, month_number
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import ordinal

_STEPS = {"last": -1, "this": 0, "next": 1}
_SHORT_PIVOT = 40  # "39" is 2039, "40" is 1940
_PAST_BIAS = 3  # news without a tense tells of the past, unless the month to come is much nearer


def _calendar_day(match: re.Match[str], context: Context) -> Reading | None:
    month, number = month_number(match), ordinal(match["day"])
    if year := match.groupdict().get("year"):
        return Reading("DATE", day.isoformat(), modifier(match)) if (day := make(int(year), month, number)) else None
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}-{number:02d}", modifier(match))
    near = day_near(context.day, month, number, context.direction(match))
    return Reading("DATE", near.isoformat(), modifier(match)) if near else None


def _day_of_range(match: re.Match[str], context: Context) -> Reading | None:
    """The bare first day of "3 to 5 May", or second of "May 3 and 5"."""
    return _calendar_day(match, context)


def _days_in_a_row(match: re.Match[str], context: Context) -> Reading | None:
    """ "June 14-16, 2021"."""
    first = _calendar_day(match, context)
    last = make(int(first.value[:4]), month_number(match), ordinal(match["day2"])) if first and context.day else None
    return Reading("DATE", f"{first.value}/{last.isoformat()}") if first and last else first


def _short_year(match: re.Match[str], _context: Context) -> Reading | None:
    """ "18 May 90 (", the dateline of an older dispatch."""
    short = int(match["short"])
    year = short + (1900 if short >= _SHORT_PIVOT else 2000)
    day = make(year, month_number(match), ordinal(match["day"]))
    return Reading("DATE", day.isoformat()) if day else None


def _month_of_year(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", f"{match['year']}-{month_number(match):02d}", modifier(match))


def _month_of_other_year(match: re.Match[str], context: Context) -> Reading:
    word = match["step"].lower()
    told = context.near(match, r"\d{4}") if word not in _STEPS else []
    year = told[-1][:4] if told else period(shift(context.day, "Y", _STEPS.get(word, 0)), "Y")
    return Reading("DATE", f"{year}-{month_number(match):02d}", modifier(match))


def _bare_month(match: re.Match[str], context: Context) -> Reading:
    month = month_number(match)
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", modifier(match))
    direction = context.direction(match)
    first = month_near(context.day, month, direction)
    ahead = month_near(context.day, month, 1)
    if not direction and (ahead - context.day) * _PAST_BIAS < context.day - first:
        first = ahead
    return Reading("DATE", period(first, "M"), modifier(match))


def is_month(match: re.Match[str], context: Context) -> bool:
    """Whether the word that stands for `<month>` is one: no name of a person, no verb, no march of protesters."""
    name = match["month"]
    token = context.doc.char_span(match.start("month"), match.end("month"), alignment_mode="expand")
    if (
        not context.doc.text[match.start("month")].isupper()
        or token is None
        or token[0].ent_type_ in ("PERSON", "ORG", "GPE", "FAC", "PRODUCT")
    ):
        return False
    ambiguous = name.lower().rstrip(".") in ("may", "march", "mar", "jan", "dec")
    if not ambiguous or match.end() > match.end("month") or match.start() < match.start("month"):
        return True
    before = context.before(match)
    named = before is not None and (before.pos_ == "PROPN" or before.lower_ in ("the", "a", "this"))
    return token[0].dep_ in ("compound", "nmod") or (
        token[0].dep_ in ("pobj", "npadvmod", "poss", "conj") and not named
    )


def _iso(match: re.Match[str], _context: Context) -> Reading | None:
    text = match["iso"].upper().replace(" ", "T", 1)
    day = make(int(text[:4]), int(text[5:7]), int(text[8:10]))
    clock = re.match(r"T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*)", text[10:])
    if day is None or clock is None:
        return Reading("DATE", day.isoformat()) if day else None
    return Reading("TIME", f"{day.isoformat()}T{clock[1]}", zone=clock[2])


def _slashed(match: re.Match[str], _context: Context) -> Reading | None:
    """Month first ("01/02/2022" is 2 January) unless only the second number can be a month; day first with dots."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    us, uk = make(year, first, second), make(year, second, first)
    day: date | None = (uk or us) if match["sep"] == "." else (us or uk)
    return Reading("DATE", day.isoformat()) if day else None


_ABBR = r"(?:(?:<weekday>|<abbr>),? (?:the )?)?"
RULES: tuple[Rule, ...] = (
    rule("<iso>", _iso),
    rule(r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)<year>", _slashed),
    rule(rf"{MOD}(?:(?:last|this|next) )?{_ABBR}<month> (?:the )?<day>(?:,? <year>)?", _calendar_day, is_month),
    rule(rf"{MOD}{_ABBR}(?:the )?<day>(?: (?:of )?|-)<month>(?:(?:,? |-)<year>)?", _calendar_day, is_month),
    rule(
        r"<day>(?=(?:\s*<dash>\s*|\s+(?:to|and|or|until)\s+)\d{1,2}(?:st|nd|rd|th)? <month>(?:,? <year>)?)",
        _day_of_range,
        is_month,
    ),
    rule(r"<day> <month> '?(?P<short>\d\d)(?=\s*(?:[(,;]|--|\u2014))", _short_year, is_month),
    rule(r"<month> <day>\s*(?:<dash>|to)\s*<day2>(?:,? <year>)?", _days_in_a_row, is_month),
    rule(rf"{MOD}<month>(?:,| of| in)? <year>", _month_of_year),
    rule(rf"{MOD}<month>(?: of)? (?P<step>this|last|next|that|the same) year", _month_of_other_year),
    rule(rf"{MOD}<month>", _bare_month, is_month),
)
