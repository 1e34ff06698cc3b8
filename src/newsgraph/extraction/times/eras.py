"""Years, seasons of a year, decades and centuries."""

import re

from newsgraph.extraction.times.modifiers import MOD, modifier, month_number
from newsgraph.extraction.times.numbers import decade_word, spoken_year
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import SEASONS, ordinal

_YEAR_CUES = {"in", "since", "by", "of", "from", "until", "till", "to", "before", "after", "during", "through", "early"}
_YEAR_CUES |= {"late", "mid", "between", "and", "the", "for", "around", "circa", "about", "or", "(", ","}
_SURE_CUES = {"in", "since", "until", "during"}
_NO_YEAR = {"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT"}


def _year(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DATE", match["year"], modifier(match))


def _is_year(match: re.Match[str], context: Context) -> bool:
    """A four-digit number is a year after a time word or where the pipeline sees a date, and before no counted noun."""
    token = context.span(match)[-1]
    before, after = context.before(match), context.after(match)
    counted = after is not None and (after.tag_ == "NNS" or after.lower_ in ("percent", "million"))
    if match.groupdict().get("mod") or (before is not None and before.lower_ in _SURE_CUES and not counted):
        return True
    if token.ent_type_ in _NO_YEAR or (
        before is not None and before.lower_ in ("$", "no.", "number", "page", "€", "£")
    ):
        return False
    if token.ent_type_ == "DATE":
        return True
    cued = before is not None and before.lower_ in _YEAR_CUES
    return cued and not counted


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


def _century(match: re.Match[str], _context: Context) -> Reading | None:
    number = ordinal(match["nth"])
    return Reading("DATE", f"{number - 1:02d}", modifier(match)) if number else None


def _season_of_year(match: re.Match[str], _context: Context) -> Reading:
    year = match["year"] if match.groupdict().get("year") else str(spoken_year(match["spoken"]))
    return Reading("DATE", f"{year}-{SEASONS[match['season'].lower()]}", modifier(match))


RULES: tuple[Rule, ...] = (
    rule(rf"{MOD}<month>,? <spoken>", _spoken_year),
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
