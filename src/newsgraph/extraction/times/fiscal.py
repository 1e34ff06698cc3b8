"""Quarters, halves and fiscal years of business news."""

import re

from newsgraph.extraction.times.calendar import period, shift
from newsgraph.extraction.times.modifiers import MOD, modifier
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import ordinal


def _code(match: re.Match[str]) -> str:
    number = 2 if match["nth"].lower() == "last" else ordinal(match["nth"])
    return ("H" if "half" in match["kind"].lower() else "Q") + str(number)


def _part_of_year(match: re.Match[str], context: Context) -> Reading:
    groups, code = match.groupdict(), _code(match)
    if year := groups.get("year"):
        return Reading("DATE", f"{year}-{code}", modifier(match))
    if context.day is None:
        return Reading("DATE", f"XXXX-{code}", modifier(match))
    if word := groups.get("step"):
        steps = (
            -1 if word.lower().startswith(("last", "year", "prior", "previous")) else int(word.lower()[:4] == "next")
        )
        return Reading("DATE", f"{context.day.year + steps:04d}-{code}", modifier(match))
    return Reading("DATE", f"{_nearest_year(match, context, code)}-{code}", modifier(match))


def _nearest_year(match: re.Match[str], context: Context, code: str) -> str:
    """The year in which that part of the year last began, or begins next if the sentence looks ahead."""
    assert context.day is not None, "the caller knows the day"
    width = 6 if code[0] == "H" else 3
    begin, now = (int(code[1]) - 1) * width + 1, context.day.month
    if context.direction(match) > 0:
        return f"{context.day.year + (begin + 2 * width - 1 < now):04d}"
    return f"{context.day.year - (begin > now):04d}"


def _is_part(match: re.Match[str], _context: Context) -> bool:
    number = 2 if match["nth"].lower() == "last" else ordinal(match["nth"])
    return number <= (2 if "half" in match["kind"].lower() else 4)


def _year_ago_part(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year-earlier quarter", "the year-ago period": the part read last, a year before."""
    latest = context.quarter()
    if latest:
        return Reading("DATE", f"{int(latest[:4]) - 1:04d}{latest[4:]}")
    return Reading("DATE", period(shift(context.day, "Y", -1), "Y"))


def _period_of_year(match: re.Match[str], context: Context) -> Reading:
    latest = context.quarter()
    return Reading("DATE", match["year"] + (latest[4:] if latest else ""))


def _latest_period(match: re.Match[str], context: Context) -> Reading:
    latest = context.quarter(ended=True)
    return Reading("DATE", latest or period(shift(context.day, "Q", -1), "Q"))


def _fiscal_year(match: re.Match[str], context: Context) -> Reading:
    if year := match.groupdict().get("year"):
        return Reading("DATE", year, modifier(match))
    steps = {"last": -1, "previous": -1, "next": 1}.get((match.groupdict().get("which") or "").lower(), 0)
    return Reading("DATE", period(shift(context.day, "Y", steps), "Y"), modifier(match))


_PART = r"(?:fiscal(?: |-))?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)(?: |-)(?P<kind>quarter|half)"
_SPACED = _PART.replace("(?: |-)(?P<kind>", " (?P<kind>")
_OWN = r"(?:the )?"
RULES: tuple[Rule, ...] = (
    rule(rf"{MOD}{_OWN}{_SPACED}", _part_of_year, _is_part),
    rule(rf"{MOD}{_OWN}{_PART}(?: of| in|,)? (?:fiscal )?(?:the year )?<year>", _part_of_year, _is_part),
    rule(rf"{MOD}{_OWN}<year> {_PART}", _part_of_year, _is_part),
    rule(rf"{MOD}(?:the )?(?P<step>last year|this year|next year)(?:'s)? {_PART}", _part_of_year, _is_part),
    rule(rf"{MOD}{_OWN}{_PART} (?:of )?(?P<step>last year|this year|next year)", _part_of_year, _is_part),
    rule(rf"{_OWN}(?:comparable )?(?P<step>year(?: |-)(?:ago|earlier)|prior-year) {_PART}", _part_of_year, _is_part),
    rule(r"(?:the )?(?:comparable )?year(?:-| )(?:ago|earlier) (?:quarter|period)", _year_ago_part),
    rule(r"year-(?:ago|earlier)", _year_ago_part),
    rule(
        r"(?:fiscal(?: |-))?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)-(?P<kind>quarter|half)",
        _part_of_year,
        _is_part,
    ),
    rule(r"(?:the )?(?:quarter|period) a year (?:ago|earlier)", _year_ago_part),
    rule(
        r"the (?:corresponding|same|comparable) (?:quarter|period)(?: (?:of )?last year| a year (?:ago|earlier))",
        _year_ago_part,
    ),
    rule(r"the <year> (?:quarter|period)", _period_of_year),
    rule(r"the latest (?:quarter|period)", _latest_period),
    rule(rf"{MOD}(?:the )?fiscal (?:year )?<year>", _fiscal_year),
    rule(rf"{MOD}the (?:<which> )?fiscal year(?! end(?:ed|ing)\b)", _fiscal_year),
)
