"""When things were, as far as a text tells."""

import re
from dataclasses import dataclass

from newsgraph.storage.exporting.source import Source

_PRECISION = {4: "year", 7: "month", 10: "day"}
_DATED = re.compile(r"-?\d{4,}(-\d\d(-\d\d(T.*)?)?)?(Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class When:
    """A time: `start` and `end` in ISO 8601 as far as they are known, and the precision of what was told.

    The precision is one of time, day, month, year (of one stamp), span (a beginning, an end, or both), or none.
    """

    start: str = ""
    end: str = ""
    precision: str = "none"


def when(source: Source, iri: str) -> When:
    """When an event was."""
    if stamp := _stamp(source, iri, "sem:hasTimeStamp"):
        return When(stamp, "", "time" if "T" in stamp else _PRECISION.get(len(stamp), "day"))
    start, end = _stamp(source, iri, "sem:hasBeginTimeStamp"), _stamp(source, iri, "sem:hasEndTimeStamp")
    return When(start, end, "span" if start or end else "none")


def _stamp(source: Source, iri: str, name: str) -> str:
    """The first value that is a time at all."""
    return next((one for one in source.values(iri, name) if _DATED.fullmatch(one)), "")
