"""Lasting relations between entities, such as offices, membership and places within places."""

from newsgraph.extraction.relations.finder import find

__all__ = ["find"]
