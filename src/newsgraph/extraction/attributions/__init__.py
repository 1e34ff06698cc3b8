"""Who says, writes, thinks or wants what: the source, the words that tell so, and the words that are the source's."""

from newsgraph.extraction.attributions.finder import find
from newsgraph.extraction.attributions.found import Found

__all__ = ["Found", "find"]
