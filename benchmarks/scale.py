"""How the time of a build grows with the number of articles, extraction left out: python -m benchmarks.scale."""

import argparse
from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from time import perf_counter

from benchmarks.stories import Read, alike, varied
from newsgraph.mapping import statements
from newsgraph.model.statements import Run, Statement
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.rules import rules
from newsgraph.pipeline.build import together
from newsgraph.pipeline.entering import entry
from newsgraph.resolution import Index, World
from newsgraph.storage import QuadStore

SIZES = (50, 100, 200, 400, 800)
SETS: dict[str, Callable[[int], list[Read]]] = {"varied": varied, "alike": alike}
RUN = Run("newsgraph", "0", "none")
STEPS = ("entry", "world", "mapping", "store", "infer")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table for each set of stories: articles, seconds of each step, and how they grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of articles to try")
    parser.add_argument("--sets", choices=SETS, nargs="+", default=tuple(SETS), help="kinds of stories to try")
    chosen = parser.parse_args(arguments)
    for name in chosen.sets:
        table(name, chosen.sizes)


def table(name: str, sizes: Sequence[int]) -> None:
    """Print the times of one set of stories; a growth of 2.0 for twice as many articles is linear."""
    print(f"{name:>8}" + "".join(f"{step:>10}" for step in (*STEPS, "all", "quads")) + "    growth of all")
    before = 0.0
    for size in sizes:
        took, quads = measure(SETS[name](size))
        total = sum(took)
        growth = f"{total / before:16.1f}" if before else ""
        print(f"{size:8}" + "".join(f"{t:10.2f}" for t in (*took, total)) + f"{quads:10}{growth}", flush=True)
        before = total


def measure(read: list[Read]) -> tuple[list[float], int]:
    """The seconds that each step takes, and the number of quads that come out."""
    store, marks = QuadStore(), [perf_counter()]
    entries = [entry(document, findings, DATA) for document, findings in read]
    marks.append(perf_counter())
    with Index.in_memory() as index:
        world = World(index)
        changes, articles = world.update(entries), [one.article for one in entries]
        links = world.links(articles)
    marks.append(perf_counter())
    made = chain(statements(links, run=RUN), together(changes, DATA))
    found = [one for one in made if isinstance(one, Statement)]
    marks.append(perf_counter())
    store.add(found)
    marks.append(perf_counter())
    store.infer(rules())
    marks.append(perf_counter())
    return [after - before for before, after in pairwise(marks)], len(store.store)


if __name__ == "__main__":
    main()
