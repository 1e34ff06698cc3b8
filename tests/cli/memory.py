"""The commands with an extractor that knows its stories by heart, which spares a test the language pipeline."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.model.findings import Findings
from newsgraph.model.text import Document
from pipeline.builders import Story
from storage.keeping import STORIES


class Machine:
    """Knows the findings of stories by their texts."""

    model = "memory 1.0"

    def __init__(self, model: str | None, *, chains: bool = False) -> None:
        self.known = {story.document.text: story.findings for story in STORIES}

    def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """The findings of each document; one that is not known is a document that cannot be analysed."""
        for document in documents:
            if document.text not in self.known:
                raise ValueError("it is not known")
            yield self.known[document.text]


class Interrupted(Machine):
    """Is interrupted by the user at one story."""

    at = ""

    def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """The findings of each document up to there."""
        for document in documents:
            if document.text == self.at:
                raise KeyboardInterrupt
            yield self.known[document.text]


def lines(path: Path, stories: Iterable[Story]) -> Path:
    """A file of JSON lines with some stories."""
    rows = []
    for story in stories:
        told = {name: getattr(story.document, name) for name in ("text", "date", "publisher", "agency", "url")}
        rows.append(json.dumps({name: value for name, value in told.items() if value}))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path
