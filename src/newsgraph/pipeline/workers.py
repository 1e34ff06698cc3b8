"""Extraction in this process or in several, with failures as values."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeAlias

from newsgraph.errors import ModelError, NewsgraphError
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure
from newsgraph.model.text import Document
from newsgraph.pipeline.ports import Extractor

# Fixed, so that a text is parsed in the same company whatever the number of processes.
CHUNK = 8
# What a text that nobody foresaw makes a parser or our rules raise; what only a wrong program raises is left out.
TROUBLE = (NewsgraphError, ValueError, LookupError, ArithmeticError, RecursionError)
# More threads for linear algebra slow parallel processes down.
THREADS = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


class Machine(Protocol):
    """What extracts: all of one batch, or an error."""

    @property
    def model(self) -> str:
        """What it reads with."""
        ...

    def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """The findings of each document, in the order given."""
        ...


Maker: TypeAlias = Callable[[str | None], Machine]
Outcomes: TypeAlias = list[Findings | Failure]


@dataclass(frozen=True, slots=True)
class _Local:
    machine: Machine

    @property
    def model(self) -> str:
        return self.machine.model

    def read(self, documents: Sequence[Document]) -> Iterator[Findings | Failure]:
        for chunk in chunks(documents):
            yield from outcomes(self.machine, chunk)


@dataclass(frozen=True, slots=True)
class _Parallel:
    pool: ProcessPoolExecutor
    model: str

    def read(self, documents: Sequence[Document]) -> Iterator[Findings | Failure]:
        try:
            for found in self.pool.map(_work, chunks(documents)):
                yield from found
        except BrokenProcessPool as error:
            raise _died() from error


@contextmanager
def local(maker: Maker, model: str | None) -> Iterator[Extractor]:
    """An extractor in this process."""
    yield _Local(maker(model))


@contextmanager
def parallel(maker: Maker, model: str | None, jobs: int) -> Iterator[Extractor]:
    """An extractor in several processes; each loads the model once."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (maker, model)) as pool:
        try:
            name = pool.submit(_model).result()
        except BrokenProcessPool as error:
            raise _died() from error
        yield _Parallel(pool, name)


def chunks(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    """The documents a few at a time."""
    return (documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK))


def outcomes(machine: Machine, documents: Sequence[Document]) -> Outcomes:
    """One outcome for each document: where a batch fails, its documents are tried one by one."""
    try:
        return list(machine.extract(documents))
    except TROUBLE as error:
        if len(documents) == 1:
            return [Failure(documents[0].id or "a document", f"cannot be analysed: {error or type(error).__name__}")]
        return [outcome for one in documents for outcome in outcomes(machine, [one])]


def _died() -> ModelError:
    return ModelError("a worker process", "ended before its work was done", advice="use fewer jobs, or only one")


_machines: list[Machine] = []
"""The machine of a worker process: the one thing that outlives a call there."""


def _prepare(maker: Maker, model: str | None) -> None:
    # Who interrupts a program means the program: it ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ.update(THREADS)
    _machines.append(maker(model))


def _end_with_parent() -> None:
    """A program that is killed cannot stop its workers, and they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _model() -> str:
    return _machines[0].model


def _work(documents: Sequence[Document]) -> Outcomes:
    return outcomes(_machines[0], documents)
