"""Which rows of which documents mean one thing, and how sure that is; nothing here depends on the order of input."""

from newsgraph.resolution.resolve import resolve

__all__ = ["resolve"]
