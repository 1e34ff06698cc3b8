"""Lengths of time and times that recur."""

import re

from newsgraph.extraction.times.modifiers import approximator
from newsgraph.extraction.times.numbers import amount
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import MONTHS, PARTS, SEASONS, WEEKDAYS, unit

_LARGE = {"E": ("Y", 10), "C": ("Y", 100), "FN": ("W", 2), "NI": ("D", 1), "WE": ("D", 2)}
_PARTS_OF = {"TH": ("TM", 60), "TM": ("TS", 60), "Y": ("M", 12), "D": ("TH", 24)}
_FREQUENCY = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "biweekly": "P2W"}
_FREQUENCY |= {"yearly": "P1Y", "annually": "P1Y", "fortnightly": "P2W"}


def period_value(number: float | None, code: str) -> str:
    """The TIMEX3 duration of so many units; None is an unknown number.

    >>> period_value(2.5, "Y"), period_value(3, "E"), period_value(None, "TM")
    ('P2Y6M', 'P30Y', 'PTXM')
    """
    base, factor = _LARGE.get(code, (code, 1))
    prefix, letter = ("PT", base[1]) if base.startswith("T") else ("P", base)
    if number is None:
        return f"{prefix}X{code if code in ('E', 'C') else letter}"
    total = number * factor
    whole, rest = int(total), total - int(total)
    if not rest or base not in _PARTS_OF:
        return f"{prefix}{total:g}{letter}"
    return _mixed(whole, rest, base)


def _mixed(whole: int, rest: float, base: str) -> str:
    small, parts = _PARTS_OF[base]
    clock = "T" if base.startswith("T") else ""
    head = f"P{clock}{whole}{base[-1]}" if whole else f"P{clock}"
    return f"{head}{'T' if base == 'D' else ''}{rest * parts:g}{small[-1]}"


def _counted(match: re.Match[str], _context: Context) -> Reading:
    number = amount(match["num"]) + (0.5 if match.groupdict().get("plus") else 0.0)
    code = unit(match["unit"])
    mod = approximator(match) or ("APPROX" if "couple" in match["num"].lower() or match.groupdict().get("so") else None)
    return Reading("DURATION", period_value(number, code), mod)


def _at_least(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DURATION", period_value(amount(match["num"]), unit(match["unit"])), "EQUAL_OR_MORE")


def _one(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DURATION", period_value(1, unit(match["unit"])))


def _one_year(_match: re.Match[str], _context: Context) -> Reading:
    return Reading("DURATION", "P1Y")


def _vague(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DURATION", period_value(None, unit(match["unit"])))


def _set_of(match: re.Match[str], _context: Context) -> Reading:
    groups = match.groupdict()
    number = amount(match["count"]) if groups.get("count") else 2 if "other" in match[0].lower().split() else 1
    return Reading("SET", period_value(number, unit(match["unit"])))


def _set_day(match: re.Match[str], _context: Context) -> Reading:
    part = match.groupdict().get("part")
    return Reading("SET", f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}{'T' + PARTS[part.lower()] if part else ''}")


def _set_part(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", f"XXXX-XX-XXT{PARTS[match['part'].lower()]}")


def _set_month(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", f"XXXX-{MONTHS[match['month'].lower().rstrip('.')]:02d}")


def _set_season(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", f"XXXX-{SEASONS[match['season'].lower()]}")


def _frequency(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", _FREQUENCY[match[0].lower()])


def _no_age(match: re.Match[str], context: Context) -> bool:
    """Ages are no time of an event ("a 23-year-old", "aged 12 years"), and "to last ten days" has a verb before it."""
    first = context.span(match)[0]
    if first.lower_ == "last" and first.pos_ == "VERB":
        return False
    rest = context.doc.text[match.end() : match.end() + 12].lower()
    before = context.before(match)
    return not re.match(r"(?:\s|-)old\b|\sof\sage\b", rest) and (before is None or before.lower_ not in ("aged", "age"))


def _is_duration(match: re.Match[str], context: Context) -> bool:
    """A bare "a year" counts as a length unless it is a rate after a number; "second" and "quarter" must be counted."""
    if unit(match["unit"]) in ("TS", "Q", "WE") and match["num"].lower() in ("a", "an"):
        return False
    return _no_age(match, context) and not _is_rate(match, context)


def _is_rate(match: re.Match[str], context: Context) -> bool:
    """ "$5 a share a year", "three times a week", "10 percent a year"."""
    before = context.before(match)
    if match.groupdict().get("num", "a").lower() not in ("a", "an") or match[0].lower().split()[0] not in ("a", "an"):
        return False
    rated = before is not None and (
        before.lower_ in ("once", "twice", "times", "percent", "%") or before.tag_ in ("CD", "NNS")
    )
    return rated or (before is not None and before.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL"))


def _is_bare_plural(match: re.Match[str], context: Context) -> bool:
    before = context.before(match)
    cues = {"for", "in", "within", "over", "after", "take", "took", "last", "lasted", "spent", "past", "recent", "of"}
    return before is not None and before.lower_ in cues and _no_age(match, context)


_APPROX = r"(?:(?!over\s+the\b)<approx> )?"
_WHICH = r"(?:(?:the )?(?:past|last|next|first|coming|previous|following|final|latest|recent) )"
_MORE = r"(?:(?:more|additional|consecutive|straight|full|whole|further|extra|long|entire|another|trading|working) )?"
_PLURAL = r"(?P<unit>seconds|minutes|hours|days|nights|weeks|fortnights|months|quarters|years|decades|centuries)"
_SINGULAR = r"(?P<unit>second|minute|hour|day|night|week|month|quarter|year|decade)"
RULES: tuple[Rule, ...] = (
    rule(rf"{_APPROX}<num> {_MORE}<unit>(?P<plus> and a half)?(?P<so> or so)?", _counted, _is_duration),
    rule(rf"{_APPROX}{_WHICH}<num> {_MORE}<unit>(?P<so> or so)?", _counted, _no_age),
    rule(r"the year(?= end(?:ed|ing)\b)", _one_year),
    rule(rf"{_APPROX}(?:{_WHICH})?<num> (?:to|or) <num2> {_MORE}<unit>", _at_least, _no_age),
    rule(rf"the <num> {_MORE}{_PLURAL}", _counted, _no_age),
    rule(rf"<num>(?:-| ){_SINGULAR}(?:-long)?", _counted, _is_duration),
    rule(rf"(?:{_WHICH})?<indef> {_MORE}{_PLURAL}", _vague, _no_age),
    rule(rf"(?:several|many|multi)-{_SINGULAR}", _vague, _no_age),
    rule(rf"{_PLURAL}(?:-long)?", _vague, _is_bare_plural),
    rule(r"(?P<unit>days|weeks|months|years|decades)-long", _vague),
    rule(r"(?P<unit>day|week|month|year|decade)-?long", _one),
    rule(r"(?:every|each) (?:(?:<count>|other) )?<unit>", _set_of),
    rule(r"(?:per|a|an) (?P<unit>minute|hour|day|night|week|month|year)", _set_of, _is_rate),
    rule(r"(?:every|each) <weekday>(?: <part>)?", _set_day),
    rule(r"<weekday>s", _set_day),
    rule(r"<weekday> <part>s", _set_day),
    rule(r"(?:every|each) <part>", _set_part),
    rule(r"(?:every|each) <month>", _set_month),
    rule(r"(?:every|each) <season>", _set_season),
    rule("|".join(_FREQUENCY), _frequency),
)
