"""Readable access to what was found in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from newsgraph.extraction.entities import EntityIndex, find
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import Entity


@dataclass(frozen=True)
class Seen:
    """A text with its entities."""

    doc: Doc
    index: EntityIndex

    def of(self, words: str, nth: int = 0) -> Entity | None:
        """The entity that the last word of the nth occurrence of some words stands for."""
        start = -1
        for _ in range(nth + 1):
            start = self.doc.text.index(words, start + 1)
        end = start + len(words)
        token = next(t for t in self.doc if t.idx + len(t) == end)
        found = self.index.at(token.i)
        return None if found is None else self.index.entities[found]

    def type(self, words: str, nth: int = 0) -> str | None:
        """Its class."""
        entity = self.of(words, nth)
        return entity.type if entity else None

    def label(self, words: str, nth: int = 0) -> str | None:
        """Its label."""
        entity = self.of(words, nth)
        return entity.label if entity else None


@pytest.fixture(scope="session")
def see(parse: Callable[[str], Doc]) -> Callable[[str], Seen]:
    """A text to its entities."""

    def look(text: str) -> Seen:
        doc = parse(text)
        return Seen(doc, find(doc))

    return look
