"""An extractor for tests, which knows the findings of its stories by heart."""

from collections.abc import Iterable, Iterator, Sequence

from newsgraph.model.findings import Findings
from newsgraph.model.links import document_digest
from newsgraph.model.statements import Failure
from newsgraph.model.text import Document
from pipeline.builders import Story


class Memory:
    """Finds in each story what its builder has put there; what it has not learned, it fails on."""

    model = "memory 1.0"

    def __init__(self, stories: Iterable[Story]) -> None:
        self.known = {document_digest(story.document): story.findings for story in stories}

    def read(self, documents: Sequence[Document]) -> Iterator[Findings | Failure]:
        """One outcome for each document."""
        for document in documents:
            found = self.known.get(document_digest(document))
            yield Failure(document.id or "a document", "is not known") if found is None else found
