"""Articles come into a store that lives, and leave it: what that changes, and nothing else, is written anew."""

from collections.abc import Iterable, Iterator, Sequence

from newsgraph.mapping import Writer, agents, statements
from newsgraph.model.archive import Effect, Judgement, Kept
from newsgraph.model.findings import Findings
from newsgraph.model.links import document_digest
from newsgraph.model.statements import Failure, Rejected, Statement
from newsgraph.model.text import Document
from newsgraph.pipeline.added import Added, Manner
from newsgraph.pipeline.arrange import arrange, fields_of
from newsgraph.pipeline.entering import entry
from newsgraph.pipeline.ports import Extractor, Progress, Shelf
from newsgraph.resolution import Changes, Entry, World

# So many articles come in by one change: what is done when a process is killed is kept up to there.
BATCH = 32


class Keeper:
    """Changes a store; `when` is what the history says of the time (ISO 8601, UTC)."""

    def __init__(self, shelf: Shelf, when: str) -> None:
        self.shelf, self.when = shelf, when
        self.world = World(shelf.index)
        self.writer = Writer.under(shelf.base)

    def add(
        self, documents: Iterable[Document], extractor: Extractor, manner: Manner, *, progress: Progress | None = None
    ) -> Added:
        """Add articles, a few at a time; those that are there already are passed over."""
        arranged = arrange(documents)
        new = [one for one in arranged if self._is_news(one)]
        total, done = Added(known=len(arranged) - len(new), model=manner.run.model), 0
        for batch in _batches(new):
            outcomes = []
            for outcome in extractor.read(batch):
                outcomes.append(outcome)
                done += 1
                if progress is not None:
                    progress(done, len(new))
            total = total.joined(self._bring(batch, outcomes, manner, "add"))
        return total

    def replace(self, digest: str, documents: Sequence[Document], extractor: Extractor, manner: Manner) -> Added:
        """Put articles in the place of one; nothing changes where one of them cannot be read."""
        arranged = arrange(documents)
        outcomes = list(extractor.read(arranged))
        failures = tuple(one for one in outcomes if isinstance(one, Failure))
        if failures:
            return Added(failures=failures)
        return self._bring(arranged, outcomes, manner, "replace", gone=(digest,))

    def remove(self, digests: Sequence[str]) -> Sequence[Effect]:
        """Take articles out, with all that no other article supports; what became of facts."""
        gone = tuple(dict.fromkeys(digests))
        with self.shelf.change():
            titles = [(one, self._title(one)) for one in gone]
            effects = self._change({}, gone)
            self._record("remove", titles, effects)
        return effects

    def judge(self, judgements: Iterable[Judgement]) -> Sequence[Effect]:
        """Make some judgements the only ones that are in force; what became of facts.

        The articles on which a change of them bears are taken out and put in again, by one change.
        """
        with self.shelf.change():
            before = self.world.judgements.all()
            digests = self.world.judge(judgements)
            if self.world.judgements.all() == before:
                return ()
            found = ((digest, self.shelf.kept(digest)) for digest in digests)
            come = {digest: kept for digest, kept in found if kept is not None}
            effects = self._change(come, digests, [])
            self._record("judge", [(digest, self._title(digest)) for digest in digests], effects)
        return effects

    def _is_news(self, document: Document) -> bool:
        """Whether an article is not there, or with other words beside the text, of which the first in order stays."""
        kept = self.shelf.kept(document_digest(document))
        return kept is None or fields_of(document) < fields_of(kept.document)

    def _bring(
        self,
        batch: Sequence[Document],
        outcomes: Sequence[Findings | Failure],
        manner: Manner,
        what: str,
        gone: Sequence[str] = (),
    ) -> Added:
        """Add what has been read of some articles."""
        pairs = zip(batch, outcomes, strict=True)
        read = {document_digest(d): Kept(d, f, manner.run, manner.text) for d, f in pairs if isinstance(f, Findings)}
        rejected: list[Rejected] = []
        failures = tuple(one for one in outcomes if isinstance(one, Failure))
        if not read and not gone:
            return Added(failures=failures, model=manner.run.model)
        with self.shelf.change():
            titles = [(digest, self._title(digest)) for digest in gone if digest not in read]
            again = [digest for digest in read if self.world.knows(digest)]
            effects = self._change(read, [*again, *(one for one in gone if one not in again)], rejected)
            self._record(what, [*titles, *((digest, _titled(kept)) for digest, kept in read.items())], effects)
        return Added(
            tuple(self.writer.minter.article(digest).value for digest in sorted(read)),
            rejected=tuple(rejected),
            failures=failures,
            notes=tuple(f"{k.document.id or 'a document'}: {n}" for k in read.values() for n in k.findings.notes),
            effects=tuple(effects),
            model=manner.run.model,
        )

    def _change(
        self, come: dict[str, Kept], gone: Sequence[str], rejected: list[Rejected] | None = None
    ) -> Sequence[Effect]:
        """Take articles out and put others in, and write anew what that changes."""
        for digest in gone:
            self.shelf.drop(digest)
        for digest, kept in come.items():
            self.shelf.keep(digest, kept)
        entries = {digest: self._entry(kept) for digest, kept in come.items()}
        changes = self.world.update(entries.values(), gone)
        refused = rejected if rejected is not None else []
        for digest in gone:
            self.shelf.put(f"article {digest}", ())
        for digest in changes.articles:
            if (found := come.get(digest) or self.shelf.kept(digest)) is not None:
                # What was refused of an article is told when it comes in, not again whenever it is written anew.
                told = refused if digest in come else []
                one = entries.get(digest) or self._entry(found)
                self.shelf.put(f"article {digest}", _accepted(self._alone(found, one), told))
        self._write(changes, refused)
        return self.shelf.seal()

    def _write(self, changes: Changes, refused: list[Rejected]) -> None:
        for home, entity in changes.entities.items():
            self.shelf.put(f"entity {home}", _accepted(self.writer.entity(entity) if entity else (), refused))
        for home, event in changes.events.items():
            self.shelf.put(f"event {home}", _accepted(self.writer.event(event) if event else (), refused))
        for key, relation in changes.relations.items():
            self.shelf.put(f"relation {key}", _accepted(self.writer.relation(relation) if relation else (), refused))
        for (left, right), judged in changes.judged.items():
            self.shelf.put(
                f"judgement {left} {right}", _accepted(self.writer.judged(judged) if judged else (), refused)
            )
        runs = (one for run in self.shelf.runs() for one in agents(run, self.shelf.base))
        self.shelf.put("agents", _accepted(runs, refused))

    def _alone(self, kept: Kept, found: Entry) -> Iterator[Statement | Rejected]:
        """What an article tells on its own."""
        links = self.world.links([found.article])
        yield from statements(links, run=kept.run, base=self.shelf.base, text=kept.text)

    def _entry(self, kept: Kept) -> Entry:
        return entry(kept.document, kept.findings, self.shelf.base, self.world.judgements.of)

    def _record(self, what: str, titles: Sequence[tuple[str, str]], effects: Sequence[Effect]) -> None:
        iris = [(self.writer.minter.article(digest).value, title) for digest, title in titles]
        self.shelf.record(self.when, what, iris, effects)

    def _title(self, digest: str) -> str:
        kept = self.shelf.kept(digest)
        return "" if kept is None else _titled(kept)


def _titled(kept: Kept) -> str:
    return kept.document.title or kept.document.id


def _batches(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (documents[start : start + BATCH] for start in range(0, len(documents), BATCH))


def _accepted(made: Iterable[Statement | Rejected], refused: list[Rejected]) -> Iterator[Statement]:
    for one in made:
        if isinstance(one, Statement):
            yield one
        else:
            refused.append(one)
