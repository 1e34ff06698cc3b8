"""Times of day: hours on the clock, parts of the day, and both with their day."""

import re

from newsgraph.extraction.times.calendar import period, shift, weekday_near
from newsgraph.extraction.times.modifiers import APPROX, approximator, modifier
from newsgraph.extraction.times.reading import Context, Reading, Rule, rule
from newsgraph.extraction.times.words import PARTS, WEEKDAYS, ZONES

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_STEPS = {"yesterday": -1, "tomorrow": 1, "last": -1, "next": 1, "previous": -1, "following": 1}


def _clock(match: re.Match[str], context: Context) -> Reading | None:
    groups = match.groupdict()
    hour, half = int(match["hour"]), (groups.get("half") or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    text = f"{hour:02d}:{groups.get('minute') or '00'}"
    zone = ZONES.get((groups.get("zone") or "").lower(), "")
    return Reading("TIME", f"{period(context.reference(match), 'D')}T{text}", approximator(match), zone)


def _named_hour(match: re.Match[str], context: Context) -> Reading:
    clock = _NAMED[match["name"].lower()]
    return Reading("TIME", f"{period(context.reference(match), 'D')}T{clock}", approximator(match))


def _part_of_weekday(match: re.Match[str], context: Context) -> Reading:
    number, part = WEEKDAYS[match["weekday"].lower()], PARTS[match["part"].lower()]
    if context.day is None:
        return Reading("TIME", f"XXXX-WXX-{number}T{part}", modifier(match))
    which = (match.groupdict().get("which") or "").lower()
    direction = _STEPS.get(which, 0) or context.direction(match)
    start = (shift(context.day, "D", direction) or context.day) if which in ("last", "next") else context.day
    return Reading("TIME", f"{weekday_near(start, number, direction).isoformat()}T{part}", modifier(match))


def _part_of_day(match: re.Match[str], context: Context) -> Reading:
    """ "this morning", "last night", "yesterday evening", "the next morning"."""
    which, part = match["which"].lower(), PARTS[match["part"].lower()]
    anaphoric = which in ("that", "the same", "previous", "following") or match[0].lower().startswith("the next")
    day = shift(context.reference(match) if anaphoric else context.day, "D", _STEPS.get(which, 0))
    return Reading("TIME", f"{period(day, 'D')}T{part}", modifier(match))


def _plain_part(match: re.Match[str], context: Context) -> Reading:
    """ "the morning"; "the night" of a story is the night before unless a day was named or the sentence looks ahead."""
    part, day = PARTS[match["part"].lower()], context.reference(match)
    if part == "NI" and day == context.day and context.direction(match) <= 0:
        day = shift(day, "D", -1)
    return Reading("TIME", f"{period(day, 'D')}T{part}", modifier(match))


def _hour_of_part(match: re.Match[str], context: Context) -> Reading:
    late = PARTS[match["part"].lower()] != "MO" and int(match["hour"]) < 12
    hour = int(match["hour"]) + (12 if late else 0)
    return Reading("TIME", f"{period(context.reference(match), 'D')}T{hour:02d}:00")


def _overnight(match: re.Match[str], context: Context) -> Reading:
    return Reading("TIME", f"{period(shift(context.day, 'D', -1), 'D')}TNI")


def _tonight(match: re.Match[str], context: Context) -> Reading:
    return Reading("TIME", f"{period(context.day, 'D')}TNI", modifier(match))


def _is_24_hours(match: re.Match[str], context: Context) -> bool:
    """ "14:30" is a time unless it is a score or a verse: it follows "at" or its like, or names a zone."""
    before = context.before(match)
    cued = before is not None and before.lower_ in (
        "at",
        "by",
        "until",
        "before",
        "after",
        "from",
        "since",
        "around",
        "about",
    )
    return bool(match.groupdict().get("zone")) or cued


_ZONE = r"(?: <zone>| local time)?"
_MOD = r"(?:<mod>(?: |-)(?:in )?)?"
RULES: tuple[Rule, ...] = (
    rule(rf"{APPROX}<hour>(?:[:.]<minute>)?\s*<half>{_ZONE}", _clock),
    rule(rf"{APPROX}<hour>:?<minute>(?:\s*(?:hours|hrs))?{_ZONE}", _clock, _is_24_hours),
    rule(rf"{APPROX}<hour> o'clock", _clock),
    rule(rf"{APPROX}(?P<name>noon|midnight|midday)", _named_hour),
    rule(rf"{_MOD}<weekday> <part>", _part_of_weekday),
    rule(rf"{_MOD}<which> <weekday> <part>", _part_of_weekday),
    rule(
        rf"{_MOD}(?:the )?(?P<which>yesterday|tomorrow|this|that|last|next|the same|previous|following) <part>",
        _part_of_day,
    ),
    rule(rf"{_MOD}the (?:(?:early|late) (?:hours of the )?)?<part>", _plain_part),
    rule(r"(?:the )?<mod>(?: |-)<part>", _plain_part),
    rule(r"(?:<mod>(?: |-))?<part> (?P<which>yesterday|tomorrow)", _part_of_day),
    rule(r"<hour> in the <part>", _hour_of_part),
    rule(r"overnight", _overnight),
    rule(rf"{_MOD}tonight", _tonight),
)
