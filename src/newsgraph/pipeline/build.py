"""From documents to a filled store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from newsgraph.mapping import Writer, agents, statements
from newsgraph.model.archive import Judgement
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure, Rejected, Run, Statement
from newsgraph.model.text import Document
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.rules import rules
from newsgraph.pipeline.arrange import arrange
from newsgraph.pipeline.entering import entry
from newsgraph.pipeline.ports import Extractor, Progress, Store
from newsgraph.resolution import Changes, Entry, Index, World


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
    judgements: Iterable[Judgement] = (),
    extracted_at: str | None = None,
    progress: Progress | None = None,
) -> Built:
    """Fill the store with what the documents tell; the same for the same documents and judgements in any order."""
    arranged = arrange(documents)
    outcomes = tuple(_read(arranged, extractor, progress))
    read = [
        (document, found) for document, found in zip(arranged, outcomes, strict=True) if isinstance(found, Findings)
    ]
    run = Run(*program, extractor.model, extracted_at)
    rejected: list[Rejected] = []
    with Index.in_memory() as index:
        world = World(index)
        world.judge(judgements)
        entries = [entry(document, found, base, world.judgements.of) for document, found in read]
        changes = world.update(entries)
        links = world.links([one.article for one in sorted(entries, key=_place)])
    alone = statements(links, run=run, base=base, text=text)
    made = chain(alone, together(changes, base), agents(run, base) if entries else ())
    store.add(_accepted(made, rejected))
    store.infer(rules())
    return Built(
        tuple(rejected),
        tuple(one for one in outcomes if isinstance(one, Failure)),
        tuple(f"{document.id or 'a document'}: {note}" for document, found in read for note in found.notes),
    )


def together(changes: Changes, base: str) -> Iterator[Statement | Rejected]:
    """What articles tell together of the things that have changed."""
    writer = Writer.under(base)
    for entity in filter(None, changes.entities.values()):
        yield from writer.entity(entity)
    for event in filter(None, changes.events.values()):
        yield from writer.event(event)
    for relation in filter(None, changes.relations.values()):
        yield from writer.relation(relation)
    for judged in filter(None, changes.judged.values()):
        yield from writer.judged(judged)


def _place(one: Entry) -> tuple[str, str]:
    return one.article.document.date or "9999", one.article.digest


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
