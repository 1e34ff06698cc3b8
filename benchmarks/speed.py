"""What newsgraph costs on top of spaCy: python -m benchmarks.speed [--texts FILE.jsonl] [--documents N] [--memory N].

In one run, turn by turn: words per second of spaCy's own `nlp.pipe`, and of `newsgraph.build` with the N-Quads written,
the same pipeline and the same texts, in one process. Then two processes against one, and, with `--memory`, how much
memory a build of ever more documents takes. Without `--texts` (JSON Lines with a "text" each) the stories of seeds/ and
tests/golden/ are read.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
BATCH = 16
GOAL = 0.70
# Words of the shortest text that is read: a sentence alone is no story.
SHORTEST = 80


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures; a ratio is of medians over the rounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--texts", type=Path, help="JSON Lines, each with a text")
    parser.add_argument("--documents", type=int, help="how many are read in each round; all, unless told otherwise")
    parser.add_argument("--rounds", type=int, default=3, help="how often")
    parser.add_argument("--memory", type=int, nargs="*", default=(), help="numbers of documents to weigh a build of")
    parser.add_argument("--weigh", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if chosen.weigh is not None:
        _build(texts(chosen.texts, chosen.weigh))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    compare(texts(chosen.texts, chosen.documents), chosen.rounds)
    for number in chosen.memory:
        weigh(number, chosen.texts)


def texts(path: Path | None, number: int | None) -> list[str]:
    """So many texts; where there are fewer, they come again, told apart by a last line.

    A story that comes again costs more than a new one: all that it tells is told of the same things.
    """
    found = list(_own() if path is None else (json.loads(line)["text"] for line in path.open(encoding="utf-8")))
    if number is None:
        return found
    again = (f"{text}\n\nEdition {n}.\n" for n, text in enumerate(cycle(found), start=1))
    return list(islice(again, number))


def _own() -> Iterator[str]:
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "golden").glob("*/story.txt")])
    found = (path.read_text(encoding="utf-8") for path in paths)
    return (text for text in found if len(text.split()) >= SHORTEST)


def compare(given: Sequence[str], rounds: int) -> None:
    """Print words per second and their ratios."""
    words = sum(len(text.split()) for text in given)
    jobs: dict[str, Callable[[Sequence[str]], None]] = {"spaCy alone": _parse, "newsgraph": _build}
    took: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job(given[:BATCH])
    for _ in range(rounds):
        for name, job in jobs.items():
            began = perf_counter()
            job(given)
            took[name].append(perf_counter() - began)
    print(f"{len(given)} documents, {words} words, {rounds} rounds")
    for name, seconds in took.items():
        print(f"{name:24}{words / median(seconds):10.0f} words/s")
    print(f"{'ratio':24}{median(took['spaCy alone']) / median(took['newsgraph']):10.2f} (to reach: {GOAL:.2f})")
    began = perf_counter()
    _build(given, jobs=2)
    print(f"{'two processes':24}{words / (perf_counter() - began):10.0f} words/s, their start included", flush=True)


def _parse(given: Sequence[str]) -> None:
    from newsgraph.extraction.language import pipeline

    for _ in pipeline().nlp.pipe(given, batch_size=BATCH):
        pass


def _build(given: Sequence[str], *, jobs: int = 1) -> None:
    import newsgraph

    documents = [newsgraph.Document(text, id=str(n), date="2022-01-06") for n, text in enumerate(given)]
    newsgraph.build(documents, jobs=jobs).serialize("nquads")


def weigh(number: int, path: Path | None) -> None:
    """Print the most memory that a build of so many documents takes, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", "--weigh", str(number)]
    told = subprocess.run([*command, *(("--texts", str(path)) if path else ())], check=True, stdout=subprocess.PIPE)
    print(f"{number:8} documents: {int(told.stdout) / 1024:8.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
