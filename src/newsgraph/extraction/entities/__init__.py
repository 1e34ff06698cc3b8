"""Entities of a document: names, noun phrases, pronouns and adjectives, and which of them mean the same thing."""

from newsgraph.extraction.entities.finder import find
from newsgraph.extraction.entities.index import EntityIndex

__all__ = ["EntityIndex", "find"]
