"""What one more article costs a store that grows: python -m benchmarks.growth [--articles N] [--short].

Made-up articles (`archive_stories`) come into a store on disk, extraction left out: everything else of an add is timed,
from the ledger to the quads. Around each mark articles come one at a time, in between many at once to get there faster.
"""

import argparse
import resource
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.archive_stories import Archive as Stories
from benchmarks.archive_stories import shuffled
from benchmarks.pages import Read
from newsgraph.model.findings import Findings
from newsgraph.model.statements import Run
from newsgraph.model.text import Document
from newsgraph.pipeline import Keeper, Manner
from newsgraph.storage import Archive

MARKS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)
# How many articles come one at a time around a mark, and at once in between.
SINGLE, AT_ONCE = 50, 32
WHEN = "2024-01-01T00:00:00Z"
MANNER = Manner(Run("newsgraph", "0", "none"))
Batch = list[Read]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An extractor that hands out what is known already."""

    known: dict[Document, Findings]
    model = "none"

    def read(self, documents: Sequence[Document]) -> Iterator[Findings]:
        """The findings of some documents."""
        return (self.known[document] for document in documents)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each mark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="the last mark")
    parser.add_argument("--batch", type=int, default=1, help="how many articles come at once around a mark")
    parser.add_argument("--order", choices=("days", "shuffled"), default="days", help="in what order they come")
    parser.add_argument("--store", type=Path, help="a folder that is not there yet; else one that is gone afterwards")
    parser.add_argument("--short", action="store_true", help="articles of three or four events instead of six to nine")
    chosen = parser.parse_args(arguments)
    with ExitStack() as stack:
        path = chosen.store or Path(stack.enter_context(TemporaryDirectory())) / "store"
        keeper = Keeper(stack.enter_context(Archive.write(path)), WHEN)
        grow(keeper, path, chosen)


def grow(keeper: Keeper, path: Path, chosen: argparse.Namespace) -> None:
    """Fill a store, and print what adding costs around each mark; a ratio is to the first one."""
    batch, marks = chosen.batch, [mark for mark in MARKS if mark <= chosen.articles]
    read: Iterator[Read] = Stories(short=chosen.short).articles(chosen.articles + SINGLE)
    source = iter(shuffled(list(read))) if chosen.order == "shuffled" else read
    print("articles  median ms   ratio   cpu ms   ratio  mean cpu  slowest  at once  store MB  memory MB")
    done, first = 0, (0.0, 0.0)
    for mark in marks:
        start = mark - SINGLE // 2
        between = [_add(keeper, part)[1] / len(part) for part in _parts(source, start - done, AT_ONCE)]
        took = [_add(keeper, part) for part in _parts(source, SINGLE, batch)]
        wall, cpu = ([one[clock] / batch for one in took] for clock in (0, 1))
        done, first = start + SINGLE, first if done else (median(wall), median(cpu))
        columns = f"{median(wall):11.1f}{median(wall) / first[0]:8.2f}{median(cpu):9.1f}{median(cpu) / first[1]:8.2f}"
        columns += f"{mean(cpu):10.1f}{max(cpu):9.1f}{mean(between or [0]):9.1f}"
        print(f"{mark:8}{columns}{_size(path):10.1f}{_memory():11.0f}", flush=True)


def _parts(source: Iterator[Read], number: int, size: int) -> Iterator[Batch]:
    """So many articles in parts of a size; nothing is read ahead."""
    for start in range(0, number, size):
        yield list(islice(source, min(size, number - start)))


def _add(keeper: Keeper, part: Batch) -> tuple[float, float]:
    """Milliseconds that adding some articles takes by the clock on the wall, and by that of the processor.

    The second counts all threads of this process and nothing of others; waiting for the disk is in the first alone.
    """
    extractor = Prepared(dict(part))
    began = perf_counter(), process_time()
    keeper.add([document for document, _ in part], extractor, MANNER)
    return 1000 * (perf_counter() - began[0]), 1000 * (process_time() - began[1])


def _size(path: Path) -> float:
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file()) / 1e6


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
