"""The one place where settings meet concrete parts."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib import metadata

from newsgraph.model.statements import Failure, Layer
from newsgraph.model.text import Document
from newsgraph.ontology.prefixes import DATA
from newsgraph.pipeline import Progress
from newsgraph.pipeline import build as fill
from newsgraph.pipeline.workers import local, parallel
from newsgraph.reading import Note, Unreadable, iso_date
from newsgraph.storage import Graph, QuadStore
from newsgraph.storage.graph import ALL, layer_set

PROGRAM = "newsgraph"


def build(
    documents: Iterable[Document | Unreadable | Note],
    *,
    jobs: int = 1,
    base: str = DATA,
    text: bool = True,
    chains: bool = False,
    layers: Iterable[str | Layer] = ALL,
    extracted_at: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Graph:
    """The graph of some documents: the same bytes for the same set of documents, in any order and with any `jobs`.

    Inputs that could not be read (as `read` gives them) become failures of the graph; so does a document whose
    extraction fails, and the others go on. `base` is where the IRIs of the data begin, `text` whether the articles' own
    words are part of it, `chains` whether the text layer tells which noun phrases speak of the same thing, `layers`
    what is written unless told otherwise, `extracted_at` an ISO 8601 time of the run (else that of SOURCE_DATE_EPOCH,
    else none), `model` a spaCy pipeline by name, `progress` a function that hears how many documents of how many are
    done. More than one of `jobs` starts processes: a script that asks for them needs the usual
    `if __name__ == "__main__":`.
    """
    inputs = tuple(told for one in documents for told in _checked(one))
    store = QuadStore(base)
    maker = partial(make_extractor, chains=chains)
    with parallel(maker, model, jobs) if jobs > 1 else local(maker, model) as extractor:
        built = fill(
            (one for one in inputs if isinstance(one, Document)),
            extractor=extractor,
            store=store,
            program=(PROGRAM, version()),
            base=base,
            text=text,
            extracted_at=extracted_at or _epoch(),
            progress=progress,
        )
    unread = (Failure(one.source, one.problem, one.advice) for one in inputs if isinstance(one, Unreadable))
    said = (str(one) for one in inputs if isinstance(one, Note))
    return Graph(
        store,
        rejected=built.rejected,
        failures=(*unread, *built.failures),
        notes=(*said, *built.notes),
        layers=layer_set(layers),
    )


def _checked(one: object) -> Iterator[Document | Unreadable | Note]:
    """An input, its date in ISO 8601; a date that is none is left out with a note."""
    if not isinstance(one, Document | Unreadable | Note):
        advice = "newsgraph.Document(text) makes one, newsgraph.read(paths) gives those of files"
        raise TypeError(f"build() takes documents, not {type(one).__name__}: {advice}")
    if not isinstance(one, Document) or one.date is None:
        yield one
        return
    date = iso_date(one.date)
    yield replace(one, date=date)
    if date is None:
        problem = f"its date {one.date!r} is not understood and left out; write it as YYYY-MM-DD"
        yield Note(one.id or "a document", problem)


def make_extractor(model: str | None, *, chains: bool = False):  # type: ignore[no-untyped-def]
    """The extractor; imported here because spaCy takes a second to load and most commands do without."""
    from newsgraph.extraction.extractor import extractor

    return extractor(model, chains=chains)


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return "from source"


def _epoch() -> str | None:
    """The time that SOURCE_DATE_EPOCH sets for reproducible builds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None
