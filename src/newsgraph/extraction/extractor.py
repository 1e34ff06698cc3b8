"""The extractor: documents in, findings out."""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from newsgraph.extraction import carriers, coreference, embeddings, entities, relations, times, triggers
from newsgraph.extraction.anchors import Anchors, anchors
from newsgraph.extraction.assembly import assemble
from newsgraph.extraction.context import context_reader
from newsgraph.extraction.events import EventReader
from newsgraph.extraction.figures import FigureReader
from newsgraph.extraction.language import Pipeline, pipeline
from newsgraph.extraction.parse import Doc, Token, read
from newsgraph.extraction.reader import Readers, Reading
from newsgraph.extraction.repair import mend, without_dateline
from newsgraph.extraction.roles import RoleFinder, frame_table
from newsgraph.model.findings import Findings, TimeExpression
from newsgraph.model.text import Document
from newsgraph.ontology.lexicon import Lexicon, lexicon
from newsgraph.ontology.vocabulary import Vocabulary, vocabulary

BATCH = 16


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds what documents tell, with one spaCy pipeline, one lexicon and one vocabulary; on request with `chains`."""

    pipeline: Pipeline
    readers: Readers
    chains: bool = False

    @property
    def model(self) -> str:
        """Name and version of the pipeline."""
        return self.pipeline.name

    def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """The findings of each document, in the order given."""
        pairs = ((without_dateline(d.text), d) for d in documents)
        for parsed, document in self.pipeline.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield self.read(mend(read(parsed), self.readers.reports), document)

    def read(self, doc: Doc, document: Document) -> Findings:
        """The findings of one parsed document."""
        reading = _reading(doc, document)
        findings = assemble(self.readers, reading)
        return (
            replace(findings, chains=coreference.find(doc, reading.index, reading.times)) if self.chains else findings
        )

    def anchors(self, document: Document) -> Anchors:
        """What a document says around any of its words, for those who know which words they mean."""
        ((parsed, _),) = self.pipeline.nlp.pipe([(without_dateline(document.text), None)], as_tuples=True)
        return anchors(self.readers, _reading(mend(read(parsed), self.readers.reports), document))


@cache
def extractor(model: str | None = None, *, chains: bool = False) -> Extractor:
    """The extractor with the program's own lexicon and the best pipeline, or the named one."""
    made = Extractor(pipeline(model), readers(lexicon(), vocabulary()), chains)
    # It lives as long as the program: nothing is won by looking through it for garbage again and again.
    gc.freeze()
    return made


def readers(words: Lexicon, terms: Vocabulary) -> Readers:
    """The readers that a lexicon and a vocabulary make."""
    carrying, embedding = carriers.carriers(words), embeddings.index(words)
    frames = frame_table(words, lambda name: _ancestry(name, terms), sorted(terms.subclasses("Eventuality")))
    return Readers(
        events=EventReader(
            triggers.index(words),
            lambda type_of, timely: RoleFinder(frames, terms.is_a, type_of, carrying, timely),
            terms.is_a,
        ),
        carriers=carrying,
        context=lambda can_speak: context_reader(embedding, carrying.carries, can_speak),
        figures=FigureReader(words.counts, terms.is_a),
        reports=embedding.reports,
        is_a=terms.is_a,
    )


def _reading(doc: Doc, document: Document) -> Reading:
    """A parsed document with its times, entities and relations."""
    found = times.find(doc, document.date)
    index = coreference.confirmed(doc, entities.find(doc, skip=inside(doc, found)), found)
    index, links = relations.find(doc, index, found)
    return Reading(doc, document, found, index, links)


def _ancestry(name: str, terms: Vocabulary) -> Iterator[str]:
    """A class and all above it, nearest first."""
    queue, seen = [name], set[str]()
    while queue:
        term = queue.pop(0)
        if term not in seen and term in terms.terms:
            seen.add(term)
            yield term
            queue.extend(terms.terms[term].parents)


def inside(doc: Doc, found: tuple[TimeExpression, ...]) -> frozenset[int]:
    """The tokens that belong to time expressions."""
    around = (doc.char_span(e.span.start, e.span.end, alignment_mode="expand") for e in found)
    return frozenset(t.i for run in around if run is not None for t in run)


__all__ = ["Extractor", "Token", "extractor", "inside", "readers"]
