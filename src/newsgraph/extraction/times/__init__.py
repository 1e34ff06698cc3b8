"""Time expressions: found, given their TIMEX3 value, anchored to the day of publication, and tied to events."""

from newsgraph.extraction.times.attachment import is_measured_off
from newsgraph.extraction.times.events import for_event
from newsgraph.extraction.times.finder import find

__all__ = ["find", "for_event", "is_measured_off"]
