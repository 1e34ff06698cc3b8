"""From documents to a filled store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgraph.mapping import statements
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure, Rejected, Run, Statement
from newsgraph.model.text import Document
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.rules import rules
from newsgraph.pipeline.arrange import arrange
from newsgraph.pipeline.ports import Extractor, Progress, Store
from newsgraph.resolution import resolve


@dataclass(frozen=True, slots=True)
class Built:
    """What came out beside the statements: refusals, failures and remarks."""

    rejected: tuple[Rejected, ...]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]


def build(
    documents: Iterable[Document],
    *,
    extractor: Extractor,
    store: Store,
    program: tuple[str, str],
    base: str = DATA,
    text: bool = True,
    extracted_at: str | None = None,
    progress: Progress | None = None,
) -> Built:
    """Fill the store with what the documents tell; the same for the same set of documents in any order."""
    arranged = arrange(documents)
    outcomes = tuple(_read(arranged, extractor, progress))
    read = [
        (document, found) for document, found in zip(arranged, outcomes, strict=True) if isinstance(found, Findings)
    ]
    run = Run(*program, extractor.model, extracted_at)
    rejected: list[Rejected] = []
    store.add(_accepted(statements(resolve(read), run=run, base=base, text=text), rejected))
    store.infer(rules())
    return Built(
        tuple(rejected),
        tuple(one for one in outcomes if isinstance(one, Failure)),
        tuple(f"{document.id or 'a document'}: {note}" for document, found in read for note in found.notes),
    )


def _accepted(made: Iterable[Statement | Rejected], rejected: list[Rejected]) -> Iterator[Statement]:
    """The statements, as they come; what was refused is put aside."""
    for one in made:
        if isinstance(one, Statement):
            yield one
        else:
            rejected.append(one)


def _read(
    documents: tuple[Document, ...], extractor: Extractor, progress: Progress | None
) -> Iterator[Findings | Failure]:
    for done, outcome in enumerate(extractor.read(documents), start=1):
        if progress is not None:
            progress(done, len(documents))
        yield outcome
