"""Expressions that point to the past, the present or the future and to no day."""

import re

from newsgraph.extraction.times.reading import Context, Guard, Read, Reading, Rule, rule

_PRESENT = r"right now|now|currently|nowadays|presently|at present|at the moment|these days|the present"
_PAST = r"(?:more |most )?recently|lately"
_FUTURE = (
    r"soon(?!-to)|shortly|(?:the )?near future|the (?:near|short|long) term|the future"
    r"|the coming (?:days|weeks|months|years)"
)


def _points(value: str) -> Read:
    def read(_match: re.Match[str], _context: Context) -> Reading:
        return Reading("DATE", value)

    return read


def _not_before(*words: str) -> Guard:
    def guard(match: re.Match[str], context: Context) -> bool:
        after = context.after(match)
        return after is None or after.lower_ not in words

    return guard


def _is_future(match: re.Match[str], context: Context) -> bool:
    """ "as soon as" and "soon after" point to an event and not to the future."""
    before, after = context.before(match), context.after(match)
    near = {t.lower_ for t in (before, after) if t is not None}
    return not near & {"as", "after", "before", "afterwards", "how"}


def _is_noun(match: re.Match[str], context: Context) -> bool:
    return context.span(match)[-1].pos_ == "NOUN"


def _is_adjective(match: re.Match[str], context: Context) -> bool:
    return context.span(match)[-1].pos_ == "ADJ"


_UNITS = r"(?:hours|days|weeks|months|quarters|years|decades|times)"
RULES: tuple[Rule, ...] = (
    rule(_PRESENT, _points("PRESENT_REF"), _not_before("known")),
    rule(r"current", _points("PRESENT_REF"), _is_adjective),
    rule(rf"(?:the )?recent {_UNITS}(?: and {_UNITS})?", _points("PAST_REF")),
    rule(r"(?:more )?recent", _points("PAST_REF"), _is_adjective),
    rule(_PAST, _points("PAST_REF")),
    rule(r"the (?:recent )?past", _points("PAST_REF"), _is_noun),
    rule(rf"past {_UNITS}", _points("PAST_REF")),
    rule(rf"(?:the )?(?:coming|future) {_UNITS}", _points("FUTURE_REF")),
    rule(rf"(?:the )?(?:{_UNITS}) (?:ahead|to come)", _points("FUTURE_REF")),
    rule(_FUTURE, _points("FUTURE_REF"), _is_future),
)
