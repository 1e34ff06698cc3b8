"""Closed word classes of English time talk: numbers, months, weekdays, seasons, parts of the day, units."""

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "january jan",
                "february feb",
                "march mar",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sept sep",
                "october oct",
                "november nov",
                "december dec",
            ),
            1,
        )
        for name in names.split()
    }
)
WEEKDAYS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "monday mon",
                "tuesday tues tue",
                "wednesday wed",
                "thursday thurs thur thu",
                "friday fri",
                "saturday sat",
                "sunday sun",
            ),
            1,
        )
        for name in names.split()
    }
)
SEASONS = MappingProxyType({"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"})
PARTS = MappingProxyType(
    {
        "morning": "MO",
        "dawn": "MO",
        "daybreak": "MO",
        "sunrise": "MO",
        "afternoon": "AF",
        "lunchtime": "AF",
        "evening": "EV",
        "dusk": "EV",
        "sunset": "EV",
        "night": "NI",
    }
)
UNITS = MappingProxyType(
    {
        "second": "TS",
        "minute": "TM",
        "min": "TM",
        "hour": "TH",
        "day": "D",
        "night": "NI",
        "week": "W",
        "weekend": "WE",
        "fortnight": "FN",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "decade": "E",
        "century": "C",
        "centurie": "C",
    }
)
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES = tuple((_ONES + " eighteen nineteen").split())
_SMALL = {word: n for n, word in enumerate(ONES, 1)}
_TENS = {
    w: n * 10 for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
NUMBERS = MappingProxyType({"zero": 0, "a": 1, "an": 1, **_SMALL, **_TENS, "fourty": 40})
TENS = MappingProxyType(_TENS)
SCALES = MappingProxyType({"hundred": 100, "thousand": 1000, "dozen": 12})
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
ORDINALS = MappingProxyType(
    {
        **{word: n for n, word in enumerate(_ORDINALS.split(), 1)},
        **{w: n for n, w in enumerate(["sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 16)},
        **{f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINALS.split()[:9], 1)},
        "thirtieth": 30,
        "thirty-first": 31,
    }
)
MODIFIERS = MappingProxyType(
    {
        "early": "START",
        "earlier": "START",
        "beginning": "START",
        "start": "START",
        "late": "END",
        "later": "END",
        "end": "END",
        "mid": "MID",
        "middle": "MID",
    }
)
APPROXIMATORS = MappingProxyType(
    {
        "about": "APPROX",
        "around": "APPROX",
        "approximately": "APPROX",
        "roughly": "APPROX",
        "some": "APPROX",
        "nearly": "LESS_THAN",
        "almost": "LESS_THAN",
        "less than": "LESS_THAN",
        "fewer than": "LESS_THAN",
        "under": "LESS_THAN",
        "more than": "MORE_THAN",
        "over": "MORE_THAN",
        "at least": "EQUAL_OR_MORE",
        "not less than": "EQUAL_OR_MORE",
        "up to": "EQUAL_OR_LESS",
        "at most": "EQUAL_OR_LESS",
        "no more than": "EQUAL_OR_LESS",
    }
)
ZONES = MappingProxyType(
    {
        "gmt": "Z",
        "utc": "Z",
        "bst": "+01:00",
        "cet": "+01:00",
        "cest": "+02:00",
        "msk": "+03:00",
        "est": "-05:00",
        "edt": "-04:00",
        "cst": "-06:00",
        "cdt": "-05:00",
        "mst": "-07:00",
        "mdt": "-06:00",
        "pst": "-08:00",
        "pdt": "-07:00",
    }
)


def ordinal(text: str) -> int:
    """The number of an ordinal or of a day of the month: "3rd", "third", "3" -> 3."""
    plain = "-".join(text.lower().split())
    return ORDINALS[plain] if plain in ORDINALS else int("".join(c for c in plain if c.isdigit()))


def unit(text: str) -> str:
    """The code of a unit of time in the singular or plural: "years" -> "Y"."""
    plain = text.lower()
    return UNITS[plain] if plain in UNITS else UNITS[plain.removesuffix("s")]
