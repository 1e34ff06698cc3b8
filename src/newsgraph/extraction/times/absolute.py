"""Dates that name their day, month, quarter, season, year, decade or century."""

import re
from datetime import date

from newsgraph.extraction.times.calendar import day_near, make, month_near, period, shift
from newsgraph.extraction.times.numbers import decade_word, spoken_year
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import MODIFIERS, MONTHS, SEASONS, ordinal

MOD = r"(?:(?:the )?<mod>(?:(?: |-)(?:(?:of|in) )?(?:the )?|-))?"
_YEAR_CUES = {"in", "since", "by", "of", "from", "until", "till", "to", "before", "after", "during", "through", "early"}
_YEAR_CUES |= {"late", "mid", "between", "and", "the", "for", "around", "circa", "about", "or", "(", ","}
_NO_YEAR = {"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT"}


def modifier(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod of the word that stands for `<mod>`."""
    word = match.groupdict().get("mod")
    return MODIFIERS[word.lower()] if word else None


def month_number(match: re.Match[str]) -> int:
    """The number of the month that stands for `<month>`."""
    return MONTHS[match["month"].lower().rstrip(".")]


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


def _month_of_year(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", f"{match['year']}-{month_number(match):02d}", modifier(match))


def _month_of_other_year(match: re.Match[str], context: Context) -> Reading:
    step = {"last": -1, "this": 0, "next": 1}[match["step"].lower()]
    year = period(shift(context.day, "Y", step), "Y")
    return Reading("DATE", f"{year}-{month_number(match):02d}", modifier(match))


def _bare_month(match: re.Match[str], context: Context) -> Reading:
    month = month_number(match)
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", modifier(match))
    direction = context.direction(match)
    first = month_near(context.day, month, direction)
    if not direction:
        ahead = month_near(context.day, month, 1)
        first = min(first, ahead, key=lambda d: abs((d - context.day).days) if context.day else 0)
    return Reading("DATE", period(first, "M"), modifier(match))


def _is_month(match: re.Match[str], context: Context) -> bool:
    name = match["month"]
    token = context.doc.char_span(match.start("month"), match.end("month"), alignment_mode="expand")
    if not name[0].isupper() or token is None or token[0].ent_type_ in ("PERSON", "ORG", "GPE", "FAC", "PRODUCT"):
        return False
    ambiguous = name.lower().rstrip(".") in ("may", "march", "mar", "jan", "dec")
    return not ambiguous or token[0].pos_ in ("PROPN", "NOUN") or match.start() < match.start("month")


def _year(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", match["year"], modifier(match))


def _is_year(match: re.Match[str], context: Context) -> bool:
    """A four-digit number is a year after a time word or where the pipeline sees a date, and before no counted noun."""
    token = context.span(match)[-1]
    before, after = context.before(match), context.after(match)
    if token.ent_type_ in _NO_YEAR or (
        before is not None and before.lower_ in ("$", "no.", "number", "page", "€", "£")
    ):
        return False
    if token.ent_type_ == "DATE" or match["mod"]:
        return True
    cued = before is not None and before.lower_ in _YEAR_CUES
    return cued and not (after is not None and (after.tag_ == "NNS" or after.lower_ in ("percent", "million")))


def _year_span(match: re.Match[str], _context: Context) -> Reading | None:
    first, second = match["year"], match["to"]
    last = second if len(second) == len(first) else first[: -len(second)] + second
    return Reading("DATE", f"{first}/{last}") if int(last) > int(first) else None


def _spoken_year(match: re.Match[str], _context: Context) -> Reading:
    year = f"{spoken_year(match['spoken']):04d}"
    month = match.groupdict().get("month")
    return Reading("DATE", f"{year}-{month_number(match):02d}" if month else year, modifier(match))


def _decade(match: re.Match[str], _context: Context) -> Reading:
    groups = match.groupdict()
    if groups.get("year"):
        return Reading("DATE", match["year"][:3], modifier(match))
    tens = decade_word(match["decade"]) if groups.get("decade") else int(match["tens"][0])
    return Reading("DATE", f"19{tens}" if tens > 2 else f"20{tens}", modifier(match))


def _century(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", f"{ordinal(match['nth']) - 1:02d}", modifier(match))


def _season_of_year(match: re.Match[str], _context: Context) -> Reading:
    year = match["year"] if match.groupdict().get("year") else str(spoken_year(match["spoken"]))
    return Reading("DATE", f"{year}-{SEASONS[match['season'].lower()]}", modifier(match))


def _iso(match: re.Match[str], _context: Context) -> Reading | None:
    text = match["iso"].replace(" ", "T", 1)
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
    rule(rf"{MOD}(?:(?:last|this|next) )?{_ABBR}<month> (?:the )?<day>(?:,? <year>)?", _calendar_day, _is_month),
    rule(rf"{MOD}{_ABBR}(?:the )?<day>(?: (?:of )?|-)<month>(?:(?:,? |-)<year>)?", _calendar_day, _is_month),
    rule(
        r"<day>(?=(?:\s*<dash>\s*|\s+(?:to|and|or|until)\s+)\d{1,2}(?:st|nd|rd|th)? <month>(?:,? <year>)?)",
        _day_of_range,
        _is_month,
    ),
    rule(rf"{MOD}<month>(?:,| of| in)? <year>", _month_of_year),
    rule(rf"{MOD}<month>,? <spoken>", _spoken_year),
    rule(rf"{MOD}<month>(?: of)? (?P<step>this|last|next) year", _month_of_other_year),
    rule(rf"{MOD}<month>", _bare_month, _is_month),
    rule(rf"{MOD}(?:the year )?<year>", _year, _is_year),
    rule(r"(?:the (?:calendar )?year )<year>", _year),
    rule(r"<year>(?:<dash>|/)(?P<to>(?:1[0-9]|20)\d\d|\d\d)", _year_span),
    rule(rf"{MOD}(?:the year )?<spoken>", _spoken_year),
    rule(rf"{MOD}(?:the )?<year>'?s", _decade),
    rule(
        rf"{MOD}(?:the )?'?(?P<tens>[2-9]0)'?s",
        _decade,
        lambda m, c: "'" in m[0] or "\u2019" in m[0] or bool(m["mod"]),
    ),
    rule(rf"{MOD}the <decade>", _decade),
    rule(rf"{MOD}(?:the )?<nth>(?: |-)century", _century),
    rule(rf"{MOD}(?:the )?<season>(?: of|,)? (?:<year>|<spoken>)", _season_of_year),
)
