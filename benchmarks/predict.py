"""Predictions for a data set, read out of the graphs that newsgraph builds: python -m benchmarks.predict SET IN OUT.

Each record is a document of its own graph, so that records cannot change one another.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import newsgraph
from benchmarks import records
from benchmarks.records import HERE, Record

CHUNK = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Read records stripped of their gold, write a prediction for each; 1 where some could not be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.predict", description=__doc__)
    parser.add_argument("dataset", choices=datasets())
    parser.add_argument("input", type=Path, help="records, one JSON object a line")
    parser.add_argument("output", type=Path, help="where the predictions go, one JSON object a line")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read")
    chosen = parser.parse_args(arguments)
    found = list(predictions(chosen.dataset, records.read(chosen.input), jobs=chosen.jobs))
    records.write(chosen.output, (one for one in found if one is not None))
    return int(None in found)


def datasets() -> list[str]:
    """The data sets that have an adapter."""
    return sorted(path.stem for path in (HERE / "adapters").glob("[a-z]*.py"))


def predictions(dataset: str, given: Sequence[Record], *, jobs: int = 1) -> Iterator[Record | None]:
    """The prediction for each record, in their order; None where a record could not be read."""
    work = partial(_prediction, dataset)
    if jobs == 1:
        yield from map(work, given)
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(work, given, chunksize=CHUNK)


def _prediction(dataset: str, record: Record) -> Record | None:
    adapter: ModuleType = import_module(f"benchmarks.adapters.{dataset}")
    made = getattr(adapter, "document", records.document)(record)
    graph = newsgraph.build([made], **getattr(adapter, "OPTIONS", {}))
    for failure in graph.failures:
        print(f"{dataset} {record['id']}: {failure}", file=sys.stderr)
    return None if graph.failures else {"id": record["id"], **adapter.prediction(record, graph)}


if __name__ == "__main__":
    sys.exit(main())
